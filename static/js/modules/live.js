// Shows on an open page what changes elsewhere, without a reload, and says so in a line.
//
// A part that someone is using is left alone; then a button offers the new page.

import { compare, isInUse, readParts, replace } from "../live/delen.js";
import { makeLine } from "../live/regel.js";
import { listen } from "../live/verbinding.js";

const SPREAD_MS = 600;

export default function start(element) {
  const line = makeLine(element);
  const shown = readParts();
  let asked = null;

  async function renew(stand) {
    const answer = await fetch(location.href, { headers: { "X-Live": stand } });
    if (answer.status >= 500 || answer.status === 429) return; // the next change tries again
    if (!answer.ok || answer.redirected) line.gone();
    else show(new DOMParser().parseFromString(await answer.text(), "text/html"));
  }

  function show(page) {
    const changed = compare(shown, page);
    if (changed === null) {
      line.changed();
      return;
    }
    const free = changed.filter((id) => !isInUse(document.getElementById(id)));
    const there = readParts(page);
    for (const id of free) {
      replace(document.getElementById(id), page.getElementById(id));
      shown.set(id, there.get(id));
    }
    if (free.length) document.title = page.title;
    if (free.length < changed.length) line.changed();
    else if (free.length) line.renewed();
  }

  // Many changes at once are one look; many pages do not all look in the same instant.
  function onNews({ stand }) {
    clearTimeout(asked);
    asked = setTimeout(() => renew(stand).catch(() => {}), Math.random() * SPREAD_MS);
  }

  const { live, liveSinds } = element.dataset;
  listen({ over: live, sinds: liveSinds, onNews });
}
