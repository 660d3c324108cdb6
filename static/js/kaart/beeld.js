// What the map shows: outlines, fading, lines and polygons, signs and balloons.

import { openBalloon } from "./ballon.js";
import { createMap, getJson } from "./basis.js";
import { filterItems, idsBelow, readItems } from "./filter.js";
import { makeMask } from "./masker.js";
import { makePlaces } from "./plaatsen.js";
import { startTouches } from "./raakvlakken.js";
import { makeSigns } from "./tekens.js";
import { makeShapes } from "./vormen.js";

/** Make the map once its data is here. `onMove` runs after someone moved it, never after us. */
export async function makeView(element, { onHover, onMove }) {
  const { map, ready } = createMap(element);
  const [data, { gebieden }] = await Promise.all([getJson(element.dataset.items), ready]);
  let items = readItems(data);
  const open = (found, place, byKey) => openBalloon(map, found, place, byKey);
  const mask = makeMask(map);
  const shapes = makeShapes(map);
  const signs = makeSigns(map, { onChoose: open, onHover, placeOf: makePlaces(gebieden) });
  const touches = startTouches(map, element, { open });
  let quiet = false; // the map moves by itself
  let turn = 0;

  map.on("autopanstart", () => {
    quiet = true;
  });
  map.on("moveend", () => {
    if (!quiet && element.offsetParent !== null) onMove();
    quiet = false;
  });
  map.on("click", ({ containerPoint, latlng }) => {
    const found = shapes.at(containerPoint);
    if (found.length) open(found, [latlng.lng, latlng.lat], false);
  });

  function moveTo(box, options = {}) {
    quiet = true;
    map.fitBounds(box, { animate: false, ...options });
    quiet = false;
  }

  async function draw(query) {
    turn += 1;
    const mine = turn;
    const hits = await findHits(element, query);
    if (mine !== turn) return; // a later choice was faster
    const below = query.get("gebied") ? idsBelow(gebieden, query.get("gebied")) : null;
    const found = filterItems(items, query, { below, hits });
    shapes.show(found);
    signs.show(found);
    touches.show(found);
    element.dataset.getoond = found.length;
  }

  function goTo(query) {
    const area = gebieden.find(({ slug }) => slug === query.get("gebied"));
    mask.show(area?.vorm);
    const [west, zuid, oost, noord] = (query.get("bbox") ?? "").split(",").map(Number);
    const shown = area ?? gebieden.find(({ niveau }) => niveau === "stad");
    if (noord) {
      moveTo([
        [zuid, west],
        [noord, oost],
      ]);
    } else if (shown?.vorm) {
      moveTo(window.L.geoJSON(shown.vorm).getBounds(), { padding: [12, 12] });
    }
  }

  return {
    map,
    draw,
    renew(change) {
      const before = items;
      items = change(items);
      return items !== before;
    },
    goTo,
    box: () => map.getBounds().toBBoxString().split(",").map(round).join(","),
    mark(sleutel) {
      signs.mark(sleutel);
      shapes.mark(sleutel);
    },
    appear(query) {
      quiet = true;
      map.invalidateSize({ animate: false });
      goTo(query);
    },
  };
}

// The server searches the texts: they are not in the data of the map.
async function findHits(element, asked) {
  if (!asked.get("tekst")) return null;
  const query = new URLSearchParams({ tekst: asked.get("tekst"), stand: asked.get("stand") ?? "" });
  return new Set(await getJson(`${element.dataset.treffers}?${query}`));
}

function round(number) {
  return Number(number).toFixed(5);
}
