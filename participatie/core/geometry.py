"""The only module that knows how geometry is read, checked and measured.

Geometry is GeoJSON in WGS84, longitude first; lengths and distances are metres, computed in RD
(EPSG:28992).
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer
from shapely import (
    force_2d,
    from_geojson,
    get_coordinates,
    set_precision,
    to_geojson,
    transform,
)
from shapely.errors import GEOSException
from shapely.geometry import box, mapping, shape
from shapely.geometry.base import BaseGeometry
from shapely.validation import explain_validity

from participatie.core.errors import InvalidInputError

Geometry = dict[str, Any]
Points = NDArray[np.float64]
Shapes = NDArray[np.object_]

DECIMALS = 6  # about 10 cm
MAX_POINTS = 20_000
MAX_BYTES = 2_000_000
ALLOWED_TYPES = frozenset(
    {"Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"}
)
REASONS = {
    "Self-intersection": "de lijn kruist zichzelf",
    "Ring Self-intersection": "de lijn raakt zichzelf",
    "Nested shells": "de delen liggen over elkaar",
    "Hole lies outside shell": "een gat ligt buiten de vorm",
    "Holes are nested": "een gat ligt in een gat",
    "Interior is disconnected": "de vorm valt uiteen",
    "Too few points in geometry component": "er zijn te weinig punten",
}
OUTSIDE_RD = (
    "De vorm ligt buiten Nederland. In RD ligt x tussen 0 en 300000 en y tussen 289000 en 629000."
)
NEDERLAND = box(3.2, 50.7, 7.3, 53.7)


class GeometryError(InvalidInputError):
    """A geometry that cannot be used."""

    message = "Deze vorm op de kaart kan niet worden gebruikt."


class OutsideNetherlandsError(GeometryError):
    """A geometry that lies elsewhere on the globe, or whose numbers mean something else."""

    message = "De vorm ligt buiten Nederland. Gebruik lengtegraad, breedtegraad."


@dataclass(frozen=True)
class Bounds:
    """A bounding box in degrees."""

    west: float
    zuid: float
    oost: float
    noord: float


def parse_geometry(value: object) -> Geometry:
    """Return the checked geometry with at most six decimals, or raise `GeometryError`."""
    return geometry_of(check_geometry(read_geojson(value)))


def parse_rd_geometry(value: object) -> Geometry:
    """Return the checked geometry of GeoJSON in RD, in WGS84, or raise `GeometryError`."""
    try:
        return geometry_of(check_geometry(from_rd(read_geojson(value))))
    except OutsideNetherlandsError as error:
        raise OutsideNetherlandsError(OUTSIDE_RD) from error


def parse_bounds(text: str) -> Bounds:
    """Return the box of `west,zuid,oost,noord` as it stands in an address, or raise."""
    try:
        west, zuid, oost, noord = (float(part) for part in text.split(","))
    except ValueError:
        raise GeometryError("Het kader van de kaart klopt niet.") from None
    if not (west <= oost and zuid <= noord):  # also false when one is not a number
        raise GeometryError("Het kader van de kaart klopt niet.")
    return Bounds(west, zuid, oost, noord)


def check_geometry(geometry: BaseGeometry) -> BaseGeometry:
    """Return the geometry in two dimensions when it is whole and in the Netherlands."""
    if geometry.is_empty:
        raise GeometryError("De vorm op de kaart is leeg.")
    if geometry.geom_type not in ALLOWED_TYPES:
        raise GeometryError(f"Een vorm van het soort {geometry.geom_type} kan niet.")
    points = get_coordinates(geometry)
    if len(points) > MAX_POINTS:
        raise GeometryError(f"De vorm heeft te veel punten: {len(points)}.")
    if not all(math.isfinite(number) for number in points.flat):
        raise GeometryError("De vorm heeft een punt dat geen getal is.")
    if not NEDERLAND.contains(geometry.envelope):
        raise OutsideNetherlandsError
    if not geometry.is_valid:
        raise GeometryError(f"De vorm klopt niet: {_explain(geometry)}.")
    flat: BaseGeometry = force_2d(geometry)
    return flat


def _explain(geometry: BaseGeometry) -> str:
    """Say in Dutch what is wrong, and where."""
    reason, _, place = explain_validity(geometry).partition("[")
    at = f" (bij {', '.join(place.rstrip(']').split())})" if place else ""
    return REASONS.get(reason, reason.lower()) + at


def read_geojson(value: object) -> BaseGeometry:
    """Return a GeoJSON geometry, or the one in a feature; it is not yet checked.

    Only its kind and its coordinates reach the GeoJSON reader: that crashes, and the whole
    process with it, on a collection of collections of collections.
    """
    try:
        if isinstance(value, str | bytes) and len(value) > MAX_BYTES:
            raise GeometryError("De vorm op de kaart is te groot.")
        found = json.loads(value) if isinstance(value, str | bytes) else value
        if isinstance(found, Mapping) and found.get("type") == "Feature":
            found = found.get("geometry")
        if not isinstance(found, Mapping) or not isinstance(found.get("type"), str):
            raise GeometryError("De vorm op de kaart is geen GeoJSON.")
        if found["type"] not in ALLOWED_TYPES:
            raise GeometryError(f"Een vorm van het soort {found['type'][:20]!r} kan niet.")
        bare = {"type": found["type"], "coordinates": found.get("coordinates")}
        text = json.dumps(bare, allow_nan=False)
        if len(text) > MAX_BYTES:
            raise GeometryError("De vorm op de kaart heeft te veel punten.")
        geometry: BaseGeometry = from_geojson(text)
    except (GEOSException, ValueError, TypeError, RecursionError) as error:
        raise GeometryError("De vorm op de kaart is geen GeoJSON.") from error
    return geometry


def geometry_of(geometry: BaseGeometry) -> Geometry:
    """Return a Shapely geometry as GeoJSON, rounded."""
    rounded = set_precision(geometry, 10**-DECIMALS)
    if rounded.is_empty:
        raise GeometryError("De vorm op de kaart is te klein.")
    if rounded.geom_type.endswith("Polygon"):
        rounded = rounded.normalize()  # so that reading it again gives the same
    found: Geometry = _rounded(json.loads(to_geojson(rounded)))
    return found


def _rounded(value: Any) -> Any:  # noqa: ANN401  # GeoJSON nests without a fixed shape
    if isinstance(value, float):
        return round(value, DECIMALS)
    if isinstance(value, list):
        return [_rounded(part) for part in value]
    if isinstance(value, dict):
        return {key: _rounded(part) for key, part in value.items()}
    return value


def shape_of(geometry: Geometry) -> BaseGeometry:
    """Return a stored geometry as a Shapely one."""
    return shape(geometry)


def point(lon: float, lat: float) -> Geometry:
    """Return a GeoJSON point."""
    return {"type": "Point", "coordinates": [round(lon, DECIMALS), round(lat, DECIMALS)]}


def bounds_of(geometry: Geometry) -> Bounds:
    """Return the bounding box of a stored geometry."""
    return Bounds(*shape(geometry).bounds)


@lru_cache(maxsize=2)
def _to_rd() -> Transformer:
    return Transformer.from_crs("EPSG:4326", "EPSG:28992", always_xy=True)


@lru_cache(maxsize=2)
def _from_rd() -> Transformer:
    return Transformer.from_crs("EPSG:28992", "EPSG:4326", always_xy=True)


def to_rd(geometry: BaseGeometry) -> BaseGeometry:
    """Return the geometry in RD, in metres."""
    return _transformed(geometry, _to_rd())


def from_rd(geometry: BaseGeometry) -> BaseGeometry:
    """Return an RD geometry in WGS84."""
    return _transformed(geometry, _from_rd())


def _transformed(geometry: BaseGeometry, transformer: Transformer) -> BaseGeometry:
    def move(points: Points) -> Points:
        return np.column_stack(transformer.transform(points[:, 0], points[:, 1]))

    moved: BaseGeometry = transform(geometry, move)
    return moved


def many_to_rd(geometries: Shapes) -> Shapes:
    """Return many geometries in RD, in metres."""
    found: Shapes = _all_transformed(geometries, _to_rd())
    return found


def many_from_rd(geometries: Shapes) -> Shapes:
    """Return many RD geometries in WGS84."""
    found: Shapes = _all_transformed(geometries, _from_rd())
    return found


def _all_transformed(geometries: Shapes, transformer: Transformer) -> Shapes:
    move = partial(shapely.transform, transformation=transformer.transform, interleaved=False)
    moved: Shapes = move(geometries)
    return moved


def distance_m(one: Geometry, other: Geometry) -> float:
    """Return the shortest distance in metres; 0 where they touch."""
    return float(to_rd(shape(one)).distance(to_rd(shape(other))))


def distances_m(one: Geometry, others: Sequence[str]) -> list[float]:
    """Return the distance in metres to each of many geometries, given as GeoJSON text."""
    here = to_rd(shape(one))
    found: list[float] = shapely.distance(many_to_rd(from_geojson(others)), here).tolist()
    return found


def around(lon: float, lat: float, metres: float) -> Bounds:
    """Return a box in degrees that holds everything within `metres` of a point."""
    return widened(Bounds(lon, lat, lon, lat), metres)


def widened(bounds: Bounds, metres: float) -> Bounds:
    """Return a box in degrees that holds everything within `metres` of a box."""
    farthest = max(abs(bounds.zuid), abs(bounds.noord))
    dy = metres / 111_000
    dx = metres / (111_000 * math.cos(math.radians(farthest)))
    return Bounds(bounds.west - dx, bounds.zuid - dy, bounds.oost + dx, bounds.noord + dy)


def middle_of(geometry: Geometry) -> tuple[float, float]:
    """Return the longitude and latitude of a point on the geometry."""
    middle = shape(geometry).representative_point()
    return middle.x, middle.y


def as_mapping(geometry: BaseGeometry) -> Geometry:
    """Return a Shapely geometry as GeoJSON without rounding."""
    return dict(mapping(geometry))
