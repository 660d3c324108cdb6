// Suggests wijken and buurten while someone types a place: an ARIA combobox over a list of our own.
const LEAST = 2;
const MOST = 7;
const NOTHING = "Niets gevonden. Wijs de plek aan op de kaart of kies hieronder een buurt of wijk.";

export default function start(input) {
  const options = readOptions(document.getElementById(input.dataset.lijst));
  const list = makeList(input);
  const say = speaker(input);
  let shown = [];
  let active = -1;

  function close() {
    shown = [];
    active = -1;
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function open() {
    shown = find(options, input.value);
    say(!shown.length && lastWord(input.value).length >= LEAST ? NOTHING : "");
    if (!shown.length) return close();
    list.replaceChildren(...shown.map((option, number) => row(input, option, number)));
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  }

  function move(step) {
    if (!shown.length) return;
    active = (active + step + shown.length) % shown.length;
    for (const [number, item] of [...list.children].entries()) {
      item.setAttribute("aria-selected", String(number === active));
    }
    list.children[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", list.children[active].id);
  }

  function choose(option) {
    input.value = option.name;
    close();
    const detail = { gebied: option.value };
    input.dispatchEvent(new CustomEvent("plek:gekozen", { bubbles: true, detail }));
  }

  const keys = {
    ArrowDown: () => (shown.length ? move(1) : open()),
    ArrowUp: () => move(shown.length && active < 0 ? 0 : -1),
    Enter: () => choose(shown[active]),
    Escape: close,
  };
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && active < 0) return;
    if (event.key === "Escape" && list.hidden) return;
    if (!(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  });
  input.addEventListener("input", open);
  input.addEventListener("blur", close);
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const item = event.target.closest("[role=option]");
    if (item) choose(shown[[...list.children].indexOf(item)]);
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

function makeList(input) {
  const list = document.createElement("ul");
  list.id = `${input.id}-lijst`;
  list.className = "plek-lijst";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Wijken en buurten");
  const holder = document.createElement("div");
  holder.className = "plek-zoeken";
  input.before(holder);
  holder.append(input, list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);
  return list;
}

// Read out by a screen reader when it changes; the text is also there to read.
function speaker(input) {
  const line = document.createElement("p");
  line.className = "plek-zoeken__bericht";
  line.setAttribute("role", "status");
  input.closest(".plek-zoeken").after(line);
  return (text) => {
    if (line.textContent !== text) line.textContent = text;
  };
}

function row(input, option, number) {
  const item = document.createElement("li");
  item.id = `${input.id}-keuze-${number}`;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  const group = document.createElement("span");
  group.textContent = ` ${option.group}`;
  item.append(option.name, group);
  return item;
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
