// The list beside the map. The server writes it; this only puts the new one in its place.

import { replace } from "../live/delen.js";

let running = null;

/** Fetch the page for this address and take its list over; `stand` says because of what change. */
export async function renewList(address, stand = null) {
  running?.abort();
  running = new AbortController();
  const headers = stand === null ? {} : { "X-Live": stand };
  const answer = await fetch(address, { headers, signal: running.signal });
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const old = document.getElementById("kaart-lijst");
  const hadFocus = stand === null && old.contains(document.activeElement);
  const fresh = page.getElementById("kaart-lijst");
  if (stand === null) old.replaceWith(fresh);
  else replace(old, fresh);
  for (const id of ["kaart-titel"]) {
    document.getElementById(id).textContent = page.getElementById(id).textContent;
  }
  document.title = page.title;
  document.getElementById("kaart-aantal").textContent = fresh.dataset.tekst;
  if (hadFocus) {
    fresh.tabIndex = -1;
    fresh.focus({ preventScroll: true });
  }
}

/** Call `onMark` with the key of the item under the pointer or with the focus, else null. */
export function followPointer(holder, onMark) {
  const keyOf = (event) => event.target.closest?.("[data-sleutel]")?.dataset.sleutel ?? null;
  for (const name of ["mouseover", "focusin"]) {
    holder.addEventListener(name, (event) => onMark(keyOf(event)));
  }
  for (const name of ["mouseleave", "focusout"]) holder.addEventListener(name, () => onMark(null));
}

/** Make the lines of these items stand out. */
export function markLines(keys) {
  for (const row of document.querySelectorAll("#kaart-lijst [data-sleutel]")) {
    row.classList.toggle("is-gemarkeerd", keys.includes(row.dataset.sleutel));
  }
}
