// Where items lie together, in words. Pure.

/** Return a function that names the smallest gebied all items share, or null. */
export function makePlaces(gebieden) {
  const byId = new Map(gebieden.map((gebied) => [gebied.id, gebied]));

  function around(item) {
    const found = new Set();
    for (const id of item.gebieden) {
      for (let area = byId.get(id); area; area = byId.get(area.ouder)) found.add(area.id);
    }
    return found;
  }

  // From large to small, so that the last one shared is the smallest.
  return (items) => {
    const each = items.map(around);
    const shared = gebieden.findLast(({ id }) => each.every((ids) => ids.has(id)));
    return shared && shared.niveau !== "stad" ? shared.naam : null;
  };
}
