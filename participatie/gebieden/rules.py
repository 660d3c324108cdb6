"""Where a point lies, and what lies under what. Pure."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import shapely
from shapely import STRtree
from shapely.affinity import scale

from participatie.core.geometry import Bounds, Geometry, bounds_of, middle_of, shape_of
from participatie.gebieden.types import NIVEAUS, GebiedId, Gebiedsketen, Niveau, Omtrek

NIVEAU_NAMEN: Mapping[Niveau, str] = {
    Niveau.STAD: "Stad",
    Niveau.STADSDEEL: "Stadsdeel",
    Niveau.WIJK: "Wijk",
    Niveau.BUURT: "Buurt",
}

NAMEN = (NIVEAU_NAMEN,)

# Official outlines are generalised to about 5 m, so that neighbours may leave a sliver open.
GAP_M = 30.0
# A shape that only just enters a neighbour does not lie there.
CROSSED_M = 5.0
CROSSED_PART = 0.01
DEGREE_M = 111_195.0
NARROWING = math.cos(math.radians(52.2))  # of a degree of longitude, in the middle of the country


@dataclass(frozen=True)
class Boom:
    """What lies under what, from the outlines of all gebieden."""

    omtrekken: Mapping[GebiedId, Omtrek]
    kinderen: Mapping[GebiedId | None, Sequence[GebiedId]] = field(init=False)
    by_slug: Mapping[str, GebiedId] = field(init=False)
    grenzen: Mapping[GebiedId, Bounds] = field(init=False)

    def __post_init__(self) -> None:
        """Sort the gebieden under the one they lie in, and box them in."""
        under: dict[GebiedId | None, list[GebiedId]] = defaultdict(list)
        for omtrek in sorted(self.omtrekken.values(), key=lambda omtrek: omtrek.code):
            under[omtrek.ouder_id].append(omtrek.id)
        object.__setattr__(self, "kinderen", dict(under))
        slugs = {omtrek.slug: omtrek.id for omtrek in self.omtrekken.values()}
        object.__setattr__(self, "by_slug", slugs)
        drawn = {
            omtrek.id: bounds_of(omtrek.geometry)
            for omtrek in self.omtrekken.values()
            if omtrek.geometry is not None
        }
        object.__setattr__(self, "grenzen", drawn)

    def per_stadsdeel(self) -> Iterator[tuple[Omtrek, list[Omtrek]]]:
        """Yield each stadsdeel with itself and all below it, each wijk before its buurten."""
        for omtrek in self.omtrekken.values():
            if omtrek.niveau is Niveau.STADSDEEL:
                yield omtrek, list(self._with_below(omtrek))

    def _with_below(self, omtrek: Omtrek) -> Iterator[Omtrek]:
        yield omtrek
        below = [self.omtrekken[gebied_id] for gebied_id in self.kinderen.get(omtrek.id, ())]
        for lower in sorted(below, key=lambda found: found.naam):
            yield from self._with_below(lower)

    def keten(self, gebied_id: GebiedId | None) -> tuple[GebiedId, ...]:
        """Return the gebied and everything above it, smallest first; nothing when unknown."""
        found: list[GebiedId] = []
        omtrek = self.omtrekken.get(gebied_id) if gebied_id is not None else None
        while omtrek is not None and omtrek.id not in found:
            found.append(omtrek.id)
            omtrek = self.omtrekken.get(omtrek.ouder_id) if omtrek.ouder_id is not None else None
        return tuple(found)

    def onder(self, gebied_id: GebiedId) -> frozenset[GebiedId]:
        """Return the gebied and everything below it; nothing when unknown."""
        if gebied_id not in self.omtrekken:
            return frozenset()
        found = {gebied_id}
        waiting = [gebied_id]
        while waiting:
            below = set(self.kinderen.get(waiting.pop(), ())) - found
            found |= below
            waiting.extend(below)
        return frozenset(found)


class GebiedIndex:
    """Answers which gebieden lie at a point, from memory.

    The smallest gebied at the point decides, and the others are those it lies in: so the answer
    is one chain, also where outlines of different niveaus were drawn from different sources. On
    a border the lowest code wins. A point inside the stad that lies in a sliver between outlines
    gets the nearest gebied of the smallest niveau within `GAP_M` metres; further away it lies in
    the larger gebieden only. Outside every outline there is no gebied at all.
    """

    def __init__(self, boom: Boom) -> None:
        drawn = [omtrek for omtrek in boom.omtrekken.values() if omtrek.geometry is not None]
        drawn.sort(key=lambda omtrek: (-NIVEAUS.index(omtrek.niveau), omtrek.code))
        self._niveaus = [omtrek.niveau for omtrek in drawn]
        self._shapes = [_in_metres(omtrek.geometry) for omtrek in drawn if omtrek.geometry]
        self._tree = STRtree(self._shapes)
        divided = {omtrek.ouder_id for omtrek in drawn}
        self._undivided = [omtrek.id not in divided for omtrek in drawn]
        self._ketens: list[Gebiedsketen] = [_keten(boom, omtrek.id) for omtrek in drawn]
        shapely.prepare(self._shapes)

    def at(self, lon: float, lat: float) -> Gebiedsketen:
        """Return the gebied of each niveau at this point."""
        if not (math.isfinite(lon) and math.isfinite(lat)):
            return Gebiedsketen()
        spot = shapely.Point(lon * NARROWING * DEGREE_M, lat * DEGREE_M)
        hits: list[int] = [
            position
            for position in sorted(self._tree.query(spot).tolist())
            if shapely.intersects(self._shapes[position], spot)
        ]
        if not hits:
            return Gebiedsketen()
        if self._niveaus[hits[0]] is not self._niveaus[0]:
            near = self._tree.query(spot, predicate="dwithin", distance=GAP_M).tolist()
            hits = sorted(hits + self._nearest(near, spot))
        return self._ketens[hits[0]]

    def crossed(self, geometry: Geometry) -> frozenset[GebiedId]:
        """Return the smallest gebieden of a shape.

        Those are where at least `CROSSED_M` metres of a line or `CROSSED_PART` of an area lies;
        else the one at its middle. Of points it is the gebied of each.
        """
        drawn = _in_metres(geometry)
        area = float(shapely.area(drawn))
        size = shapely.area if area else shapely.length
        least = area * CROSSED_PART if area else CROSSED_M
        found = {
            self._ketens[position].kleinste
            for position in self._tree.query(drawn).tolist()
            if self._undivided[position]
            and size(shapely.intersection(self._shapes[position], drawn)) >= least
        }
        if not found:
            shape = shape_of(geometry)
            flat = shapely.get_dimensions(shape) == 0
            spots = shapely.get_coordinates(shape) if flat else [middle_of(geometry)]
            found = {self.at(lon, lat).kleinste for lon, lat in spots}
        return frozenset(gebied_id for gebied_id in found if gebied_id is not None)

    def _nearest(self, near: list[int], spot: shapely.Geometry) -> list[int]:
        smallest = [place for place in near if self._niveaus[place] is self._niveaus[0]]
        distances = [(shapely.distance(self._shapes[place], spot), place) for place in smallest]
        return [min(distances)[1]] if distances else []


def _in_metres(geometry: Geometry) -> shapely.Geometry:
    """Return the shape in metres, near enough for the width of a sliver."""
    return scale(shape_of(geometry), NARROWING * DEGREE_M, DEGREE_M, origin=(0, 0))


def _keten(boom: Boom, gebied_id: GebiedId) -> Gebiedsketen:
    keten = {boom.omtrekken[above].niveau.value: above for above in boom.keten(gebied_id)}
    return Gebiedsketen(**keten)
