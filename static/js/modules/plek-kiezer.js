// The place step: a map to point at, beside the fields that do the same without it.
import { crossHair, letFingersPan, speaker } from "../kaart/aanwijzen.js";
import { createMap } from "../kaart/basis.js";
import { isInside } from "../kaart/binnen.js";

const CLOSE = 16;
const TEXT = {
  gezet: "De speld staat. Klik of tik op een andere plek om hem te verplaatsen.",
  zoekt: "Wij zoeken uw locatie.",
  buiten: "Deze plek ligt buiten {naam}. Kies een plek binnen de gemeente.",
  mislukt: "Uw locatie is niet gevonden. Wijs de plek zelf aan.",
};

export default async function start(form) {
  const panes = form.querySelectorAll("[data-paneel]");
  const kinds = form.querySelectorAll("input[name=soort]");
  chooseMap(kinds);
  const show = () => {
    const chosen = form.querySelector("input[name=soort]:checked")?.value;
    for (const pane of panes) pane.hidden = pane.dataset.paneel !== chosen;
    form.querySelector("#gebied").disabled = chosen !== "gebied";
  };
  for (const kind of kinds) kind.addEventListener("change", show);
  skipLink(form, kinds);
  form.addEventListener("plek:gekozen", ({ detail }) => {
    form.querySelector("#gebied").value = detail.gebied;
    choose(kinds, "gebied");
  });

  const box = form.querySelector("[data-kaart]");
  box.hidden = false;
  if (!window.L) await new Promise((done) => window.addEventListener("load", done, { once: true }));
  const picker = createPicker(form, box);
  for (const kind of kinds) kind.addEventListener("change", picker.shown);
  show();
  picker.shown();
}

// The server chooses nothing, for without this script there is no map to point at.
function chooseMap(kinds) {
  if ([...kinds].some((kind) => kind.checked)) return;
  for (const kind of kinds) kind.checked = kind.value === "punt";
}

function choose(kinds, value) {
  const wanted = [...kinds].find((kind) => kind.value === value);
  wanted.checked = true;
  wanted.dispatchEvent(new Event("change", { bubbles: true }));
}

function skipLink(form, kinds) {
  function skip() {
    choose(kinds, "gebied");
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
  hideNumbers(form, area);

  function put({ lat: north, lng: east }) {
    pin.put([north, east]);
    lon.value = east.toFixed(6);
    lat.value = north.toFixed(6);
    for (const field of [lon, lat]) field.dispatchEvent(new Event("input", { bubbles: true }));
    check({ lat: north, lng: east }, () => say(TEXT.gezet));
  }

  // Where the pin stands outside the city, the city comes in sight to choose another place.
  async function check(place, otherwise) {
    const { gebieden, layers } = await ready;
    const city = gebieden.find(({ niveau, vorm }) => niveau === "stad" && vorm);
    if (!city || isInside(city.vorm, place)) return otherwise();
    say(TEXT.buiten.replace("{naam}", city.naam), true);
    if (!map.getBounds().intersects(layers.get(city.id).getBounds())) {
      map.fitBounds(layers.get(city.id).getBounds());
    }
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

  function follow() {
    const place = readPoint(lon, lat);
    if (!place) return;
    pin.put(place);
    map.setView(place, CLOSE);
    if (!form.querySelector("[data-kaart] div.form-field__error")) {
      check({ lat: place[0], lng: place[1] }, () => {});
    }
  }
  for (const field of [lon, lat]) field.addEventListener("change", follow);
  follow();
  keepView(form, map);
  return { shown: followSearch(form, map, ready) };
}

// A form that comes back shows the map as it was left.
function keepView(form, map) {
  const key = `kaart:${window.location.pathname}`;
  const left = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  if (left && form.querySelector("[aria-invalid]")) {
    const { centre, zoom } = JSON.parse(left);
    map.setView(centre, zoom, { animate: false });
  }
  form.addEventListener("submit", () => {
    sessionStorage.setItem(key, JSON.stringify({ centre: map.getCenter(), zoom: map.getZoom() }));
  });
}

function readPoint(lon, lat) {
  const numbers = [lat, lon].map((field) => Number.parseFloat(field.value.replace(",", ".")));
  return numbers.every(Number.isFinite) ? numbers : null;
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

// The two numbers say the same as the pin. An error about them leads to the map.
function hideNumbers(form, area) {
  const numbers = form.querySelector("[data-coordinaten]");
  const errors = numbers.querySelectorAll(".form-field__error");
  for (const error of errors) area.before(error);
  if (errors.length) area.setAttribute("aria-describedby", `${errors[0].id} plek-kaart-hulp`);
  for (const link of document.querySelectorAll("a[href='#lon'], a[href='#lat']")) {
    link.hash = area.id;
  }
  numbers.open = false;
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

// A wijk or buurt that was chosen in the search field is what the map shows, once it is in sight.
function followSearch(form, map, ready) {
  let wanted = null;
  form.addEventListener("plek:gekozen", ({ detail }) => {
    wanted = Number(detail.gebied);
  });
  return async () => {
    if (!map.getContainer().offsetWidth) return;
    map.invalidateSize();
    if (wanted === null) return;
    const { layers } = await ready;
    const layer = layers.get(wanted);
    wanted = null;
    if (layer) map.fitBounds(layer.getBounds());
  };
}
