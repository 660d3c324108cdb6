// Show only what belongs to the chosen action. Without this script every field says when it counts.
export default function start(form) {
  const parts = [...form.querySelectorAll("[data-bij]")];

  function show() {
    const chosen = form.elements.actie.value;
    for (const part of parts) part.hidden = !part.dataset.bij.split(" ").includes(chosen);
  }

  form.addEventListener("change", show);
  show();
}
