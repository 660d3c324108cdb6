"""Reading GeoJSON and GeoPackage files, in WGS84 or RD. What comes out is always WGS84."""

import json
import re
import sqlite3
import struct
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from enum import Enum
from itertools import islice
from pathlib import Path
from typing import Any

from shapely import force_2d, from_wkb
from shapely.errors import GEOSException
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from participatie.core.errors import InvalidInputError
from participatie.core.geometry import NEDERLAND, GeometryError, from_rd, read_geojson

MAX_FILE_BYTES = 200_000_000
SQLITE_MAGIC = b"SQLite format 3\x00"
ENVELOPE_BYTES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}  # of a GeoPackage geometry, by its flag
GEOPACKAGE_HEADER = 8
NEDERLAND_RD = box(-7_000, 289_000, 300_000, 629_000)
LAYERS = """
    SELECT columns.table_name, columns.column_name, systems.organization,
           systems.organization_coordsys_id
    FROM gpkg_geometry_columns AS columns
    JOIN gpkg_spatial_ref_sys AS systems ON systems.srs_id = columns.srs_id
    ORDER BY columns.table_name
"""


class GeoFileError(InvalidInputError):
    """A file with geometry that cannot be used."""

    message = "Dit bestand kan niet worden gelezen."


class Stelsel(Enum):
    """The coordinate systems that can be read."""

    WGS84 = "WGS84 (lengtegraad, breedtegraad)"
    RD = "RD (EPSG:28992)"


STELSELS: Mapping[str, Stelsel] = {
    "CRS84": Stelsel.WGS84,
    "4326": Stelsel.WGS84,
    "4258": Stelsel.WGS84,  # ETRS89: less than a metre away
    "28992": Stelsel.RD,
}


@dataclass(frozen=True)
class GeoFeature:
    """One line of a file; `number` counts from 1. The geometry is not yet checked."""

    number: int
    properties: Mapping[str, Any]
    geometry: BaseGeometry | None


def read_features(
    path: Path, layer: str | None = None, *, limit: int | None = None
) -> list[GeoFeature]:
    """Return what is in the file, or raise `GeoFileError` with the reason; at most `limit`."""
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise GeoFileError("Het bestand is te groot.")
        with path.open("rb") as file:
            is_geopackage = file.read(len(SQLITE_MAGIC)) == SQLITE_MAGIC
        found = _geopackage(path, layer) if is_geopackage else _geojson(path)
        features = list(found if limit is None else islice(found, limit + 1))
    except OSError as error:
        raise GeoFileError(f"Het bestand {path.name} kan niet worden geopend.") from error
    if limit is not None and len(features) > limit:
        raise GeoFileError(f"Er staan meer dan {limit} vormen in het bestand. Verdeel het.")
    if not features:
        raise GeoFileError("Het bestand is leeg: er staat geen enkele vorm in.")
    return features


def _geojson(path: Path) -> Iterator[GeoFeature]:
    document = _json(path)
    kind = document.get("type")
    found = [document] if kind == "Feature" else document.get("features")
    if kind not in {"Feature", "FeatureCollection"} or not isinstance(found, list):
        raise GeoFileError("Het bestand is geen GeoJSON met een lijst van vormen.")
    stelsel = _named_stelsel(document.get("crs"))
    for number, feature in enumerate(found, start=1):
        if not isinstance(feature, dict):
            raise GeoFileError(f"Vorm {number} is geen GeoJSON.")
        properties = feature.get("properties") or {}
        if not isinstance(properties, dict):
            raise GeoFileError(f"De eigenschappen van vorm {number} kunnen niet worden gelezen.")
        if "id" in feature:
            properties = {"id": feature["id"]} | properties
        yield GeoFeature(number, properties, _from_json(feature.get("geometry"), number, stelsel))


def _json(path: Path) -> dict[str, Any]:
    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise GeoFileError("Het bestand is geen GeoJSON en geen GeoPackage.") from error
    except json.JSONDecodeError as error:
        is_cut_off = bool(error.doc.strip()) and not error.doc[error.pos :].strip(" \r\n\t\"'")
        started = error.doc.lstrip().startswith(("{", "["))
        if started and (is_cut_off or "Unterminated" in error.msg):
            raise GeoFileError("Het bestand is niet heel: het houdt halverwege op.") from error
        raise GeoFileError(f"Het bestand is geen GeoJSON (regel {error.lineno}).") from error
    except (RecursionError, ValueError) as error:
        raise GeoFileError("Het bestand is geen GeoJSON.") from error
    if not isinstance(document, dict):
        raise GeoFileError("Het bestand is geen GeoJSON.")
    return document


