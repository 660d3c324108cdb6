// Looks every few seconds how far an import is; when it is there, the page shows what to do next.
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
      location.reload();
      return;
    }
    if (status && status.textContent !== element.textContent) {
      element.replaceChildren(...status.childNodes);
    }
  } catch {
    // The line is down: the next look tries again.
  }
  start(element);
}
