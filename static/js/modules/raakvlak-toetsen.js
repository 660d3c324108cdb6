// Judge a pair without the mouse: 1 to 4 choose, j and k go to the next and the one before.
const TYPING = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";

export default function start(form) {
  const choices = [...form.querySelectorAll('input[name="oordeel"]')];
  const reason = form.querySelector("textarea");

  document.addEventListener("keydown", (event) => {
    const busy = event.ctrlKey || event.metaKey || event.altKey || event.target.matches(TYPING);
    if (busy) return;
    const choice = choices[Number(event.key) - 1];
    const way = { j: "next", k: "prev" }[event.key];
    const link = way && document.querySelector(`.raak-buren a[rel="${way}"]`);
    if (choice) {
      event.preventDefault();
      choice.checked = true;
      choice.dispatchEvent(new Event("change", { bubbles: true }));
      reason.focus();
    } else if (link) {
      link.click();
    }
  });
}
