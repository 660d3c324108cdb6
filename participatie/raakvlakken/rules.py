"""When two projects touch, and what that means for what was stored. Pure."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import numpy as np

from participatie.core.errors import InvalidInputError
from participatie.core.geometry_pairs import ManyGeometries
from participatie.gebieden.types import GebiedId
from participatie.programmas.types import ProjectId, Thema
from participatie.raakvlakken.types import (
    Bekend,
    Herzien,
    Item,
    Oordeel,
    Paar,
    Raakt,
    Situatie,
    Verandering,
    Verschil,
)

AFSTAND_MAX_M = 1_000
MARGE_MAX_MAANDEN = 24
DREMPEL_MIN, DREMPEL_MAX = 2, 100
REDEN_MIN_LENGTH = 10
REDEN_MAX_LENGTH = 1_000
DAGEN_PER_MAAND = 365.25 / 12

Klein = Mapping[GebiedId, tuple[GebiedId, ...]]
"""Each wijk and buurt with what small gebied it lies in, itself first; larger ones are no key."""

Periode = tuple[date, date, int]


def days_of(maanden: int) -> int:
    """Return how many days the margin is."""
    return round(maanden * DAGEN_PER_MAAND)


def find_raakvlakken(
    items: Sequence[Item], klein: Klein, *, afstand_m: int, marge_dagen: int
) -> dict[Paar, Raakt]:
    """Return every pair that touches.

    Two projects with a place touch within the distance. A project without a place, for a whole
    wijk or buurt, touches what has the same thema and lies in it: otherwise everything would
    touch everything. What is for a stadsdeel or the whole city touches nothing. In time they
    overlap, or one begins within the margin after the other.
    """
    ordered = sorted(items, key=lambda item: item.id)
    found = dict(_near(ordered, afstand_m, marge_dagen))
    found |= _same_gebied(ordered, klein, marge_dagen)
    return found


def _near(items: Sequence[Item], afstand_m: int, marge_dagen: int) -> Iterator[tuple[Paar, Raakt]]:
    placed = [item for item in items if item.geojson is not None]
    shapes = ManyGeometries([item.geojson or "" for item in placed])
    ones, others = shapes.pairs_within(afstand_m)
    start = np.array([item.start.toordinal() for item in placed], dtype=np.int64)
    eind = np.array([item.eind.toordinal() for item in placed], dtype=np.int64)
    latest = np.maximum(start[ones], start[others])
    first = np.minimum(eind[ones], eind[others])
    soon = latest - first <= marge_dagen
    ones, others, latest, first = ones[soon], others[soon], latest[soon], first[soon]
    between = shapes.between(ones, others)
    rows = zip(
        ones.tolist(), others.tolist(), latest.tolist(), first.tolist(),
        between.metres, between.lons, between.lats, strict=True,
    )  # fmt: skip
    for one, other, begin, end, metres, lon, lat in rows:
        van, tot, gat = _periode(begin, end)
        yield (
            (placed[one].id, placed[other].id),
            Raakt(metres, None, van, tot, gat, lon, lat),
        )


def _periode(latest_start: int, first_end: int) -> Periode:
    """Return from when to when two plannings overlap, or the gap between them and its days."""
    van, tot = sorted((latest_start, first_end))
    return date.fromordinal(van), date.fromordinal(tot), max(0, latest_start - first_end)


def _same_gebied(
    items: Sequence[Item], klein: Klein, marge_dagen: int
) -> Iterator[tuple[Paar, Raakt]]:
    inside: dict[tuple[GebiedId, Thema], list[Item]] = defaultdict(list)
    for item in items:
        if item.thema is not None:
            for gebied_id in _with_above(item.gebied_ids, klein):
                inside[gebied_id, item.thema].append(item)
    shared: dict[Paar, tuple[GebiedId, Periode]] = {}
    for gebied_id, one, other in _sharing(items, klein, inside):
        periode = _periode(
            max(one.start, other.start).toordinal(), min(one.eind, other.eind).toordinal()
        )
        if periode[2] <= marge_dagen:
            paar = (min(one.id, other.id), max(one.id, other.id))
            known = shared.get(paar, (gebied_id, periode))[0]
            shared[paar] = (min(known, gebied_id, key=lambda found: _rank(found, klein)), periode)
    for paar, (gebied_id, (van, tot, gat)) in shared.items():
        yield paar, Raakt(None, gebied_id, van, tot, gat, None, None)


def _sharing(
    items: Iterable[Item], klein: Klein, inside: Mapping[tuple[GebiedId, Thema], Sequence[Item]]
) -> Iterator[tuple[GebiedId, Item, Item]]:
    """Yield what lies in the gebied of each project without a place."""
    for one in items:
        if one.geojson is None and one.thema is not None:
            for gebied_id in one.gebied_ids & klein.keys():
                for other in inside[gebied_id, one.thema]:
                    if other.id != one.id:
                        yield gebied_id, one, other


def _with_above(gebied_ids: Iterable[GebiedId], klein: Klein) -> set[GebiedId]:
    return {above for gebied_id in gebied_ids for above in klein.get(gebied_id, ())}


def _rank(gebied_id: GebiedId, klein: Klein) -> tuple[int, GebiedId]:
    """Order the smallest gebied first, so that the same pair always names the same one."""
    return -len(klein[gebied_id]), gebied_id


def situatie_of(one: Item, other: Item) -> Situatie:
    """Return what a judgement about these two is about."""
    return {
        Verandering.PLANNING_A.value: f"{one.start}/{one.eind}",
        Verandering.PLANNING_B.value: f"{other.start}/{other.eind}",
        Verandering.PLEK_A.value: _digest(one),
        Verandering.PLEK_B.value: _digest(other),
    }


def _digest(item: Item) -> str:
    where = item.geojson or ",".join(map(str, sorted(item.gebied_ids)))
    return hashlib.sha256(where.encode()).hexdigest()[:16]


def what_changed(gezien: Situatie, now: Situatie) -> str:
    """Return the names of what is different from what was judged, with a comma between."""
    return ",".join(one.value for one in Verandering if gezien.get(one.value) != now[one.value])


def compare(
    found: Mapping[Paar, Raakt], known: Sequence[Bekend], items: Iterable[Item]
) -> Verschil:
    """Return what must change in what is stored, so that it says what was found."""
    by_id = {item.id: item for item in items}
    stored = {bekend.paar for bekend in known}
    herzien = [
        Herzien(bekend, found[bekend.paar], _again(bekend, by_id))
        for bekend in known
        if bekend.paar in found
    ]
    return Verschil(
        nieuw={paar: raakt for paar, raakt in found.items() if paar not in stored},
        herzien=[one for one in herzien if _differs(one)],
        vervallen=[
            bekend for bekend in known if bekend.paar not in found and not bekend.is_vervallen
        ],
    )


def _again(bekend: Bekend, by_id: Mapping[ProjectId, Item]) -> str:
    if bekend.gezien is None:
        return ""
    one, other = bekend.paar
    return what_changed(bekend.gezien, situatie_of(by_id[one], by_id[other]))


def _differs(one: Herzien) -> bool:
    bekend = one.bekend
    return bekend.is_vervallen or bekend.raakt != one.raakt or bekend.opnieuw != one.opnieuw


def check_reden(reden: str) -> str:
    """Return the reason without surrounding space, or raise."""
    found = reden.strip()
    if not REDEN_MIN_LENGTH <= len(found) <= REDEN_MAX_LENGTH:
        raise InvalidInputError(
            f"Schrijf uw reden op, met {REDEN_MIN_LENGTH} tot {REDEN_MAX_LENGTH} tekens.",
            field="reden",
        )
    return found


def check_tonen(oordeel: Oordeel, *, tonen: bool) -> None:
    """Raise when something other than a combination would be shown to everyone."""
    if tonen and oordeel is not Oordeel.COMBINEREN:
        raise InvalidInputError(
            "Alleen een afspraak om te combineren kan op de site staan. Haal het vinkje weg.",
            field="tonen",
        )
