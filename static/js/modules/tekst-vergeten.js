// Forgets what was typed: all of it when someone signs out with this button, and that of one path
// (data-pad) once it was sent.
import { forget, settle } from "../tekst/bewaard.js";

export default function start(element) {
  if (!element.form) return forget(element.dataset.pad);
  settle();
  element.form.addEventListener("submit", () => forget());
}
