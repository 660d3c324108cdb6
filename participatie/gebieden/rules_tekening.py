"""Small drawings of gebieden for a page: outlines as SVG paths, made on the server. Pure."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry

from participatie.core.geometry import Bounds, shape_of
from participatie.gebieden.rules import Boom
from participatie.gebieden.types import NIVEAUS, GebiedId, Niveau, Omtrek

WIDTH = 480
TALLEST = 640
MARGIN = 6
DETAIL = 0.5  # of a pixel: what is smaller is left out
HUES = 6

Project = Callable[[float, float], tuple[float, float]]


@dataclass(frozen=True)
class Vlak:
    """One outline; `soort` is zelf, naast or rand, `tint` tells stadsdelen apart."""

    slug: str
    naam: str
    path: str
    soort: str
    tint: int = 0


@dataclass(frozen=True)
class Opschrift:
    """A name on the drawing."""

    x: int
    y: int
    naam: str


@dataclass(frozen=True)
class Tekening:
    """What one svg element shows, in pixels."""

    width: int
    height: int
    vlakken: tuple[Vlak, ...]
    opschriften: tuple[Opschrift, ...] = ()


def draw_city(boom: Boom) -> Tekening | None:
    """Draw the wijken, coloured and named by the stadsdeel they lie in."""
    wijken = _drawn(boom, Niveau.WIJK) or _drawn(boom, Niveau.STADSDEEL)
    if not wijken:
        return None
    delen = _drawn(boom, Niveau.STADSDEEL)
    tints = {deel.id: place % HUES for place, deel in enumerate(delen)}
    project, width, height = _frame(shape_of(o.geometry) for o in wijken if o.geometry)
    vlakken = [
        _vlak(wijk, project, "naast", tints.get(wijk.ouder_id or wijk.id, 0)) for wijk in wijken
    ]
    vlakken += [_vlak(deel, project, "rand") for deel in delen]
    return Tekening(width, height, tuple(vlakken), tuple(_opschriften(delen, project)))


def draw_gebied(boom: Boom, gebied_id: GebiedId) -> Tekening | None:
    """Draw a gebied between its neighbours in the gebied above it; the stad with its parts."""
    own = boom.omtrekken[gebied_id]
    is_top = own.ouder_id is None
    beside = boom.kinderen.get(gebied_id if is_top else own.ouder_id, ())
    frame = own if is_top else boom.omtrekken[own.ouder_id or gebied_id]
    around = [o for o in (boom.omtrekken[found] for found in beside) if o.geometry]
    shapes = [shape_of(o.geometry) for o in (frame, own, *around) if o.geometry]
    if own.geometry is None or not shapes:
        return None
    project, width, height = _frame(shapes)
    vlakken = [_vlak(o, project, "naast") for o in around if o.id != gebied_id]
    vlakken += [_vlak(frame, project, "rand")] if frame.geometry else []
    if not is_top:
        vlakken.append(_vlak(own, project, "zelf"))
    return Tekening(width, height, tuple(vlakken))


def _drawn(boom: Boom, niveau: Niveau) -> list[Omtrek]:
    found = [o for o in boom.omtrekken.values() if o.niveau is niveau and o.geometry]
    return sorted(found, key=lambda omtrek: (NIVEAUS.index(omtrek.niveau), omtrek.code))


def _frame(shapes: Iterable[BaseGeometry]) -> tuple[Project, int, int]:
    """Return how a place becomes a pixel, and how large the drawing is."""
    found = [Bounds(*shape.bounds) for shape in shapes]
    west, zuid = min(b.west for b in found), min(b.zuid for b in found)
    oost, noord = max(b.oost for b in found), max(b.noord for b in found)
    narrowing = math.cos(math.radians((zuid + noord) / 2))
    wide, high = (oost - west) * narrowing, noord - zuid
    scale = min((WIDTH - 2 * MARGIN) / wide, (TALLEST - 2 * MARGIN) / high)

    def project(lon: float, lat: float) -> tuple[float, float]:
        return (lon - west) * narrowing * scale + MARGIN, (noord - lat) * scale + MARGIN

    return project, round(wide * scale) + 2 * MARGIN, round(high * scale) + 2 * MARGIN


def _vlak(omtrek: Omtrek, project: Project, soort: str, tint: int = 0) -> Vlak:
    assert omtrek.geometry is not None  # noqa: S101  # only what is drawn comes here
    shape = shape_of(omtrek.geometry)
    parts = getattr(shape, "geoms", [shape])
    rings = [ring for part in parts for ring in (part.exterior, *part.interiors)]
    path = "".join(_ring(ring.coords, project) for ring in rings)
    return Vlak(omtrek.slug, omtrek.naam, path, soort, tint)


def _ring(points: Iterable[Sequence[float]], project: Project) -> str:
    """Return a closed path, without the points that would not be seen."""
    kept: list[tuple[float, float]] = []
    for point in points:
        spot = project(point[0], point[1])
        if not kept or math.dist(kept[-1], spot) >= 2 * DETAIL:
            kept.append(spot)
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in kept) + "Z"


def _opschriften(delen: Iterable[Omtrek], project: Project) -> Iterable[Opschrift]:
    for deel in delen:
        if deel.geometry:
            middle = shape_of(deel.geometry).representative_point()
            x, y = project(middle.x, middle.y)
            yield Opschrift(round(x), round(y), deel.naam)
