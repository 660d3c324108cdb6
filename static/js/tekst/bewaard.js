// What someone typed and did not save yet, kept in this tab of the browser only: for each page and
// each person, so that nobody else finds it.

const PREFIX = "tekst:";
const SENT = "tekst-verstuurd";

/** Return the key of a form: of which page, and of whom. */
export function keyOf(form) {
  return `${PREFIX}${window.location.pathname}:${form.dataset.tekst}`;
}

/** Return what is kept under a key: for each field what it was, and what was typed. */
export function load(key) {
  return JSON.parse(sessionStorage.getItem(key) ?? "{}");
}

/** Keep it; where there is no room, nothing is kept. */
export function store(key, fields) {
  try {
    if (Object.keys(fields).length) sessionStorage.setItem(key, JSON.stringify(fields));
    else sessionStorage.removeItem(key);
  } catch {
    sessionStorage.removeItem(key);
  }
}

/** Tell whether something is kept of the pages whose path begins so. */
export function holds(path) {
  return keysOf(path).length > 0;
}

/** Forget what is kept of the pages whose path begins so; without a path everything. */
export function forget(path = "") {
  for (const key of keysOf(path)) sessionStorage.removeItem(key);
}

/** Remember that this form is on its way. */
export function markSent(key) {
  sessionStorage.setItem(SENT, key);
}

/** Forget that a form was on its way: it did not arrive. */
export function markRefused() {
  sessionStorage.removeItem(SENT);
}

/** Forget the form that was sent, when it was saved: then the server led us here. */
export function settle() {
  const key = sessionStorage.getItem(SENT);
  sessionStorage.removeItem(SENT);
  const [arrival] = performance.getEntriesByType("navigation");
  const refused = document.querySelector(".error-summary") !== null;
  if (key && arrival?.redirectCount > 0 && !refused) sessionStorage.removeItem(key);
}

function keysOf(path) {
  return Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX + path));
}
