// Items whose signs would overlap become one group. Pure: works on numbers only.

/** Return where a place lies on a map of one by one (Web Mercator). */
export function toUnit([lon, lat]) {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/** Return groups of the items in view that lie within `size` pixels of their first item. */
export function makeGroups(items, { scale, view, size }) {
  const cells = new Map();
  const groups = [];
  for (const item of items) {
    item.unit ??= toUnit(item.plek);
    const x = item.unit[0] * scale;
    const y = item.unit[1] * scale;
    if (x < view.left || x > view.right || y < view.top || y > view.bottom) continue;
    const near = findNear(cells, x, y, size);
    if (near) {
      near.items.push(item);
      continue;
    }
    const group = { x, y, items: [item] };
    groups.push(group);
    const key = cellOf(x, y, size);
    if (cells.has(key)) cells.get(key).push(group);
    else cells.set(key, [group]);
  }
  return groups;
}

function findNear(cells, x, y, size) {
  for (let dx = -size; dx <= size; dx += size) {
    for (let dy = -size; dy <= size; dy += size) {
      for (const group of cells.get(cellOf(x + dx, y + dy, size)) ?? []) {
        if ((group.x - x) ** 2 + (group.y - y) ** 2 < size ** 2) return group;
      }
    }
  }
  return null;
}

function cellOf(x, y, size) {
  return Math.floor(x / size) * 67_108_864 + Math.floor(y / size);
}

/** Tell whether all items of a group lie on one spot, so that zooming in cannot part them. */
export function isOneSpot({ items }, scale) {
  const [first] = items;
  const limit = 2 / scale;
  return items.every(
    ({ unit }) =>
      Math.abs(unit[0] - first.unit[0]) < limit && Math.abs(unit[1] - first.unit[1]) < limit,
  );
}