def _from_json(value: object, number: int, stelsel: Stelsel) -> BaseGeometry | None:
    if value is None:
        return None
    try:
        found = read_geojson(value)
    except GeometryError as error:
        raise GeoFileError(f"Vorm {number}: {error}") from error
    return _to_wgs84(found, number, stelsel)


def _named_stelsel(crs: object) -> Stelsel:
    """Return the system a GeoJSON file names; without a name the standard says WGS84."""
    if crs is None:
        return Stelsel.WGS84
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = str(properties.get("name", "")) if isinstance(properties, dict) else ""
    return _stelsel(re.split(r"[:/]", name)[-1], name)


def _stelsel(code: str, name: str) -> Stelsel:
    found = STELSELS.get(code.upper())
    if found is None:
        raise GeoFileError(
            f"Het bestand gebruikt het coördinatenstelsel {name or 'zonder naam'}. "
            "Lever het aan in WGS84 (EPSG:4326) of RD (EPSG:28992)."
        )
    return found


def _geopackage(path: Path, layer: str | None) -> Iterator[GeoFeature]:
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            connection.execute("PRAGMA trusted_schema=OFF")
            if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise GeoFileError("Het bestand is niet heel: de GeoPackage is beschadigd.")
            table, column, organization, code = _layer(connection.execute(LAYERS), layer)
            stelsel = _stelsel(str(code), f"{organization}:{code}")
            rows = connection.execute(f"SELECT * FROM {_quoted(table)}")  # noqa: S608  # quoted
            names = [description[0] for description in rows.description]
            for number, row in enumerate(rows, start=1):
                properties = dict(zip(names, row, strict=True))
                blob = properties.pop(column, None)
                yield GeoFeature(number, properties, _from_blob(blob, number, stelsel))
    except sqlite3.Error as error:
        raise GeoFileError("Het bestand is geen GeoPackage, of het is beschadigd.") from error


def _layer(layers: Iterable[Any], wanted: str | None) -> tuple[str, str, str, int]:
    found = {row[0]: row for row in layers}
    names = ", ".join(found)
    if wanted is not None and wanted not in found:
        raise GeoFileError(f"De laag {wanted} staat niet in het bestand. Er zijn: {names}.")
    if not found:
        raise GeoFileError("Er staat geen kaartlaag in de GeoPackage.")
    if wanted is None and len(found) > 1:
        raise GeoFileError(f"Er staan meer lagen in het bestand. Kies er een met --laag: {names}.")
    table, column, organization, code = found[wanted or next(iter(found))]
    return table, column, organization, code


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _from_blob(blob: object, number: int, stelsel: Stelsel) -> BaseGeometry | None:
    if blob is None:
        return None
    try:
        if not isinstance(blob, bytes) or blob[:2] != b"GP":
            raise GeoFileError(f"De geometrie van vorm {number} is niet te lezen.")
        (flags,) = struct.unpack_from("B", blob, 3)
        start = GEOPACKAGE_HEADER + ENVELOPE_BYTES[flags >> 1 & 7]
        found = from_wkb(blob[start:])
    except (GEOSException, struct.error, KeyError) as error:
        raise GeoFileError(f"De geometrie van vorm {number} is niet te lezen.") from error
    return _to_wgs84(found, number, stelsel)


def _to_wgs84(geometry: BaseGeometry, number: int, stelsel: Stelsel) -> BaseGeometry:
    """Return the geometry in WGS84, when its numbers are what the file says they are."""
    flat: BaseGeometry = force_2d(geometry)
    if flat.is_empty:
        return flat
    west, zuid, oost, noord = flat.bounds
    expected, other = (
        (NEDERLAND, NEDERLAND_RD) if stelsel is Stelsel.WGS84 else (NEDERLAND_RD, NEDERLAND)
    )
    extent = box(west, zuid, oost, noord)
    if expected.contains(extent):
        return from_rd(flat) if stelsel is Stelsel.RD else flat
    start = f"Vorm {number} ligt verkeerd. Het bestand zegt {stelsel.value}, maar "
    if other.contains(extent):
        meant = Stelsel.RD if stelsel is Stelsel.WGS84 else Stelsel.WGS84
        raise GeoFileError(start + f"de getallen zijn {meant.value}. Exporteer het opnieuw.")
    if expected.contains(box(zuid, west, noord, oost)):
        raise GeoFileError(start + "de twee assen zijn verwisseld. Exporteer het opnieuw.")
    raise GeoFileError(start + f"het ligt buiten Nederland (bij {west:.6g}, {zuid:.6g}).")
