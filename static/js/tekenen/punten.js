// A drawing as lines of text: one point a line, an empty line between parts. The server reads the
// same lines (programmas/rules_punten.py); this reads them to draw, and writes what was drawn.
const NUMBER = /-?\d+(?:[.,]\d+)?/g;
const DECIMALS = 6;

/** Return the parts, each a list of [lat, lon]; null when a line is no point in degrees. */
export function readPunten(text) {
  const parts = [[]];
  for (const line of text.trim().split("\n")) {
    const point = readPoint(line);
    if (point) parts.at(-1).push(point);
    else if (line.trim()) return null;
    else if (parts.at(-1).length) parts.push([]);
  }
  return parts.filter((part) => part.length);
}

function readPoint(line) {
  const numbers = (line.match(NUMBER) ?? []).map((text) => Number(text.replace(",", ".")));
  if (numbers.length !== 2) return null;
  const [lat, lon] = numbers[0] > numbers[1] ? numbers : numbers.toReversed();
  return lat > 50 && lat < 54 && lon > 3 && lon < 7.5 ? [lat, lon] : null;
}

/** Return the lines of parts; points stand without empty lines between. */
export function writePunten(parts, kind) {
  const blocks = parts.map((part) => part.map(writePoint).join("\n"));
  return blocks.join(kind === "punt" ? "\n" : "\n\n");
}

function writePoint([lat, lon]) {
  return [lat, lon]
    .map((number) => String(Number(number.toFixed(DECIMALS))).replace(".", ","))
    .join(" ");
}
