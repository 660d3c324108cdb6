// Keeps what is typed in a form until it is saved, and puts it back when someone had to sign in
// again. Passwords, files and hidden fields are never kept.
import { keyOf, load, markSent, settle, store } from "../tekst/bewaard.js";

const KEPT = "textarea, select, input:not([type=hidden], [type=password], [type=file])";
const TOLD = "Wij hebben teruggezet wat u schreef. Het is nog niet bewaard.";

export default function start(form) {
  settle();
  const key = keyOf(form);
  const fields = fieldsOf(form);
  const kept = load(key);
  if (putBack(fields, kept)) tell(form);
  store(key, kept);

  function keep() {
    for (const [name, elements] of fields) {
      const from = kept[name]?.from ?? served(elements);
      const to = read(elements);
      if (to === from) delete kept[name];
      else kept[name] = { from, to };
    }
    store(key, kept);
  }
  form.addEventListener("input", keep);
  form.addEventListener("change", keep);
  form.addEventListener("submit", ({ submitter }) => {
    keep();
    // A row that is taken away changes the names of the rows below it.
    const gone = submitter?.dataset.vergeet;
    if (gone) {
      for (const name of Object.keys(kept)) if (name.startsWith(gone)) delete kept[name];
      store(key, kept);
    }
    markSent(key);
  });
}

function fieldsOf(form) {
  const elements = [...form.elements].filter((one) => one.name && one.matches(KEPT));
  const names = new Set(elements.map(({ name }) => name));
  return new Map([...names].map((name) => [name, elements.filter((one) => one.name === name)]));
}

// Only where the server has nothing newer. A form that comes back unsaved already shows what was
// typed.
function putBack(fields, kept) {
  const refused = document.querySelector(".error-summary, [data-niet-bewaard]") !== null;
  let changed = false;
  for (const [name, { from, to }] of Object.entries(kept)) {
    const elements = fields.get(name);
    const now = elements && served(elements);
    if (elements && (now === from || now === "") && now !== to) {
      write(elements, to);
      changed = true;
    } else if (!(refused && now === to)) {
      delete kept[name];
    }
  }
  return changed;
}

const isTicked = ({ type }) => type === "radio" || type === "checkbox";

function read(elements) {
  if (!isTicked(elements[0])) return elements[0].value;
  return valuesOf(elements, ({ checked }) => checked);
}

// What the server put in the field, whatever a script or the browser made of it since.
function served(elements) {
  const [first] = elements;
  if (isTicked(first)) return valuesOf(elements, ({ defaultChecked }) => defaultChecked);
  if (!first.options) return first.defaultValue;
  const chosen = [...first.options].find(({ defaultSelected }) => defaultSelected);
  return (chosen ?? first.options[0])?.value ?? "";
}

function valuesOf(elements, wanted) {
  return elements
    .filter(wanted)
    .map(({ value }) => value)
    .join("\n");
}

function write(elements, value) {
  for (const element of elements) {
    if (isTicked(element)) element.checked = value.split("\n").includes(element.value);
    else element.value = value;
    const folded = element.closest("details");
    if (folded) folded.open = true;
  }
  const name = elements[0].matches("textarea") ? "input" : "change";
  elements[0].dispatchEvent(new Event(name, { bubbles: true }));
}

function tell(form) {
  const line = document.createElement("div");
  line.className = "utrecht-alert utrecht-alert--info alert alert--info";
  line.setAttribute("role", "status");
  form.before(line);
  setTimeout(() => {
    line.textContent = TOLD;
  });
}
