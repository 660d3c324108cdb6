// Whether a place lies inside an outline (GeoJSON): the line to the east crosses it an odd number
// of times. The outline may be drawn coarsely, so the server has the last word.

/** Tell whether the outline holds the place. */
export function isInside({ type, coordinates }, { lat, lng }) {
  const polygons = type === "Polygon" ? [coordinates] : coordinates;
  return polygons.some((rings) => rings.filter((ring) => crosses(ring, lng, lat)).length % 2 === 1);
}

function crosses(ring, x, y) {
  let inside = false;
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
    const [x1, y1] = ring[at];
    const [x2, y2] = ring[before];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}
