// The balloon that lists everything on one spot. Text goes in as text, never as HTML.

import { sign } from "./tekens.js";
import { say } from "./woorden.js";

const WIDEST = 300;
const HIGHEST = 260;
const AROUND_REM = 3.25; // the margins of the text, see .leaflet-popup-content
const EDGE = 24;

/** Open a balloon with a link to each item; with the keyboard the focus goes along. */
export function openBalloon(map, items, [lon, lat], byKey) {
  const before = document.activeElement;
  const list = document.createElement("ul");
  list.className = "kaart-ballon";
  list.append(...items.map(line));
  const balloon = window.L.popup({ ...sizeOn(map), closeButton: true })
    .setLatLng([lat, lon])
    .setContent(list)
    .openOn(map);
  const element = balloon.getElement();
  element.querySelector(".leaflet-popup-close-button").setAttribute("aria-label", say("Sluit"));
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape") map.closePopup(balloon);
  });
  if (!byKey) return;
  list.querySelector("a").focus();
  map.once("popupclose", () => (before.isConnected ? before : map.getContainer()).focus());
}

// The balloon stays inside the map, also on a phone and with large letters.
function sizeOn(map) {
  const { x, y } = map.getSize();
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return {
    minWidth: 0,
    maxWidth: Math.min(WIDEST, x - AROUND_REM * rem - EDGE),
    maxHeight: Math.min(HIGHEST, y / 2),
  };
}

function line(item) {
  const row = document.createElement("li");
  const link = document.createElement("a");
  link.href = item.adres;
  link.textContent = item.titel;
  const when = document.createElement("span");
  const partner = item.organisatie?.[1];
  when.textContent = [years(item), partner && say("van {naam}", { naam: partner })]
    .filter(Boolean)
    .join(" · ");
  row.append(sign(item), link, when);
  return row;
}

function years({ van, tot }) {
  if (tot === null) return say("sinds {jaar}", { jaar: van });
  return van === tot ? `${van}` : say("{van} tot en met {tot}", { van, tot });
}
