// Tells, on the page of a refused form, that what was typed is still there (data-pad: in which form).
import { holds, markRefused } from "../tekst/bewaard.js";

export default function start(line) {
  markRefused();
  line.hidden = !holds(`${line.dataset.pad}:`);
}
