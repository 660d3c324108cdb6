// Fades what lies outside the chosen gebied.

const WORLD = [
  [-60, -90],
  [-60, 90],
  [85, 90],
  [85, -90],
];

/** Return a mask: `show(vorm)` fades everything outside this outline, null fades nothing. */
export function makeMask(map) {
  map.createPane("masker").style.zIndex = 410;
  map.getPane("masker").style.pointerEvents = "none";
  const renderer = window.L.canvas({ pane: "masker", padding: 0.5 });
  let layer = null;
  return {
    show(vorm) {
      layer?.remove();
      layer = null;
      if (!vorm) return;
      const polygons = vorm.type === "Polygon" ? [vorm.coordinates] : vorm.coordinates;
      const holes = polygons.map(([ring]) => ring.map(([lon, lat]) => [lat, lon]));
      layer = window.L.polygon([WORLD, ...holes], {
        renderer,
        interactive: false,
        color: "#1c3144",
        weight: 2.5,
        fillColor: "#eef0f2",
        fillOpacity: 0.78,
      }).addTo(map);
    },
  };
}
