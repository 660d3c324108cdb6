"""Which of many geometries lie near each other, worked out for all of them at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import STRtree

from participatie.core.geometry import DECIMALS, Geometry, many_from_rd, many_to_rd, shape_of

Places = NDArray[np.intp]


@dataclass(frozen=True)
class Between:
    """What lies between two geometries of each pair: how far, and halfway where."""

    metres: list[int]
    lons: list[float]
    lats: list[float]


class ManyGeometries:
    """Many geometries, given as GeoJSON text, that are compared by their place in the list."""

    def __init__(self, geojsons: Sequence[str]) -> None:
        self._shapes = many_to_rd(shapely.from_geojson(list(geojsons)))

    def pairs_within(self, metres: float) -> tuple[Places, Places]:
        """Return the places of each pair at most this far apart, the lower place first."""
        tree = STRtree(self._shapes)
        ones, others = tree.query(self._shapes, predicate="dwithin", distance=metres)
        once = ones < others
        return ones[once], others[once]

    def between(self, ones: Places, others: Places) -> Between:
        """Return what lies between the geometries of each pair."""
        if not len(ones):
            return Between([], [], [])
        shortest = shapely.shortest_line(self._shapes[ones], self._shapes[others])
        halfway = many_from_rd(shapely.line_interpolate_point(shortest, 0.5, normalized=True))
        return Between(
            np.rint(shapely.length(shortest)).astype(int).tolist(),
            np.round(shapely.get_x(halfway), DECIMALS).tolist(),
            np.round(shapely.get_y(halfway), DECIMALS).tolist(),
        )


def inside_which(
    geojsons: Sequence[str], outlines: Sequence[Geometry]
) -> Sequence[tuple[int, int]]:
    """Return each pair of a geometry and an outline that it lies in, wholly or partly."""
    if not geojsons or not outlines:
        return []
    tree = STRtree([shape_of(outline) for outline in outlines])
    numbers, places = tree.query(shapely.from_geojson(list(geojsons)), predicate="intersects")
    return sorted(zip(numbers.tolist(), places.tolist(), strict=True))
