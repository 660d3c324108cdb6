// Suggests wijken and buurten while someone types a place, from a list on the page itself.
import { combobox } from "../zoeken/combobox.js";

const LEAST = 2;
const MOST = 7;
const NOTHING = "Niets gevonden. Wijs de plek aan op de kaart of kies hieronder een buurt of wijk.";

export default function start(input) {
  const options = readOptions(document.getElementById(input.dataset.lijst));
  combobox(input, {
    label: "Wijken en buurten",
    find: (typed) => find(options, typed),
    nothing: NOTHING,
    least: LEAST,
    choose: (option) => {
      const detail = { gebied: option.value };
      input.dispatchEvent(new CustomEvent("plek:gekozen", { bubbles: true, detail }));
    },
  });
}

function readOptions(select) {
  return [...select.options]
    .filter((option) => option.value)
    .map((option) => ({
      value: option.value,
      name: option.label,
      group: option.parentElement.label ?? "",
      words: plain(option.label).split(/[^a-z0-9]+/),
    }));
}

// The last word counts: someone types a street first, then the buurt.
function lastWord(typed) {
  return plain(typed)
    .split(/[^a-z0-9]+/)
    .pop();
}

function find(options, typed) {
  const last = lastWord(typed);
  if (last.length < LEAST) return [];
  return options.filter(({ words }) => words.some((word) => word.startsWith(last))).slice(0, MOST);
}

function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
