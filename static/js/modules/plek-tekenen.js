// Drawing a point, line or area on a map, beside the lines of text that say the same without it.
//
// The text is what is sent. Whatever changes on the map is written there, and what is typed there
// is drawn. With the keyboard the map is panned under its cross, and Enter puts a point there.
// Each point counts as soon as it is put: a line that was not ended is not lost.
import { crossHair, letFingersPan, speaker } from "../kaart/aanwijzen.js";
import { createMap } from "../kaart/basis.js";
import { makeLayer, pointsOf } from "../tekenen/lagen.js";
import { readPunten, writePunten } from "../tekenen/punten.js";

const SHAPES = { punt: "Marker", lijn: "Line", vlak: "Polygon" };
const LEAST = { punt: 1, lijn: 2, vlak: 3 };
const CLOSE = 16;

export default async function start(box) {
  if (!window.L?.PM) {
    await new Promise((done) => window.addEventListener("load", done, { once: true }));
  }
  box.hidden = false;
  const drawing = createDrawing(box);
  followFields(box.closest("form"), box, drawing);
}

function createDrawing(box) {
  const form = box.closest("form");
  const text = form.querySelector("[name=punten]");
  const area = box.querySelector("[data-vlak]");
  const words = box.querySelector("[data-bericht]").dataset;
  const { map } = createMap(area);
  const say = speaker(box);
  const layers = window.L.featureGroup().addTo(map);
  let parts = [];
  let busy = []; // the points of the line that is being drawn
  let legible = true; // false while the lines are such as only the server understands
  area.append(crossHair());
  letFingersPan(box, map);

  const kind = () => form.querySelector("[name=tekening]:checked")?.value ?? "punt";

  function show() {
    layers.clearLayers();
    for (const part of parts) {
      const layer = makeLayer(part, kind());
      layers.addLayer(layer);
      layer.pm.enable({ allowSelfIntersection: false, draggable: true });
      layer.on("pm:edit pm:vertexremoved", read);
    }
    box.querySelector("[data-terug]").disabled = !parts.length;
    box.querySelector("[data-weg]").disabled = !parts.length;
  }

  function write() {
    if (!legible) return say(words.zegOnleesbaar);
    const all = busy.length ? [...parts, busy] : parts;
    text.value = writePunten(all, kind());
    text.dispatchEvent(new Event("input", { bubbles: true }));
    tell(all);
  }

  function tell(all) {
    if (!all.length) return say(words.zegLeeg);
    const enough = all.at(-1).length >= LEAST[kind()];
    say((enough ? words.zegStaat : words.zegMeer).replace("{aantal}", String(all.flat().length)));
  }

  // The map has changed: its points are the new text.
  function read() {
    parts = layers.getLayers().map(pointsOf);
    write();
  }

  // End what is being drawn; what is on the map stays.
  function finish() {
    map.pm.disableDraw();
    if (busy.length) parts.push(busy);
    busy = [];
  }

  function put({ lat, lng }) {
    if (!legible) return;
    finish();
    const point = [lat, lng];
    if (kind() === "punt" || !parts.length) parts.push([point]);
    else parts.at(-1).push(point);
    show();
    write();
  }

  function back() {
    finish();
    parts.at(-1)?.pop();
    parts = parts.filter((part) => part.length);
    show();
    write();
  }

  function stop() {
    finish();
    show();
    write();
  }

  function showDrawing(drawing) {
    box.querySelector("[data-teken]").hidden = drawing;
    box.querySelector("[data-klaar]").hidden = !drawing;
  }

  function draw() {
    stop();
    map.pm.enableDraw(SHAPES[kind()], {
      allowSelfIntersection: false,
      continueDrawing: false,
      tooltips: false,
      markerStyle: { icon: window.L.divIcon({ className: "plek-speld", iconSize: [30, 40] }) },
    });
    say(kind() === "punt" ? words.zegKlik : words.zegTeken);
    area.focus({ preventScroll: true });
  }

  map.on("layeradd", ({ layer }) => hideHandle(layer.getElement?.()));
  map.on("pm:drawstart", ({ workingLayer }) => {
    showDrawing(true);
    workingLayer?.on("pm:vertexadded", ({ layer }) => {
      busy = pointsOf(layer);
      write();
    });
  });
  map.on("pm:drawend", () => showDrawing(false));
  map.on("pm:create", ({ layer }) => {
    layer.remove();
    busy = [];
    parts.push(pointsOf(layer));
    show();
    write();
  });
  area.addEventListener("keydown", (event) => {
    if (event.target !== area) return;
    const act = { Enter: () => put(map.getCenter()), Backspace: back }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  const click = (name, act) => box.querySelector(`[data-${name}]`).addEventListener("click", act);
  click("teken", draw);
  click("klaar", () => {
    stop();
    box.querySelector("[data-teken]").focus({ preventScroll: true });
  });
  click("hier", () => put(map.getCenter()));
  click("terug", back);
  click("weg", () => {
    finish();
    parts = [];
    show();
    write();
  });

  // Lines that only the server understands, as RD, are left alone: nothing is drawn over them.
  function take() {
    finish();
    const found = readPunten(text.value);
    legible = found !== null;
    parts = found ?? [];
    show();
    for (const button of box.querySelectorAll("[data-teken], [data-hier]"))
      button.disabled = !legible;
    if (!legible) say(words.zegOnleesbaar);
  }

  take();
  return {
    redraw() {
      take();
      this.fit();
    },
    fit() {
      if (!area.offsetWidth) return;
      map.invalidateSize();
      if (layers.getLayers().length) {
        map.fitBounds(layers.getBounds().pad(0.3), { maxZoom: CLOSE, animate: false });
      }
    },
    goTo(bounds) {
      map.fitBounds(bounds, { maxZoom: CLOSE });
    },
    use(found) {
      finish();
      legible = true;
      parts = found.map((part) => part.map(([lon, lat]) => [lat, lon]));
      show();
      write();
      this.fit();
    },
    stop,
  };
}

// The fields around the map: where it is, what is drawn, and the text beside it.
function followFields(form, box, drawing) {
  const panel = form.querySelector("[data-tekening]");
  const shown = () => {
    panel.hidden = form.querySelector("[name=plek]:checked")?.value !== "tekening";
    drawing.fit();
  };
  for (const choice of form.querySelectorAll("[name=plek]"))
    choice.addEventListener("change", shown);
  for (const choice of form.querySelectorAll("[name=tekening]")) {
    choice.addEventListener("change", () => drawing.stop());
  }
  form.querySelector("[name=punten]").addEventListener("change", () => drawing.redraw());
  box.addEventListener("adres:gekozen", ({ detail }) => {
    const wanted = form.querySelector(`[name=tekening][value=${detail.tekening}]`);
    wanted.checked = true;
    drawing.use(detail.delen);
  });
  shown();
}

// The handles of the points are for the mouse; with the keyboard there are Enter and Backspace.
function hideHandle(element) {
  if (!element?.classList.contains("marker-icon")) return;
  element.setAttribute("aria-hidden", "true");
  element.removeAttribute("role");
  element.tabIndex = -1;
}
