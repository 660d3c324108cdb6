// Lines and polygons, drawn as they are once there is room, and found again with a click.

import { partsOf } from "./filter.js";

const MOST = 300;
const NEAR = 8;
const CLOSE_BY = 14;
const DASHES = { idee: "2 7", voorbereiding: "9 6", gestopt: "1 5", afgerond: "14 3 2 3" };

/** Return a layer of shapes: `show(items)` draws what is in view, `at(spot)` finds items. */
export function makeShapes(map) {
  map.createPane("vormen").style.zIndex = 420;
  map.getPane("vormen").style.pointerEvents = "none";
  const renderer = window.L.canvas({ pane: "vormen", padding: 0.3 });
  const colours = readColours(map.getContainer());
  const layers = new Map();
  let items = [];

  function show(found) {
    items = found.filter((item) => !Array.isArray(item.vorm));
    draw();
  }

  function draw() {
    const view = map.getBounds().pad(0.3);
    const seen = items.filter((item) => view.intersects(boxOf(item)));
    const wanted = new Set(seen.length <= MOST ? seen : []);
    for (const [item, layer] of layers) {
      if (!wanted.has(item)) {
        layer.remove();
        layers.delete(item);
      }
    }
    for (const item of wanted) if (!layers.has(item)) layers.set(item, add(item));
  }

  function add(item) {
    return window.L.geoJSON(item.vorm, {
      renderer,
      interactive: false,
      style: {
        color: colours[item.domein] ?? colours.geen,
        weight: weight(),
        opacity: 0.85,
        fillOpacity: 0.15,
        dashArray: DASHES[item.fase],
      },
    }).addTo(map);
  }

  function mark(sleutel) {
    for (const [item, layer] of layers) {
      layer.setStyle({ weight: weight() + (item.sleutel === sleutel ? 4 : 0) });
    }
  }

  function weight() {
    return map.getZoom() < CLOSE_BY ? 2.5 : 5;
  }

  function at(spot) {
    return [...layers.keys()].filter((item) => touches(map, item.vorm, spot));
  }

  map.on("moveend", draw);
  map.on("zoomend", () => mark(null));
  return { show, mark, at };
}

function boxOf(item) {
  item.box ??= window.L.latLngBounds(
    partsOf(item.vorm).flatMap((part) => part.map(([lon, lat]) => [lat, lon])),
  );
  return item.box;
}

function touches(map, vorm, spot) {
  return partsOf(vorm).some((part) => {
    const points = part.map(([lon, lat]) => map.latLngToContainerPoint([lat, lon]));
    const near = points.some(
      (point, place) =>
        place > 0 &&
        window.L.LineUtil.pointToSegmentDistance(spot, points[place - 1], point) < NEAR,
    );
    return near || (vorm.type.endsWith("Polygon") && isInside(points, spot));
  });
}

// Count the edges to the right of the spot: an odd number means inside.
function isInside(ring, spot) {
  let inside = false;
  for (let place = 1; place < ring.length; place += 1) {
    const [one, other] = [ring[place - 1], ring[place]];
    const crosses =
      one.y > spot.y !== other.y > spot.y &&
      spot.x < ((other.x - one.x) * (spot.y - one.y)) / (other.y - one.y) + one.x;
    if (crosses) inside = !inside;
  }
  return inside;
}

function readColours(element) {
  const style = getComputedStyle(element);
  const names = ["fysiek", "sociaal", "economisch", "bestuur", "geen"];
  return Object.fromEntries(
    names.map((name) => [name, style.getPropertyValue(`--kaart-${name}`).trim() || "#444"]),
  );
}
