// Suggests streets and addresses while someone types, from our own server.
import { combobox } from "../zoeken/combobox.js";

const LEAST = 3;
const PAUSE_MS = 250;
const KINDS = { Point: "punt", LineString: "lijn", Polygon: "vlak" };

export default function start(input) {
  combobox(input, {
    label: input.dataset.wat,
    find: patient((typed) => ask(input.dataset.adressen, typed)),
    nothing: input.dataset.niets,
    least: LEAST,
    choose: ({ vorm }) => {
      const detail = { tekening: KINDS[vorm.type.replace("Multi", "")], delen: partsOf(vorm) };
      input.dispatchEvent(new CustomEvent("adres:gekozen", { bubbles: true, detail }));
    },
  });
}

// Ask when someone stops typing for a moment.
function patient(find) {
  let timer;
  return (typed) =>
    new Promise((done) => {
      clearTimeout(timer);
      timer = setTimeout(() => done(find(typed)), PAUSE_MS);
    });
}

async function ask(address, typed) {
  if (typed.trim().length < LEAST) return [];
  const answer = await fetch(`${address}?vraag=${encodeURIComponent(typed)}`);
  return answer.ok ? (await answer.json()).adressen : [];
}

function partsOf({ type, coordinates }) {
  const parts = type.startsWith("Multi") ? coordinates : [coordinates];
  if (type.endsWith("Point")) return parts.map((part) => [part]);
  return type.endsWith("Polygon") ? parts.map(([ring]) => ring.slice(0, -1)) : parts;
}
