// Tick every row of the page at once, and say how many are chosen. Without it a link does the same.
export default function start(form) {
  const all = form.querySelector("[data-kies-alles]");
  const told = form.querySelector("[data-gekozen]");
  const boxes = [...form.querySelectorAll('input[name="keuze"]')];

  function tell() {
    const number = boxes.filter((box) => box.checked).length;
    told.textContent = number === 1 ? told.dataset.een : told.dataset.meer.replace("{}", number);
    if (all) {
      all.checked = number === boxes.length;
      all.indeterminate = number > 0 && number < boxes.length;
    }
  }

  if (all) {
    all.closest("[hidden]").hidden = false;
    form.querySelector("[data-kies-link]").hidden = true;
    all.addEventListener("change", () => {
      for (const box of boxes) box.checked = all.checked;
    });
  }
  form.addEventListener("change", tell);
  tell();
}
