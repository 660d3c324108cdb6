// Shows the new codes of the demo as soon as they change: the server counts in steps of 30 seconds.
const STEP = 30_000;
const CODE = "[data-code]";

export default function start(element) {
  setTimeout(renew, STEP - (Date.now() % STEP) + 500, element);
}

async function renew(element) {
  try {
    const page = await (await fetch(location.href)).text();
    const fresh = new DOMParser().parseFromString(page, "text/html").querySelectorAll(CODE);
    for (const [number, cell] of element.querySelectorAll(CODE).entries()) {
      cell.textContent = fresh[number]?.textContent ?? cell.textContent;
    }
  } catch {
    // The line is down: the next step tries again.
  }
  start(element);
}
