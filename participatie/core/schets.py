"""A small drawing of places: a map for pages that must work without a script or a map server."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from shapely import clip_by_rect, get_coordinates, get_parts
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from participatie.core.geometry import Bounds, Geometry, shape_of

BREEDTE = 640
HOOGTE = 360
RAND = 0.15  # what is drawn beyond the frame, so that no edge shows


@dataclass(frozen=True)
class Teken:
    """What to draw: `soort` becomes a class, `nummer` stands in the mark."""

    soort: str
    geometry: Geometry
    nummer: int | None = None


@dataclass(frozen=True)
class Vorm:
    """A drawn place: a path for lines and outlines, and the spot of its mark."""

    soort: str
    nummer: int | None
    pad: str
    x: float
    y: float
    is_punt: bool


@dataclass(frozen=True)
class Schets:
    """A drawing with its size."""

    vormen: tuple[Vorm, ...]
    breedte: int = BREEDTE
    hoogte: int = HOOGTE


class _Vlak:
    """Turns degrees into the units of the drawing; the frame keeps its middle."""

    def __init__(self, frame: Bounds) -> None:
        middle_lat = (frame.zuid + frame.noord) / 2
        self.narrowing = math.cos(math.radians(middle_lat))
        wide = max((frame.oost - frame.west) * self.narrowing, 1e-6)
        high = max(frame.noord - frame.zuid, 1e-6)
        self.scale = min(BREEDTE / wide, HOOGTE / high)
        half_lon = BREEDTE / self.scale / self.narrowing / 2
        half_lat = HOOGTE / self.scale / 2
        middle_lon = (frame.west + frame.oost) / 2
        self.west, self.noord = middle_lon - half_lon, middle_lat + half_lat
        self.bounds = (self.west, middle_lat - half_lat, middle_lon + half_lon, self.noord)

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Return where this point is drawn."""
        x = (lon - self.west) * self.narrowing * self.scale
        return round(x, 1), round((self.noord - lat) * self.scale, 1)

    def cut(self, geometry: BaseGeometry) -> BaseGeometry:
        """Return the part of the geometry that can be seen."""
        west, zuid, oost, noord = self.bounds
        dx, dy = (oost - west) * RAND, (noord - zuid) * RAND
        return clip_by_rect(geometry, west - dx, zuid - dy, oost + dx, noord + dy)


def draw(frame: Bounds, tekens: Iterable[Teken]) -> Schets:
    """Draw what lies in the frame, the first at the bottom."""
    vlak = _Vlak(frame)
    drawn = (_form(vlak, teken) for teken in tekens)
    return Schets(tuple(form for form in drawn if form is not None))


def _form(vlak: _Vlak, teken: Teken) -> Vorm | None:
    seen = vlak.cut(shape_of(teken.geometry))
    if seen.is_empty:
        return None
    parts = get_parts(seen)
    middle = seen.representative_point()
    x, y = vlak.at(middle.x, middle.y)
    is_punt = all(part.geom_type == "Point" for part in parts)
    pad = "" if is_punt else "".join(_path(vlak, part) for part in parts)
    return Vorm(teken.soort, teken.nummer, pad, x, y, is_punt)


def _path(vlak: _Vlak, part: BaseGeometry) -> str:
    if isinstance(part, Polygon):
        return "".join(_line(vlak, ring) + "Z" for ring in (part.exterior, *part.interiors))
    return _line(vlak, part)


def _line(vlak: _Vlak, line: BaseGeometry) -> str:
    points = (vlak.at(lon, lat) for lon, lat in get_coordinates(line))
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points)
