// The signs on the map: one for each item, a number for several together.
//
// Signs are copied from the legend, so that list, legend and map cannot differ. They are real
// buttons: Tab reaches them, Enter opens.

import { isOneSpot, makeGroups } from "./groepen.js";
import { say } from "./woorden.js";

const SIZE = 40;
const MARGIN = 60;
const CLOSEST = 19;

/** Return a layer of signs: `show(items)` draws them, `mark(key)` makes one stand out. */
export function makeSigns(map, { onChoose, onHover, placeOf }) {
  const drawn = new Map();
  let items = [];
  let marked = null;

  function show(found) {
    items = found;
    draw();
  }

  function draw() {
    const scale = 256 * 2 ** map.getZoom();
    const { min, max } = map.getPixelBounds();
    const view = {
      left: min.x - MARGIN,
      right: max.x + MARGIN,
      top: min.y - MARGIN,
      bottom: max.y + MARGIN,
    };
    const groups = makeGroups(items, { scale, view, size: SIZE });
    const wanted = new Map(groups.map((group) => [keyOf(group, map.getZoom()), group]));
    for (const [key, { group, marker }] of drawn) {
      if (!wanted.has(key) || !isSame(group, wanted.get(key))) {
        marker.remove();
        drawn.delete(key);
      }
    }
    for (const [key, group] of wanted) {
      if (!drawn.has(key)) drawn.set(key, { group, marker: addMarker(group) });
    }
    mark(marked);
  }

  function addMarker(group) {
    const { items: together } = group;
    const [lon, lat] = together[0].plek;
    const icon = window.L.divIcon({
      className: together.length > 1 ? "kaart-groep" : "kaart-punt",
      html: together.length > 1 ? number(together) : sign(together[0]),
      iconSize: together.length > 1 ? [36, 36] : [28, 28],
    });
    const marker = window.L.marker([lat, lon], { icon, riseOnHover: true }).addTo(map);
    const element = marker.getElement();
    element.setAttribute("aria-label", labelOf(together, placeOf));
    const choose = (byKey) => activate(group, byKey);
    marker.on("click", () => choose(false));
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      choose(true);
    });
    const keys = together.map((item) => item.sleutel);
    for (const name of ["mouseenter", "focus"]) element.addEventListener(name, () => onHover(keys));
    for (const name of ["mouseleave", "blur"]) element.addEventListener(name, () => onHover([]));
    return marker;
  }

  function activate(group, byKey) {
    const { items: together } = group;
    const scale = 256 * 2 ** map.getZoom();
    if (together.length > 1 && map.getZoom() < CLOSEST && !isOneSpot(group, scale)) {
      if (byKey) map.getContainer().focus();
      const corners = together.map(({ plek: [lon, lat] }) => [lat, lon]);
      map.fitBounds(corners, { padding: [60, 60], maxZoom: Math.min(CLOSEST, map.getZoom() + 3) });
      return;
    }
    onChoose(together, together[0].plek, byKey);
  }

  function mark(sleutel) {
    marked = sleutel;
    for (const { group, marker } of drawn.values()) {
      const on = sleutel !== null && group.items.some((item) => item.sleutel === sleutel);
      marker.getElement()?.classList.toggle("is-gemarkeerd", on);
      marker.setZIndexOffset(on ? 1000 : 0);
    }
  }

  map.on("moveend", draw);
  return { show, mark };
}

/** Return a copy of the sign of an item. */
export function sign(item) {
  const vorm = item.soort ? item.fase : "initiatief";
  const copy = document.querySelector(`.kaart-legenda .kaart-teken--${vorm}`).cloneNode(true);
  copy.classList.remove("kaart-teken--geen");
  if (item.domein) {
    copy.classList.add(`kaart-teken--${item.domein}`);
    const from = `.kaart-legenda .kaart-teken--${item.domein} .kaart-teken__merk`;
    copy.append(document.querySelector(from).cloneNode(true));
  }
  return copy;
}

function number(together) {
  const text = document.createElement("span");
  text.textContent = together.length;
  return text;
}

function labelOf(together, placeOf) {
  const aantal = together.length;
  if (aantal === 1) return together[0].titel;
  const plek = placeOf(together);
  if (!plek) return say("{aantal} plannen of ideeën bij elkaar", { aantal });
  return say("{aantal} plannen of ideeën bij elkaar in {plek}", { aantal, plek });
}

// An item that changed is another object, and gets another sign.
function isSame(one, other) {
  return one.items.every((item, place) => item === other.items[place]);
}

function keyOf({ items }, zoom) {
  const last = items[items.length - 1];
  return `${zoom}:${items.length}:${items[0].sleutel}:${last.sleutel}`;
}
