// The page /kaart: form, list and map show one address, and follow each other.
//
// The address is the truth. Whatever changes (a field, a link in the list, the map) makes a new
// address; `show` then fills the form, filters the map in memory and fetches the list.

import { openBalloon } from "./ballon.js";
import { createMap, getJson } from "./basis.js";
import { filterItems, idsBelow, readItems } from "./filter.js";
import { fillForm, toQuery } from "./formulier.js";
import { startYears } from "./jaren.js";
import { followPointer, markLines, renewList } from "./lijst.js";
import { makeMask } from "./masker.js";
import { makeSigns } from "./tekens.js";
import { makeShapes } from "./vormen.js";
import { say } from "./woorden.js";

const TYPING_MS = 350;
const MOVING_MS = 250;

async function start(element) {
  const root = document.getElementById("kaart");
  const form = document.querySelector(".kaart-filters");
  const { map, ready } = createMap(element);
  const mask = makeMask(map);
  const shapes = makeShapes(map);
  const signs = makeSigns(map, { onChoose: choose, onHover: markLines });
  const years = startYears({ form, onChange: () => show(toQuery(form)) });
  let quiet = true; // the map moves by itself, nobody moves it
  let waiting = null;

  const [data, { gebieden }] = await Promise.all([getJson(element.dataset.items), ready]);
  const items = readItems(data);

  function choose(found, place, byKey) {
    openBalloon(map, found, place, byKey);
  }

  function move(box, options = {}) {
    quiet = true;
    map.fitBounds(box, { animate: false, ...options });
    quiet = false;
  }

  async function drawMap(query) {
    const text = query.get("tekst");
    const hits = text ? new Set(await getJson(hitsOf(element, text))) : null;
    const below = query.get("gebied") ? idsBelow(gebieden, query.get("gebied")) : null;
    const found = filterItems(items, query, { below, hits });
    shapes.show(found);
    signs.show(found);
    element.dataset.getoond = found.length;
  }

  function goToArea(query) {
    const area = gebieden.find(({ slug }) => slug === query.get("gebied"));
    mask.show(area?.vorm);
    const box = query.get("bbox")?.split(",").map(Number);
    if (box) {
      move([
        [box[1], box[0]],
        [box[3], box[2]],
      ]);
      return;
    }
    const shown = area ?? gebieden.find(({ niveau }) => niveau === "stad");
    if (shown?.vorm) move(window.L.geoJSON(shown.vorm).getBounds(), { padding: [12, 12] });
  }

  async function show(query) {
    const before = new URL(location).searchParams;
    const areaChanged = query.get("gebied") !== before.get("gebied");
    if (areaChanged) query.delete("bbox");
    history.replaceState(null, "", `${form.action}?${query}`.replace(/\?$/, ""));
    fillForm(form, query);
    if (areaChanged) goToArea(query);
    years.read();
    try {
      await Promise.all([drawMap(query), renewList(location.href)]);
    } catch (error) {
      if (error.name !== "AbortError")
        tell(say("De lijst kon niet worden vernieuwd. Probeer het opnieuw."));
    }
  }

  function later(milliseconds) {
    clearTimeout(waiting);
    waiting = setTimeout(() => show(toQuery(form)), milliseconds);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    later(0);
  });
  form.addEventListener("change", () => later(0));
  form.elements.tekst.addEventListener("input", () => later(TYPING_MS));

  root.addEventListener("click", (event) => {
    const link = event.target.closest("#kaart-lijst a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const there = new URL(link.href);
    if (there.pathname !== new URL(form.action).pathname || there.hash) return;
    event.preventDefault();
    const pages = ["pagina", "breed"].some((name) => there.searchParams.has(name));
    show(there.searchParams);
    if (pages) document.getElementById("kaart-aantal").scrollIntoView();
  });

  followPointer(root.querySelector(".kaart-kolom"), (key) => {
    signs.mark(key);
    shapes.mark(key);
  });

  const along = document.getElementById("kaart-mee");
  const setBox = () => {
    const field = form.elements.bbox;
    field.value = along.checked
      ? map.getBounds().toBBoxString().split(",").map(round).join(",")
      : "";
    field.disabled = !field.value;
    later(MOVING_MS);
  };
  map.on("autopanstart", () => {
    quiet = true;
  });
  map.on("moveend", () => {
    if (!quiet && along.checked && isShown(element)) setBox();
    quiet = false;
  });
  along.addEventListener("change", setBox);
  map.on("click", (event) => {
    const found = shapes.at(event.containerPoint);
    if (found.length) choose(found, [event.latlng.lng, event.latlng.lat], false);
  });

  const query = new URL(location).searchParams;
  startSwitch(root, () => {
    quiet = true;
    map.invalidateSize({ animate: false });
    goToArea(new URL(location).searchParams);
  });
  startDragging(map);
  goToArea(query);
  await drawMap(query);
  quiet = false;
  element.dataset.klaar = "";
}

function hitsOf(element, text) {
  return `${element.dataset.treffers}?${new URLSearchParams({ tekst: text })}`;
}

function round(number) {
  return Number(number).toFixed(5);
}

function isShown(element) {
  return element.offsetParent !== null;
}

function tell(text) {
  document.getElementById("kaart-aantal").textContent = text;
}

// On a phone list and map take turns; the button says what it will show.
function startSwitch(root, onMap) {
  const button = document.getElementById("kaart-wissel");
  button.addEventListener("click", () => {
    const toMap = root.dataset.beeld === "lijst";
    root.dataset.beeld = toMap ? "kaart" : "lijst";
    button.textContent = toMap ? button.dataset.lijst : button.dataset.kaart;
    if (toMap) onMap();
    document.getElementById("kaart-aantal").scrollIntoView();
  });
}

// One finger scrolls the page and two move the map, until someone asks to use the map.
function startDragging(map) {
  const button = document.getElementById("kaart-gebruik");
  button.addEventListener("click", () => {
    const on = !map.dragging.enabled();
    map.dragging[on ? "enable" : "disable"]();
    button.setAttribute("aria-pressed", String(on));
  });
}

const element = document.getElementById("kaart-vlak");
if (element && window.L) {
  start(element).catch(() => tell(say("De kaart kan nu niet laden. De lijst werkt wel.")));
}
