// The line that says what happened to the page, for who sees it and for who hears it.

const FLOATING_MS = 8_000;

/** Return how to say something in the line; `offer` shows the button that loads the page anew. */
export function makeLine(line) {
  const words = line.querySelector("[role=status]");
  const button = line.querySelector("button");
  const { bijgewerkt, gewijzigd, weg } = line.dataset;
  let timer = null;
  button.addEventListener("click", () => location.reload());

  function tell(text, offer) {
    words.textContent = "";
    button.hidden = !offer;
    line.classList.add("live--zichtbaar", "live--boven");
    requestAnimationFrame(() => {
      words.textContent = text; // the same words again are heard again
    });
    clearTimeout(timer);
    if (!offer) timer = setTimeout(() => line.classList.remove("live--boven"), FLOATING_MS);
  }

  return {
    renewed: () => tell(`${bijgewerkt} (${time()})`, false),
    changed: () => tell(gewijzigd, true),
    gone: () => tell(weg, true),
  };
}

// As the other times on the site, wherever the reader is.
function time() {
  const options = { timeStyle: "short", timeZone: "Europe/Amsterdam" };
  return new Date().toLocaleTimeString(document.documentElement.lang, options);
}
