// Tells how many characters are left while someone types; a screen reader hears it after a pause.
const PAUSE = 1000;
const LINE_BREAK = /\r?\n/g;

export default function start(element) {
  const field = element.querySelector("textarea");
  const seen = element.querySelector(".form-field__count");
  const maximum = Number(field.dataset.max);
  const spoken = document.createElement("p");
  spoken.className = "visually-hidden";
  spoken.setAttribute("role", "status");
  element.append(spoken);
  let timer;

  function update() {
    // The server counts a line break as two characters, as a browser sends it.
    const left = maximum - field.value.replace(LINE_BREAK, "\r\n").length;
    seen.textContent = describe(left, element.dataset);
    seen.classList.toggle("form-field__count--over", left < 0);
    clearTimeout(timer);
    timer = setTimeout(() => {
      spoken.textContent = seen.textContent;
    }, PAUSE);
  }

  field.addEventListener("input", update);
  if (field.value) update();
}

// The page says it in its own language: data-left and data-over, and -one of each for a single one.
function describe(left, words) {
  const number = Math.abs(left);
  const [one, more] = left < 0 ? [words.overOne, words.over] : [words.leftOne, words.left];
  const shown = number.toLocaleString(document.documentElement.lang);
  return (number === 1 ? one : more).replace("{aantal}", shown);
}
