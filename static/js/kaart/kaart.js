// The page /kaart: form, list and map show one address, and follow each other.
//
// The address is the truth. Whatever changes (a field, a link in the list, the map) makes a new
// address; `show` then fills the form, filters the map in memory and fetches the list.

import { startDragging, startSwitch } from "./bediening.js";
import { makeView } from "./beeld.js";
import { fillForm, toQuery } from "./formulier.js";
import { remember } from "./geschiedenis.js";
import { startYears } from "./jaren.js";
import { followPointer, markLines, renewList } from "./lijst.js";
import { followChanges } from "./live.js";
import { say } from "./woorden.js";

const TYPING_MS = 350;
const MOVING_MS = 250;

async function start(element) {
  const root = document.getElementById("kaart");
  const form = document.querySelector(".kaart-filters");
  const along = document.getElementById("kaart-mee");
  let waiting = null;
  let shown = asked();
  const view = await makeView(element, { onHover: markLines, onMove: follow });
  const years = startYears({ form, onChange: () => change(toQuery(form), "years") });

  // A choice becomes a step one can go back to; `kind` is what was changed.
  function change(query, kind) {
    if (query.get("stand") !== shown.get("stand")) {
      location.assign(`${form.action}?${query}`); // another day has other data
      return null;
    }
    const areaChanged = query.get("gebied") !== shown.get("gebied");
    if (areaChanged) query.delete("bbox");
    remember(`${form.action}?${query}`.replace(/\?$/, ""), kind);
    return show(query, { goTo: areaChanged });
  }

  async function show(query, { goTo, all }) {
    shown = query;
    fillForm(form, query, { all });
    if (goTo) view.goTo(query);
    years.read();
    try {
      await Promise.all([view.draw(query), renewList(location.href)]);
    } catch (error) {
      if (error.name === "AbortError") return; // a later choice took its place
      tell(say("De lijst kon niet worden vernieuwd. Probeer het opnieuw."));
    }
  }

  function later(milliseconds, kind) {
    clearTimeout(waiting);
    waiting = setTimeout(() => change(toQuery(form), kind), milliseconds);
  }

  function setBox(box) {
    form.elements.bbox.value = box;
    form.elements.bbox.disabled = !box;
    later(MOVING_MS, "move");
  }

  function follow() {
    if (along.checked) setBox(view.box());
  }

  along.addEventListener("change", () => setBox(along.checked ? view.box() : ""));
  form.addEventListener("change", () => later(0, "choice"));
  form.elements.tekst.addEventListener("input", () => later(TYPING_MS, "typing"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    later(0, "choice");
  });
  root.addEventListener("click", (event) => {
    const query = queryOf(event, form);
    if (!query) return;
    event.preventDefault();
    change(query, "choice");
    const toPage = query.has("pagina") || query.has("breed");
    if (toPage) root.scrollIntoView();
  });
  window.addEventListener("popstate", () => {
    clearTimeout(waiting);
    const query = asked();
    if (`${query}` === `${shown}`) return; // only the part after # changed
    const moved = ["gebied", "bbox"].some((name) => query.get(name) !== shown.get(name));
    show(query, { goTo: moved, all: true });
  });
  followPointer(root.querySelector(".kaart-kolom"), view.mark);
  startSwitch(root, () => view.appear(asked()));
  startDragging(view.map);

  view.goTo(asked());
  await view.draw(asked());
  element.dataset.klaar = "";
  const line = document.getElementById("kaart-live");
  if (line) {
    followChanges(line, async (change, stand) => {
      if (!view.renew(change)) return false;
      await Promise.all([view.draw(asked()), renewList(location.href, stand)]);
      return true;
    });
  }
}

function asked() {
  return new URL(location).searchParams;
}

// A link in the list to this same page (a pill, another page of the list) needs no new page.
function queryOf(event, form) {
  const link = event.target.closest("#kaart-lijst a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  const there = new URL(link.href);
  if (there.pathname !== new URL(form.action).pathname || there.hash) return null;
  return there.searchParams;
}

function tell(text) {
  document.getElementById("kaart-aantal").textContent = text;
}

const element = document.getElementById("kaart-vlak");
if (element && window.L) {
  start(element).catch(() => tell(say("De kaart kan nu niet laden. De lijst werkt wel.")));
}
