// The address of the page, and the steps the Back button goes back to.

const FLOWING = ["typing", "years"];

let last = null;

window.addEventListener("popstate", () => {
  last = null;
});

/** Put the address in the bar. Moving the map replaces; so does going on with what was going on. */
export function remember(address, kind) {
  const { pathname, search } = new URL(address);
  if (pathname === location.pathname && search === location.search) return;
  const goesOn = FLOWING.includes(kind) && kind === last;
  if (kind === "move" || goesOn) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  last = kind;
}
