// An ARIA combobox: suggestions under a field, by keyboard, mouse and screen reader.

/** Suggest while someone types. `find` returns options ({name, group}), or a promise of them.
 *
 * `nothing` is said when there are none; `choose` hears what was taken. An answer that comes after
 * a newer question is dropped.
 */
export function combobox(input, { label, find, nothing, least, choose }) {
  const list = makeList(input, label);
  const say = speaker(input);
  let shown = [];
  let active = -1;
  let asked = 0;

  function close() {
    asked += 1;
    shown = [];
    active = -1;
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  async function open() {
    asked += 1;
    const mine = asked;
    const found = await find(input.value);
    if (mine !== asked) return;
    say(!found.length && input.value.trim().length >= least ? nothing : "");
    if (!found.length) return close();
    shown = found;
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

  function take(option) {
    input.value = option.name;
    close();
    choose(option);
  }

  const keys = {
    ArrowDown: () => (shown.length ? move(1) : open()),
    ArrowUp: () => move(shown.length && active < 0 ? 0 : -1),
    Enter: () => take(shown[active]),
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
  if (document.activeElement === input && input.value) open(); // typed before this script was there
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const item = event.target.closest("[role=option]");
    if (item) take(shown[[...list.children].indexOf(item)]);
  });
}

function makeList(input, label) {
  const list = document.createElement("ul");
  list.id = `${input.id}-lijst`;
  list.className = "plek-lijst";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", label);
  const holder = document.createElement("div");
  holder.className = "plek-zoeken";
  const isTyping = document.activeElement === input;
  input.before(holder);
  holder.append(input, list);
  if (isTyping) input.focus(); // who types already loses focus when the field moves
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
