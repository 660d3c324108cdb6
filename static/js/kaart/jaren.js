// The slider that shows one year at a time, and plays the programme through the years.

import { say } from "./woorden.js";

const STEP_MS = 1500;

/** Tie the slider to the two selects of the form; `onChange` runs after each step. */
export function startYears({ form, onChange }) {
  const slider = document.getElementById("kaart-jaar");
  const words = document.getElementById("kaart-jaar-tekst");
  const play = document.getElementById("kaart-speel");
  const years = [...form.elements.van.options].map((option) => option.value).filter(Boolean);
  slider.max = years.length;
  let timer = null;

  function read() {
    const { van, tot } = form.elements;
    slider.value = van.value && van.value === tot.value ? years.indexOf(van.value) + 1 : 0;
    words.textContent = textOf(van.value, tot.value);
    slider.setAttribute("aria-valuetext", words.textContent);
  }

  function choose(place) {
    const year = years[place - 1] ?? "";
    form.elements.van.value = year;
    form.elements.tot.value = year;
    read();
    onChange();
  }

  function stop() {
    clearInterval(timer);
    timer = null;
    play.setAttribute("aria-pressed", "false");
    play.textContent = say("Laat de jaren zien");
  }

  function start() {
    play.setAttribute("aria-pressed", "true");
    play.textContent = say("Stop");
    if (Number(slider.value) >= years.length) choose(1);
    else choose(Number(slider.value) + 1);
    timer = setInterval(() => {
      if (Number(slider.value) >= years.length) stop();
      else choose(Number(slider.value) + 1);
    }, STEP_MS);
  }

  slider.addEventListener("input", () => {
    stop();
    choose(Number(slider.value));
  });
  play.addEventListener("click", () => (timer ? stop() : start()));
  read();
  return { read };
}

function textOf(van, tot) {
  if (!van && !tot) return say("Alle jaren");
  if (van === tot) return van;
  if (!van) return say("tot en met {tot}", { tot });
  return tot ? say("{van} tot en met {tot}", { van, tot }) : say("vanaf {van}", { van });
}
