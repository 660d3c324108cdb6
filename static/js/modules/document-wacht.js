// Looks every few seconds how far a document is, until it is there.
const PATIENCE = 2_000;

export default function start(element) {
  setTimeout(look, PATIENCE, element);
}

async function look(element) {
  try {
    const page = await (await fetch(location.href)).text();
    const fresh = new DOMParser().parseFromString(page, "text/html");
    const status = fresh.querySelector("main [role=status]");
    if (status && !status.dataset.module) {
      element.replaceChildren(...status.childNodes);
      return;
    }
  } catch {
    // The line is down: the next look tries again.
  }
  start(element);
}
