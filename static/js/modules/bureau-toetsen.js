// The desk by keyboard: j and k walk, Enter or o opens, x ticks, d goes to the decision, ? helps.
// Never while someone types, never with a modifier, and only while the keys are switched on.
const STEP = { j: 1, k: -1 };
const TYPING = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";
const KEPT = "bureau-toetsen-uit";

function isOff() {
  try {
    return localStorage.getItem(KEPT) === "ja";
  } catch {
    return false;
  }
}

function keep(off) {
  try {
    if (off) localStorage.setItem(KEPT, "ja");
    else localStorage.removeItem(KEPT);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

function setUpDialog(holder, dialog, state) {
  const toggle = holder.querySelector("[data-toetsen-schakel]");
  const show = () => {
    toggle.querySelector(".nl-button__label").textContent = state.off
      ? holder.dataset.aan
      : holder.dataset.uit;
  };
  holder.querySelector("[data-toetsen-open]").addEventListener("click", () => dialog.showModal());
  holder.querySelector("[data-toetsen-sluit]").addEventListener("click", () => dialog.close());
  toggle.addEventListener("click", () => {
    state.off = !state.off;
    keep(state.off);
    show();
  });
  show();
}

export default function start(holder) {
  const dialog = holder.querySelector("dialog");
  const state = { off: isOff() };
  const rows = [...document.querySelectorAll("[data-rij]")];
  const links = rows.map((row) => row.querySelector("[data-open]"));
  const here = () => rows.findIndex((row) => row.contains(document.activeElement));
  const decision = document.querySelector("#besluit");
  holder.hidden = false;
  setUpDialog(holder, dialog, state);

  function walk(step) {
    const at = here();
    const next = at < 0 ? 0 : Math.min(Math.max(at + step, 0), links.length - 1);
    links[next]?.focus();
    links[next]?.scrollIntoView({ block: "nearest" });
  }

  function tick() {
    const box = rows[here()]?.querySelector("input[type=checkbox]");
    if (!box) return;
    box.checked = !box.checked;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function decide() {
    const link = links[here()];
    if (link) window.location.assign(`${link.href}#besluit`);
    else if (decision) (decision.querySelector("input:not([type=hidden])") ?? decision).focus();
  }

  const keys = {
    j: () => walk(STEP.j),
    k: () => walk(STEP.k),
    o: () => links[here()]?.click(),
    x: tick,
    d: decide,
    "?": () => dialog.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    const busy = event.ctrlKey || event.metaKey || event.altKey || event.target.matches(TYPING);
    if (state.off || busy || dialog.open || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });
}
