// What every map in a form shares: its cross, its voice, and fingers that scroll the page first.
import { isTouch } from "./basis.js";

// A screen reader hears what happened to the pin; the text is also there to read.
export function speaker(box) {
  const line = box.querySelector("[data-bericht]");
  return (text, wrong = false) => {
    line.textContent = text;
    line.classList.toggle("form-field__error", wrong);
  };
}

/** Return the cross that marks the middle of the map. */
export function crossHair() {
  const cross = document.createElement("span");
  cross.className = "plek-kruis";
  cross.setAttribute("aria-hidden", "true");
  return cross;
}

// On a phone a finger scrolls the page, until someone says it should move the map.
export function letFingersPan(box, map) {
  const button = box.querySelector("[data-schuif]");
  button.hidden = !isTouch();
  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(on));
    if (on) map.dragging.enable();
    else map.dragging.disable();
  });
}
