"""How the demo city is drawn: coarse outlines around hand-placed points. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shapely import MultiPoint, Point, Polygon, unary_union, voronoi_polygons
from shapely.geometry.base import BaseGeometry

DEMO_DOMEIN = "@haarlem.example"

# The edge of the city, drawn by eye; labelled "schematisch" wherever it is shown.
STADSRAND = Polygon(
    [
        (4.683, 52.413), (4.670, 52.405), (4.680, 52.399), (4.676, 52.391), (4.686, 52.387),
        (4.675, 52.375), (4.677, 52.357), (4.671, 52.349), (4.655, 52.342), (4.640, 52.340),
        (4.637, 52.360), (4.620, 52.361), (4.606, 52.364), (4.600, 52.374), (4.601, 52.384),
        (4.612, 52.390), (4.623, 52.390), (4.628, 52.402), (4.632, 52.412), (4.642, 52.423),
        (4.652, 52.428), (4.668, 52.424), (4.681, 52.419),
    ]
)  # fmt: skip


@dataclass(frozen=True)
class Schets:
    """One row of the sketch: a buurt has a point, a wijk or stadsdeel is the sum of its parts."""

    code: str
    naam: str
    ouder: str
    punt: tuple[float, float] | None


def draw_outlines(schetsen: Sequence[Schets]) -> dict[str, BaseGeometry]:
    """Return an outline per code: each buurt is what lies nearest to its point."""
    buurten = {schets.code: schets.punt for schets in schetsen if schets.punt}
    cells = voronoi_polygons(MultiPoint(list(buurten.values())), extend_to=STADSRAND).geoms
    outlines: dict[str, BaseGeometry] = {
        code: next(cell for cell in cells if cell.contains(Point(punt))).intersection(STADSRAND)
        for code, punt in buurten.items()
    }
    wijken = _sums(schetsen, outlines)
    stadsdelen = _sums(schetsen, wijken)
    return outlines | wijken | stadsdelen


def _sums(
    schetsen: Sequence[Schets], outlines: Mapping[str, BaseGeometry]
) -> dict[str, BaseGeometry]:
    """Return the outlines of what is above: each the union of its parts."""
    parts: dict[str, list[BaseGeometry]] = {}
    for schets in schetsen:
        if schets.code in outlines:
            parts.setdefault(schets.ouder, []).append(outlines[schets.code])
    return {ouder: unary_union(found) for ouder, found in parts.items()}
