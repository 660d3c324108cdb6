// A button beside a password field that shows what was typed, and hides it again before sending.
export default function start(field) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "nl-button nl-button--subtle";
  button.setAttribute("aria-controls", field.id);
  const show = (visible) => {
    field.type = visible ? "text" : "password";
    button.textContent = visible ? field.dataset.verberg : field.dataset.toon;
    button.setAttribute("aria-pressed", String(visible));
  };
  button.addEventListener("click", () => show(field.type === "password"));
  field.form?.addEventListener("submit", () => show(false));
  field.after(button);
  show(false);
}
