"""Real files in every format, good and bad, to import."""

import io
import json
import sqlite3
import struct
import zipfile
from contextlib import closing
from pathlib import Path

import shapely
from openpyxl import Workbook

ROW = {
    "sleutel": "P1",
    "titel": "Riool Leidsestraat",
    "domein": "fysiek",
    "fase": "voorbereiding",
    "start": "2027-01-01",
    "eind": "2028-12-31",
    "trekker": "Afdeling Beheer",
    "participatieniveau": "adviseren",
    "participatie_toelichting": "Er zijn twee ontwerpen.",
}


def csv_file(*rows: dict, delimiter=";", encoding="utf-8") -> bytes:
    """Return a CSV file; the first row tells the columns."""
    full = [ROW | {"gebieden": "Noord"} | row for row in rows]
    lines = [full[0].keys(), *(row.values() for row in full)]
    return "\n".join(delimiter.join(map(str, line)) for line in lines).encode(encoding)


def xlsx_file(*rows: dict) -> bytes:
    """Return a workbook whose cells hold the values as they are."""
    workbook = Workbook()
    full = [ROW | {"gebieden": "Noord"} | row for row in rows]
    for line in [list(full[0]), *(list(row.values()) for row in full)]:
        workbook.active.append(line)
    kept = io.BytesIO()
    workbook.save(kept)
    return kept.getvalue()


def with_entry(data: bytes, name: str, content: bytes) -> bytes:
    """Return a zip with one entry put in place of what it held."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(kept, "w") as new:
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry.filename, old.read(entry))
        new.writestr(name, content, zipfile.ZIP_DEFLATED)
    return kept.getvalue()


def geojson_file(*geometries, **changed) -> bytes:
    """Return a GeoJSON file with a project for each geometry."""
    features = [
        {"type": "Feature", "geometry": one, "properties": ROW | {"sleutel": f"P{n}"}}
        for n, one in enumerate(geometries, start=1)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features, **changed}).encode()


def geopackage_file(folder: Path, *shapes, srs_id=28992, declared=True) -> bytes:
    """Return a GeoPackage with a project for each shape, in the system it says."""
    path = folder / "projecten.gpkg"
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(
            "CREATE TABLE gpkg_spatial_ref_sys (srs_id, organization, organization_coordsys_id)"
        )
        db.execute("CREATE TABLE gpkg_geometry_columns (table_name, column_name, srs_id)")
        if declared:
            db.execute("INSERT INTO gpkg_spatial_ref_sys VALUES (?, 'EPSG', ?)", (srs_id, srs_id))
        db.execute("INSERT INTO gpkg_geometry_columns VALUES ('projecten', 'geom', ?)", (srs_id,))
        db.execute(f"CREATE TABLE projecten (geom, {', '.join([*ROW, 'gebieden'])})")
        for number, one in enumerate(shapes, start=1):
            values = [*(ROW | {"sleutel": f"P{number}"}).values(), "Noord"]
            marks = ", ".join("?" * (len(values) + 1))
            row = [_blob(one, srs_id), *values]
            db.execute(f"INSERT INTO projecten VALUES ({marks})", row)  # noqa: S608  # our own
    return path.read_bytes()


def _blob(shape, srs_id):
    if shape is None:
        return None
    return b"GP\x00\x01" + struct.pack("<i", srs_id) + shapely.to_wkb(shape)
