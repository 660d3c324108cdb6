// A Leaflet map that stands on our own outlines, or on tiles when those are configured.
//
// The element says where its data is: data-gebieden (address of the outlines), and, when set,
// data-tegels (address pattern of the tiles) and data-tegels-bron (whom to thank for them).
// Leaflet itself is a classic script before the module: it is `window.L`.

import { say } from "./woorden.js";

const HAARLEM = [
  [52.33, 4.59],
  [52.43, 4.69],
];
const PAN_PIXELS = 80;

/** Make the map, keyboard and all. `ready` resolves with the outlines once they are drawn. */
export function createMap(element, { onArea = null } = {}) {
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = window.L.map(element, {
    preferCanvas: true,
    attributionControl: Boolean(element.dataset.tegelsBron),
    zoomControl: false,
    dragging: !isTouch(),
    scrollWheelZoom: false,
    keyboardPanDelta: PAN_PIXELS,
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
    inertia: !still,
    minZoom: 10,
    maxZoom: 19,
    zoomSnap: 0.5,
  }).fitBounds(HAARLEM, { animate: false });
  window.L.control
    .zoom({ zoomInTitle: say("Inzoomen"), zoomOutTitle: say("Uitzoomen") })
    .addTo(map);
  map.attributionControl?.setPrefix(false);
  wheelOnlyWithFocus(map, element);
  addTiles(map, element);
  return { map, ready: addAreas(map, element, onArea) };
}

/** Tell whether a finger is the main way of pointing. */
export function isTouch() {
  return window.matchMedia("(pointer: coarse)").matches;
}

/** Read JSON from our own server, or throw. */
export async function getJson(address, signal) {
  const answer = await fetch(address, { signal, headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}

// The page scrolls under the mouse until the map has been chosen with a click or the keyboard.
function wheelOnlyWithFocus(map, element) {
  element.addEventListener("focusin", () => map.scrollWheelZoom.enable());
  element.addEventListener("focusout", () => map.scrollWheelZoom.disable());
}

function addTiles(map, element) {
  const { tegels, tegelsBron } = element.dataset;
  if (tegels) window.L.tileLayer(tegels, { attribution: tegelsBron, maxZoom: 19 }).addTo(map);
}

async function addAreas(map, element, onArea) {
  const { gebieden } = await getJson(element.dataset.gebieden);
  const renderer = window.L.canvas({ padding: 0.3 });
  const layers = new Map();
  for (const area of gebieden) {
    if (!area.vorm) continue;
    const layer = window.L.geoJSON(area.vorm, {
      renderer,
      interactive: false,
      style: areaStyle(area, Boolean(element.dataset.tegels)),
    });
    layers.set(area.id, layer);
    if (area.niveau !== "buurt") layer.addTo(map);
  }
  showBuurten(map, gebieden, layers);
  addNames(map, gebieden, layers);
  onArea?.(gebieden);
  return { gebieden, layers };
}

// Buurten are drawn from the zoom level at which there is room for them.
function showBuurten(map, gebieden, layers) {
  const buurten = gebieden.filter((area) => area.niveau === "buurt" && layers.has(area.id));
  const update = () => {
    for (const { id } of buurten) {
      if (map.getZoom() >= 14) layers.get(id).addTo(map);
      else layers.get(id).remove();
    }
  };
  map.on("zoomend", update);
  update();
}

// Without tiles the names of the areas tell where one is: stadsdelen from afar, then wijken.
function addNames(map, gebieden, layers) {
  if (map.getContainer().dataset.tegels) return;
  map.createPane("namen").style.zIndex = 430;
  map.getPane("namen").style.pointerEvents = "none";
  const names = gebieden
    .filter(({ id, niveau }) => niveau !== "stad" && layers.has(id))
    .map((area) => ({ niveau: area.niveau, marker: nameOf(area, layers.get(area.id)) }));
  const update = () => {
    const zoom = map.getZoom();
    const wanted = zoom >= 15 ? "buurt" : zoom >= 13 ? "wijk" : "stadsdeel";
    for (const { niveau, marker } of names) {
      if (niveau === wanted) marker.addTo(map);
      else marker.remove();
    }
  };
  map.on("zoomend", update);
  update();
}

function nameOf(area, layer) {
  const text = document.createElement("span");
  text.textContent = area.naam;
  const icon = window.L.divIcon({ className: "kaart-naam", html: text, iconSize: [0, 0] });
  const options = { icon, pane: "namen", interactive: false, keyboard: false };
  const marker = window.L.marker(layer.getBounds().getCenter(), options);
  marker.on("add", () => marker.getElement().setAttribute("aria-hidden", "true"));
  return marker;
}

/** Return how the outline of an area is drawn; without tiles the land itself is coloured. */
export function areaStyle(area, tiles) {
  const land = area.niveau === "stad" && !tiles;
  const weight = { stad: 2.5, stadsdeel: 2, wijk: 1, buurt: 0.6 }[area.niveau];
  return {
    color: "#5b6b7b",
    weight,
    opacity: area.niveau === "buurt" ? 0.6 : 0.9,
    fill: land,
    fillColor: "#fbfaf6",
    fillOpacity: 1,
  };
}
