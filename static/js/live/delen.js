// The parts of a page that follow what happens, and how the new ones take their place.

import { startModules } from "../starten.js";

const FIELDS = "input:not([type=hidden]), textarea, select, [contenteditable]";
const CAN_FOCUS = "a[href], button, summary, [tabindex]";

/** Return what is on the page now, to compare with what the server says later. */
export function readParts(holder = document) {
  const found = holder.querySelectorAll("[data-live-deel]");
  return new Map([...found].map((part) => [part.id, textOf(part)]));
}

/** Return the ids of the parts that differ; null when the page has other parts than before. */
export function compare(shown, fresh) {
  const there = readParts(fresh);
  if (shown.size !== there.size || [...shown.keys()].some((id) => !there.has(id))) return null;
  return [...there.keys()].filter((id) => there.get(id) !== shown.get(id));
}

/** Tell whether someone writes or chooses something in this part. */
export function isInUse(part) {
  return part.contains(document.activeElement) && document.activeElement.matches(FIELDS)
    ? true
    : [...part.querySelectorAll(FIELDS)].some(isChanged);
}

/** Put the new part in the place of the old; focus and what was opened stay. */
export function replace(old, fresh) {
  const focus = old.contains(document.activeElement) ? placeOf(old, document.activeElement) : null;
  const opened = new Map(
    [...old.querySelectorAll("details")].map((one) => [nameOf(one), one.open]),
  );
  const part = document.importNode(fresh, true);
  for (const one of part.querySelectorAll("details")) {
    one.open = opened.get(nameOf(one)) ?? one.open;
  }
  old.replaceWith(part);
  startModules(part);
  if (focus) giveFocus(part, focus);
}

// A token is another one each time, and says nothing to a reader.
function textOf(part) {
  const copy = part.cloneNode(true);
  for (const one of copy.querySelectorAll("[name=csrf_token]")) one.remove();
  return copy.innerHTML;
}

function isChanged(field) {
  if (field.type === "checkbox" || field.type === "radio") {
    return field.checked !== field.defaultChecked;
  }
  if (field.options) return false;
  return field.defaultValue !== undefined && field.value !== field.defaultValue;
}

function nameOf(details) {
  return details.id || details.querySelector("summary")?.textContent.trim();
}

function placeOf(part, element) {
  const same = (one) => one.textContent.trim() === element.textContent.trim();
  const all = [...part.querySelectorAll(CAN_FOCUS)];
  return {
    id: element.id,
    href: element.getAttribute("href"),
    same,
    place: all.indexOf(element),
  };
}

function giveFocus(part, { id, href, same, place }) {
  const all = [...part.querySelectorAll(CAN_FOCUS)];
  const found =
    all.find((one) => id && one.id === id) ??
    all.find((one) => href && one.getAttribute("href") === href) ??
    all.find(same) ??
    all[Math.min(place, all.length - 1)];
  if (found) {
    found.focus({ preventScroll: true });
    return;
  }
  part.tabIndex = -1;
  part.focus({ preventScroll: true });
}
