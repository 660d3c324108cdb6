// Walk through a list with j and k; Enter opens what has the focus, as everywhere.
const STEP = { j: 1, k: -1 };
const TYPING = "input, textarea, select, [contenteditable]";

export default function start(list) {
  const links = [...list.querySelectorAll("a")];

  document.addEventListener("keydown", (event) => {
    const step = STEP[event.key];
    const busy = event.ctrlKey || event.metaKey || event.altKey || event.target.matches(TYPING);
    if (!step || busy || links.length === 0) return;
    event.preventDefault();
    const here = links.indexOf(document.activeElement);
    const next = here < 0 ? 0 : Math.min(Math.max(here + step, 0), links.length - 1);
    links[next].focus();
    links[next].scrollIntoView({ block: "nearest" });
  });
}
