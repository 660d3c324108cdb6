// The place step: a map to point at, beside the fields that do the same without it.
import { createMap, isTouch } from "../kaart/basis.js";

const CLOSE = 16;
const TEXT = {
  gezet: "De speld staat. Klik op een andere plek om hem te verplaatsen.",
  zoekt: "Wij zoeken uw locatie.",
  mislukt: "Uw locatie is niet gevonden. Wijs de plek zelf aan.",
};

export default async function start(form) {
  const panes = form.querySelectorAll("[data-paneel]");
  const kinds = form.querySelectorAll("input[name=soort]");
  const show = () => {
    const chosen = form.querySelector("input[name=soort]:checked")?.value;
    for (const pane of panes) pane.hidden = pane.dataset.paneel !== chosen;
    form.querySelector("#gebied").disabled = chosen !== "gebied";
  };
  for (const kind of kinds) kind.addEventListener("change", show);
  skipLink(form, kinds);

  const box = form.querySelector("[data-kaart]");
  box.hidden = false;
  if (!window.L) await new Promise((done) => window.addEventListener("load", done, { once: true }));
  const picker = createPicker(form, box);
  for (const kind of kinds) kind.addEventListener("change", () => picker.map.invalidateSize());
  show();
}

function skipLink(form, kinds) {
  function skip() {
    const whole = [...kinds].find((kind) => kind.value === "gebied");
    whole.checked = true;
    whole.dispatchEvent(new Event("change", { bubbles: true }));
    form.querySelector("#gebied").focus();
  }
  form.querySelector("[data-overslaan] a").addEventListener("click", (event) => {
    event.preventDefault();
    skip();
  });
  if (window.location.hash === "#gebied") skip(); // chosen before this script was there
}

function createPicker(form, box) {
  const [lon, lat] = ["#lon", "#lat"].map((id) => form.querySelector(id));
  const area = box.querySelector("[data-vlak]");
  const { map, ready } = createMap(area);
  const say = speaker(box);
  const pin = pinOn(map);
  area.append(crossHair());
  const refused = hideNumbers(form, area);

  function put({ lat: north, lng: east }) {
    pin.put([north, east]);
    lon.value = east.toFixed(6);
    lat.value = north.toFixed(6);
    say(TEXT.gezet);
  }

  map.on("click", (event) => put(event.latlng));
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target !== area) return;
    event.preventDefault();
    put(map.getCenter());
  });
  box.querySelector("[data-hier]").addEventListener("click", () => put(map.getCenter()));
  locate(box, map, put, say);
  letFingersPan(box, map);

  const begin = readPoint(lon, lat);
  if (begin && !refused) {
    pin.put(begin);
    map.setView(begin, CLOSE);
  }
  followSearch(form, map, ready);
  return { map };
}

function readPoint(lon, lat) {
  const numbers = [lat, lon].map((field) => Number.parseFloat(field.value.replace(",", ".")));
  return numbers.every(Number.isFinite) ? numbers : null;
}

// A screen reader hears what happened to the pin; the text is also there to read.
function speaker(box) {
  const line = box.querySelector("[data-bericht]");
  return (text) => {
    line.textContent = text;
  };
}

function pinOn(map) {
  const icon = window.L.divIcon({
    className: "plek-speld",
    iconSize: [30, 40],
    iconAnchor: [15, 39],
  });
  const marker = window.L.marker([0, 0], { icon, keyboard: false, interactive: false });
  return { put: (place) => marker.setLatLng(place).addTo(map) };
}

function crossHair() {
  const cross = document.createElement("span");
  cross.className = "plek-kruis";
  cross.setAttribute("aria-hidden", "true");
  return cross;
}

// The two numbers say the same as the pin. An error about them leads to the map, on which the
// whole city is shown again.
function hideNumbers(form, area) {
  const numbers = form.querySelector("[data-coordinaten]");
  const errors = numbers.querySelectorAll(".form-field__error");
  for (const error of errors) area.before(error);
  if (errors.length) area.setAttribute("aria-describedby", `${errors[0].id} plek-kaart-hulp`);
  for (const link of document.querySelectorAll("a[href='#lon'], a[href='#lat']")) {
    link.hash = area.id;
  }
  numbers.open = false;
  return errors.length > 0;
}

function locate(box, map, put, say) {
  const button = box.querySelector("[data-locatie]");
  if (!navigator.geolocation) {
    button.hidden = true;
    return;
  }
  button.addEventListener("click", () => {
    say(TEXT.zoekt);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const here = window.L.latLng(coords.latitude, coords.longitude);
        map.setView(here, CLOSE);
        put(here);
      },
      () => say(TEXT.mislukt),
      { enableHighAccuracy: true, timeout: 10_000 },
    );
  });
}

// On a phone a finger scrolls the page, until someone says it should move the map.
function letFingersPan(box, map) {
  const button = box.querySelector("[data-schuif]");
  button.hidden = !isTouch();
  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(on));
    if (on) map.dragging.enable();
    else map.dragging.disable();
  });
}

// A wijk or buurt that was chosen in the search field is shown on the map and in the list.
function followSearch(form, map, ready) {
  form.addEventListener("plek:gekozen", async (event) => {
    form.querySelector("#gebied").value = event.detail.gebied;
    const { layers } = await ready;
    const layer = layers.get(Number(event.detail.gebied));
    if (layer) map.fitBounds(layer.getBounds());
  });
}
