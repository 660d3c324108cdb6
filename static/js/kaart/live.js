// A change elsewhere is on this map without a reload: only what changed is fetched, and neither
// the view nor the choices move.

import { makeLine } from "../live/regel.js";
import { listen } from "../live/verbinding.js";
import { readItems } from "./filter.js";

const SPREAD_MS = 600;
const LETTERS = { project: "p", initiatief: "i" };

/** Follow what happens. `onItems` gets how to make the new items of the old, shows them when
 * there is a difference, and says whether there was. */
export function followChanges(element, onItems) {
  const line = makeLine(element);
  const { live, liveSinds, items, alles } = element.dataset;
  let keys = new Set();
  let all = false;
  let timer = null;

  function onNews(message) {
    all ||= message.alles;
    for (const { soort, id } of message.meldingen) {
      if (soort in LETTERS) keys.add(`${LETTERS[soort]}${id}`);
    }
    clearTimeout(timer);
    timer = setTimeout(() => renew(message.stand).catch(() => {}), Math.random() * SPREAD_MS);
  }

  async function renew(stand) {
    const wanted = keys;
    const everything = all;
    keys = new Set();
    all = false;
    const query = new URLSearchParams({ sleutels: [...wanted].sort().join(",") });
    const address = everything ? alles : `${items}?${query}`;
    const answer = await fetch(address, { headers: { "X-Live": stand } });
    if (!answer.ok) throw new Error(`${answer.status} ${address}`);
    const fresh = readItems(await answer.json());
    const isMeant = ({ sleutel }) => everything || wanted.has(sleutel);
    const changed = await onItems((old) => {
      const [was, others] = [old.filter(isMeant), old.filter((item) => !isMeant(item))];
      return isSame(was, fresh) ? old : [...others, ...fresh];
    }, stand);
    if (changed) line.renewed();
  }

  listen({ over: live, sinds: liveSinds, onNews });
}

function isSame(some, others) {
  const written = (items) => JSON.stringify(items.map((item) => JSON.stringify(item)).sort());
  return written(some) === written(others);
}
