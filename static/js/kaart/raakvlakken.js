// Which projects touch: a sign halfway the two, on request. Both are in the list as well.

import { getJson } from "./basis.js";
import { say } from "./woorden.js";

const MOST = 200;
const SIZE = 26;

/** Follow the choice beside the map; `show(items)` says which items are on it. */
export function startTouches(map, element, { open }) {
  const choice = document.getElementById("kaart-raakvlakken");
  const layer = window.L.layerGroup().addTo(map);
  let pairs = null;
  let items = new Map();

  function show(found) {
    items = new Map(found.map((item) => [item.sleutel, item]));
    draw();
  }

  function draw() {
    layer.clearLayers();
    if (!choice?.checked || !pairs) return;
    const view = map.getBounds().pad(0.1);
    const seen = pairs.filter(
      ([lon, lat, one, other]) => items.has(one) && items.has(other) && view.contains([lat, lon]),
    );
    for (const pair of seen.slice(0, MOST)) layer.addLayer(sign(pair));
  }

  function sign([lon, lat, one, other]) {
    const both = [items.get(one), items.get(other)];
    const icon = window.L.divIcon({ className: "kaart-raakvlak", iconSize: [SIZE, SIZE] });
    const marker = window.L.marker([lat, lon], { icon, zIndexOffset: 500 });
    marker.on("add", () => {
      const sign = marker.getElement();
      const [een, twee] = both.map(({ titel }) => titel);
      sign.setAttribute("aria-label", say("{een} raakt {twee}", { een, twee }));
      sign.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        event.stopPropagation();
        open(both, [lon, lat], true);
      });
    });
    marker.on("click", () => open(both, [lon, lat], false));
    return marker;
  }

  choice?.addEventListener("change", async () => {
    pairs ??= (await getJson(element.dataset.raakvlakken)).raakvlakken;
    draw();
  });
  map.on("moveend", draw);
  return { show };
}
