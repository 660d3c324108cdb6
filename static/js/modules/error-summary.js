// Moves the focus to the list of errors, and from there into the field someone chooses.
export default function start(summary) {
  summary.focus();
  summary.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    const label = document.querySelector(`label[for="${CSS.escape(field.id)}"]`);
    (field.closest("fieldset") ?? label ?? field).scrollIntoView();
    field.focus({ preventScroll: true });
  });
}
