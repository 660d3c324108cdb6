// Which items a filter leaves. Pure: the same rules as `find` in participatie/kaart/rules.py,
// without the text (the server searches that) and the box (the map shows what is in view).

/** Return the items as objects, from the rows the server sends. */
export function readItems({ kolommen, items }) {
  return items.map((row) => {
    const item = {};
    kolommen.forEach((name, place) => {
      item[name] = row[place];
    });
    item.bron = item.sleutel.startsWith("p") ? "projecten" : "initiatieven";
    item.adres = `/${item.bron}/${item.sleutel.slice(1)}`;
    item.plek = item.vorm && anchorOf(item.vorm);
    return item;
  });
}

/** Return the ids of the gebied with this slug and of everything below it, or null for all. */
export function idsBelow(gebieden, slug) {
  const start = gebieden.find((gebied) => gebied.slug === slug);
  if (!start) return null;
  const found = new Set([start.id]);
  // From large to small, so that one pass sees every parent before its children.
  for (const { id, ouder } of gebieden) if (found.has(ouder)) found.add(id);
  return found;
}

/** Return the items that have a place on the map and fit the query of the page. */
export function filterItems(items, query, { below = null, hits = null } = {}) {
  const chosen = (name) => {
    const values = query.getAll(name).filter(Boolean);
    return values.length ? new Set(values) : null;
  };
  const [soorten, fasen, domeinen, themas] = ["soort", "fase", "domein", "thema"].map(chosen);
  const partner = query.get("organisatie");
  const van = Number(query.get("van")) || null;
  const tot = Number(query.get("tot")) || null;
  return items.filter(
    (item) =>
      item.plek &&
      (!soorten || soorten.has(item.bron) || soorten.has(item.soort)) &&
      (!fasen || fasen.has(item.fase)) &&
      (!domeinen || domeinen.has(item.domein)) &&
      (!themas || themas.has(item.thema)) &&
      (!partner || item.organisatie?.[0] === partner) &&
      (!tot || item.van <= tot) &&
      (!van || item.tot === null || item.tot >= van) &&
      (!below || item.gebieden.some((id) => below.has(id))) &&
      (!hits || hits.has(item.sleutel)),
  );
}

// A point is where it is; a line or polygon has its sign at the middle of its longest part.
function anchorOf(vorm) {
  if (Array.isArray(vorm)) return vorm;
  const parts = partsOf(vorm);
  const longest = parts.reduce((one, other) => (other.length > one.length ? other : one));
  return vorm.type.endsWith("Polygon") ? middleOfBox(longest) : longest[longest.length >> 1];
}

/** Return the lines or outer rings a geometry consists of. */
export function partsOf({ type, coordinates }) {
  if (type === "Point") return [[coordinates]];
  if (type === "MultiPoint" || type === "LineString") return [coordinates];
  if (type === "MultiLineString") return coordinates;
  if (type === "Polygon") return [coordinates[0]];
  return coordinates.map((rings) => rings[0]);
}

function middleOfBox(ring) {
  const lons = ring.map(([lon]) => lon);
  const lats = ring.map(([, lat]) => lat);
  return [(Math.min(...lons) + Math.max(...lons)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2];
}
