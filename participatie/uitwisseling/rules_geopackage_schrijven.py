"""Writing a GeoPackage 1.3 with one layer, in WGS84 or RD. Pure: the file lives in memory."""

import sqlite3
import struct
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pyproj
from shapely import to_wkb

from participatie.core.geometry import Geometry, shape_of, to_rd
from participatie.uitwisseling.rules_export import Cel, Uitvoer, cells_of, list_geldkolommen

APPLICATION_ID = 0x47504B47  # "GPKG"
VERSION = 10300
LAAG = "projecten"
WGS84, RD = 4326, 28992
SCHEMA = """
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', NULL),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL);
"""


def write_geopackage(projecten: Sequence[Uitvoer], *, rd: bool = False) -> bytes:
    """Return a GeoPackage whose layer `projecten` has the columns that the import reads."""
    srs_id = RD if rd else WGS84
    with TemporaryDirectory() as folder:
        path = Path(folder) / "projecten.gpkg"
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.executescript(
                f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION};"
                + SCHEMA
            )
            _declare(connection, {WGS84, srs_id}, srs_id)
            _fill(connection, projecten, srs_id)
        return path.read_bytes()


def _declare(connection: sqlite3.Connection, systems: set[int], srs_id: int) -> None:
    for code in sorted(systems):
        crs = pyproj.CRS.from_epsg(code)
        connection.execute(
            "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, 'EPSG', ?, ?, NULL)",
            (crs.name, code, code, crs.to_wkt("WKT1_GDAL")),
        )
    connection.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id)"
        " VALUES (?, 'features', ?, ?)",
        (LAAG, LAAG, srs_id),
    )
    connection.execute(
        "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'GEOMETRY', ?, 0, 0)", (LAAG, srs_id)
    )


def _fill(connection: sqlite3.Connection, projecten: Sequence[Uitvoer], srs_id: int) -> None:
    geld = list_geldkolommen(projecten)
    names = [*cells_of(projecten[0], geld)][1:] if projecten else ["sleutel", "titel"]
    columns = ", ".join(f'"{name}" {_type_of(name, geld)}' for name in names)
    connection.execute(
        f"CREATE TABLE {LAAG} (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom GEOMETRY,"
        f" {columns})"
    )
    marks = ", ".join("?" * (len(names) + 2))
    bounds: list[tuple[float, float, float, float]] = []
    rows = []
    for one in projecten:
        blob, box = _blob(one.geometrie, srs_id)
        bounds += [box] if box else []
        id_, *cells = cells_of(one, geld).values()
        rows.append([id_, blob, *map(_plain, cells)])
    connection.executemany(f"INSERT INTO {LAAG} VALUES ({marks})", rows)  # noqa: S608  # our own
    if bounds:
        west, zuid, oost, noord = zip(*bounds, strict=True)
        connection.execute(
            "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ?",
            (min(west), min(zuid), max(oost), max(noord)),
        )


def _type_of(name: str, geld: Sequence[tuple[int, object]]) -> str:
    if name[-4:].isdecimal() and geld:
        return "DOUBLE"
    return "DATE" if name.endswith(("start", "eind")) else "TEXT"


def _plain(value: Cel) -> str | int | float | None:
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, date) else value


def _blob(
    geometry: Geometry | None, srs_id: int
) -> tuple[bytes | None, tuple[float, float, float, float] | None]:
    if geometry is None:
        return None, None
    shape = shape_of(geometry)
    if srs_id == RD:
        shape = to_rd(shape)
    west, zuid, oost, noord = shape.bounds
    header = struct.pack("<2sBBi4d", b"GP", 0, 0b011, srs_id, west, oost, zuid, noord)
    return header + to_wkb(shape, byte_order=1), (west, zuid, oost, noord)
