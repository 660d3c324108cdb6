// Closes the menu of a phone with Escape, or when the focus or a finger goes elsewhere.
export default function start(menu) {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("pointerdown", (event) => close(menu, event.target));
  document.addEventListener("focusin", (event) => close(menu, event.target));
}

function close(menu, target) {
  if (!menu.contains(target)) menu.open = false;
}
