// The layers of a drawing: what they look like, and their points.
const STYLE = { color: "#0b5068", weight: 4, fillOpacity: 0.15 };
const PIN = { className: "plek-speld", iconSize: [30, 40], iconAnchor: [15, 39] };

/** Return a layer of this kind through the points; too few points are shown as what they are. */
export function makeLayer(points, kind) {
  if (kind === "punt" || points.length === 1) {
    const icon = window.L.divIcon(PIN);
    return window.L.marker(points[0], { icon, keyboard: false });
  }
  if (kind === "vlak" && points.length > 2) return window.L.polygon(points, STYLE);
  return window.L.polyline(points, STYLE);
}

/** Return the points of a layer as [lat, lon]. */
export function pointsOf(layer) {
  if (layer.getLatLng) return [pair(layer.getLatLng())];
  const found = layer.getLatLngs();
  return (Array.isArray(found[0]) ? found[0] : found).map(pair);
}

function pair({ lat, lng }) {
  return [lat, lng];
}
