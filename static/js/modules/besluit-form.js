// Show only the grounds of the chosen outcome, and start the reason with the standard text.
// Say so when the choice differs from how most comparable ones were decided; that never blocks.
// Without this script all grounds stand in the page and a button fetches the text.
export default function start(form) {
  const texts = JSON.parse(form.dataset.teksten);
  const standard = new Set(Object.values(texts).map((text) => text.trim()));
  const reason = form.elements.reden;
  const groups = [...form.querySelectorAll("[data-gronden]")];
  const deviation = form.querySelector("[data-meerderheid]");
  const outcome = () => form.elements.uitkomst.value;

  function showGrounds() {
    for (const group of groups) group.hidden = group.dataset.gronden !== `grond_${outcome()}`;
  }

  function showDeviation() {
    if (!deviation) return;
    const usual = [deviation.dataset.meerderheid, "aanpassen", ""];
    deviation.hidden = usual.includes(outcome());
  }

  function fillReason(ground) {
    const own = reason.value.trim();
    if (own && !standard.has(own)) return;
    reason.value = texts[`${outcome()}:${ground}`] ?? "";
    reason.dispatchEvent(new Event("input", { bubbles: true }));
  }

  form.addEventListener("change", (event) => {
    if (event.target.name === "uitkomst") {
      showGrounds();
      showDeviation();
    }
    if (event.target.name.startsWith("grond_")) fillReason(event.target.value);
  });
  showGrounds();
  showDeviation();
}
