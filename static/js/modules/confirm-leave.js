// Warns when someone leaves a form with words in it that are not saved.
export default function start(form) {
  const before = read(form);
  const refused = form.querySelector("[aria-invalid='true']") !== null;
  let sent = false;

  form.addEventListener("submit", () => {
    sent = true;
  });
  window.addEventListener("beforeunload", (event) => {
    if (!sent && (refused || read(form) !== before)) event.preventDefault();
  });
}

function read(form) {
  const values = [...new FormData(form)].map(([name, value]) => [name, value.name ?? value]);
  return JSON.stringify(values);
}
