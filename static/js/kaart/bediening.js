// The buttons and links around the map.

/** Let list and map take turns on a phone; the button says what it will show. */
export function startSwitch(root, onMap) {
  const button = document.getElementById("kaart-wissel");

  function turn(toMap) {
    root.dataset.beeld = toMap ? "kaart" : "lijst";
    button.textContent = toMap ? button.dataset.lijst : button.dataset.kaart;
    if (toMap) onMap();
  }

  button.addEventListener("click", () => {
    turn(root.dataset.beeld === "lijst");
    root.scrollIntoView();
  });
  for (const link of root.querySelectorAll(".kaart-sprong")) {
    const toMap = link.hash === "#kaart-vlak";
    link.addEventListener("click", () => {
      // Where both are in view there is nothing to turn.
      if (getComputedStyle(button).display !== "none") turn(toMap);
    });
  }
}

/** Let one finger scroll the page and two move the map, until someone asks to use the map. */
export function startDragging(map) {
  const button = document.getElementById("kaart-gebruik");
  button.addEventListener("click", () => {
    const on = !map.dragging.enabled();
    map.dragging[on ? "enable" : "disable"]();
    button.setAttribute("aria-pressed", String(on));
  });
}
