"""Does a file lie where the city lies? Catches another datum and other places. Pure, in RD."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from shapely import STRtree, union_all
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from participatie.gebieden.errors import ImportRefusedError

MAX_SHIFT_M = 50
ELSEWHERE_M = 2_000
SAME_AREA = 0.03  # how much two drawings of the same city may differ in size
GOOD_FIT = 0.95
BETTER_FIT = 0.005
MAX_OUTSIDE = 0.2
MAX_OVERLAP = 0.1
SKETCH_MARGIN_M = 750
ENOUGH_OVERLAP = 0.5
CLEAR_OVERLAP = 0.9


@dataclass(frozen=True)
class Ligging:
    """Where a city lies: the middle of its outline in RD, and its size in square metres."""

    x: float
    y: float
    oppervlakte: float


# So that the very first file is checked too. Rounded; the middle moves less than 5 m between
# the official drawings of different years.
BEKENDE_STEDEN: Mapping[str, Ligging] = {"GM0392": Ligging(104_640, 488_650, 32_050_000)}


@dataclass(frozen=True)
class Bekend:
    """What is known of the city: official outlines by code, and the outline of the stad."""

    stad_code: str
    stad: BaseGeometry | None
    is_sketch: bool
    official: Mapping[str, BaseGeometry]


def check_ligging(new: Mapping[str, BaseGeometry], bekend: Bekend) -> None:
    """Raise when the new outlines (by code) are shifted or lie somewhere else."""
    whole = union_all(list(new.values()))
    same = sorted(set(new) & set(bekend.official))
    if same:
        _check_against(
            union_all([new[code] for code in same]),
            union_all([bekend.official[code] for code in same]),
        )
    if bekend.stad is not None and not bekend.is_sketch:
        _check_against(whole, bekend.stad)
    else:
        _check_known_city(whole, BEKENDE_STEDEN.get(bekend.stad_code))
    if bekend.stad_code not in new and bekend.stad is not None:
        _check_inside(new, bekend.stad.buffer(SKETCH_MARGIN_M if bekend.is_sketch else 0))


def fit(one: BaseGeometry, other: BaseGeometry) -> float:
    """Return how well two outlines cover each other: 1 is the same, 0 is apart."""
    return float(one.intersection(other).area / one.union(other).area)


def shift_between(new: BaseGeometry, known: BaseGeometry) -> tuple[float, float] | None:
    """Return how far the new outline lies beside the known one, when it fits better moved back."""
    dx = new.centroid.x - known.centroid.x
    dy = new.centroid.y - known.centroid.y
    if math.hypot(dx, dy) <= MAX_SHIFT_M:
        return None
    moved = fit(translate(new, -dx, -dy), known)
    return (dx, dy) if moved >= GOOD_FIT and moved > fit(new, known) + BETTER_FIT else None


def _check_against(new: BaseGeometry, known: BaseGeometry) -> None:
    shift = shift_between(new, known)
    if shift is not None:
        raise _shifted(*shift)


def _check_known_city(whole: BaseGeometry, ligging: Ligging | None) -> None:
    """Compare with the few numbers we know of the city, when the file covers all of it."""
    if ligging is None or abs(whole.area / ligging.oppervlakte - 1) > SAME_AREA:
        return
    dx, dy = whole.centroid.x - ligging.x, whole.centroid.y - ligging.y
    if math.hypot(dx, dy) > ELSEWHERE_M:
        raise ImportRefusedError("De omtrekken liggen niet waar de stad ligt.")
    if math.hypot(dx, dy) > MAX_SHIFT_M:
        raise _shifted(dx, dy)


def _check_inside(new: Mapping[str, BaseGeometry], stad: BaseGeometry) -> None:
    outside = [
        code
        for code, shape in new.items()
        if shape.difference(stad).area > MAX_OUTSIDE * shape.area
    ]
    if outside:
        shown = ", ".join(outside[:5])
        raise ImportRefusedError(f"Niet alles ligt in de stad. Daarbuiten ligt: {shown}.")


def check_stad(code: str, new: BaseGeometry, bekend: Bekend | None) -> None:
    """Raise when a new outline of the stad is of another place or size."""
    if bekend is not None and bekend.stad is not None and not bekend.is_sketch:
        if fit(new, bekend.stad) < ENOUGH_OVERLAP:
            raise ImportRefusedError("De omtrek ligt niet waar de stad ligt.")
        return
    ligging = BEKENDE_STEDEN.get(code)
    if ligging is not None and not (
        ENOUGH_OVERLAP < new.area / ligging.oppervlakte < 1 / ENOUGH_OVERLAP
    ):
        raise ImportRefusedError(
            f"De omtrek is {new.area / 10_000:.0f} hectare groot; dat hoort "
            f"{ligging.oppervlakte / 10_000:.0f} te zijn."
        )


def _shifted(dx: float, dy: float) -> ImportRefusedError:
    ways = (
        f"{abs(dx):.0f} m naar het {'oosten' if dx > 0 else 'westen'}",
        f"{abs(dy):.0f} m naar het {'noorden' if dy > 0 else 'zuiden'}",
    )
    return ImportRefusedError(
        f"De omtrekken zijn verschoven: {math.hypot(dx, dy):.0f} m ({ways[0]}, {ways[1]}). "
        "Waarschijnlijk is bij het omrekenen de datumtransformatie vergeten. "
        "Exporteer het bestand opnieuw uit RD (EPSG:28992)."
    )


def largest_overlap(
    shape: BaseGeometry, above: Mapping[str, BaseGeometry]
) -> tuple[str, float] | None:
    """Return the code of what the shape lies in most, and for which part."""
    parts = {code: shape.intersection(other).area / shape.area for code, other in above.items()}
    best = max(sorted(parts), key=lambda code: parts[code], default=None)
    return (best, float(parts[best])) if best is not None and parts[best] > 0 else None


def list_overlaps(shapes: Mapping[str, BaseGeometry]) -> list[tuple[str, str]]:
    """Return the pairs that lie over each other for more than a border drawn twice."""
    codes = sorted(shapes)
    drawn = [shapes[code] for code in codes]
    pairs = STRtree(drawn).query(drawn, predicate="overlaps").T.tolist()
    same = STRtree(drawn).query(drawn, predicate="covers").T.tolist()
    return [
        (codes[one], codes[other])
        for one, other in sorted({(min(pair), max(pair)) for pair in pairs + same})
        if one != other
        and drawn[one].intersection(drawn[other]).area
        > MAX_OVERLAP * min(drawn[one].area, drawn[other].area)
    ]


@dataclass(frozen=True)
class Boven:
    """The outline of a gebied of the niveau above, and whether that is only a sketch."""

    shape: BaseGeometry
    is_sketch: bool


def choose_ouder(
    code: str, shape: BaseGeometry, above: Mapping[str, Boven], current: str | None
) -> tuple[str | None, str | None]:
    """Return the code of what the shape lies under, and a warning when that is in doubt.

    The code of a buurt names its wijk; else the largest overlap decides. Where what is above is
    a sketch, an earlier choice stands.
    """
    own = "WK" + code[2:8] if code.startswith("BU") else ""
    overlap = largest_overlap(shape, {key: boven.shape for key, boven in above.items()})
    if own in above:
        elsewhere = overlap and overlap[0] != own and not above[overlap[0]].is_sketch
        return own, f"{code} hoort bij {own}, maar ligt elders." if elsewhere else None
    if current is not None and current in above and above[current].is_sketch:
        return current, None
    if overlap is None:
        return None, None
    doubt = f"{code} ligt voor {overlap[1]:.0%} in {overlap[0]}."
    return overlap[0], doubt if overlap[1] < CLEAR_OVERLAP else None
