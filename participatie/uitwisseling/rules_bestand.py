"""Reading a file into rows, without knowing what they mean. Pure."""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from participatie.core.geofiles import SQLITE_MAGIC
from participatie.uitwisseling.rules_csv import read_csv
from participatie.uitwisseling.rules_geopackage import read_geopackage
from participatie.uitwisseling.rules_tabel import MAX_RIJEN, refused, too_many
from participatie.uitwisseling.rules_xlsx import read_xlsx
from participatie.uitwisseling.types import HELE_BESTAND, Bestand, RijFout, RuweRij, Stelsel

MAX_BYTES = 100_000_000
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0"
FEATURE = re.compile(r'"type"\s*:\s*"Feature"')
STELSELS = {
    "CRS84": Stelsel.WGS84,
    "4326": Stelsel.WGS84,
    "4258": Stelsel.WGS84,  # ETRS89: less than a metre away
    "28992": Stelsel.RD,
}


def read_bestand(data: bytes) -> Bestand:
    """Return the rows of a CSV, XLSX, GeoJSON or GeoPackage file, or raise with what is wrong."""
    if len(data) > MAX_BYTES:
        raise refused("Het bestand is te groot. Verdeel het over meer bestanden.")
    if data.startswith(ZIP):
        return read_xlsx(data)
    if data.startswith(SQLITE_MAGIC):
        return read_geopackage(data)
    if data.startswith(OLE):
        raise refused("Dit is een oud Excel-bestand (.xls). Bewaar het in Excel als .xlsx.")
    text = _decode(data)
    if not text.strip():
        raise refused("Het bestand is leeg.")
    return _read_geojson(text) if text.lstrip().startswith(("{", "[")) else read_csv(text)


def _decode(data: bytes) -> str:
    """Read UTF-8, with or without its mark, or else what old Windows programs write."""
    if b"\x00" in data:
        raise refused("Dit is geen tekstbestand. Bewaar het als CSV (UTF-8) of GeoJSON.")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise refused("De letters in het bestand zijn niet te lezen. Bewaar het als CSV (UTF-8).")


def _read_geojson(text: str) -> Bestand:
    if sum(1 for _ in islice(FEATURE.finditer(text), MAX_RIJEN + 1)) > MAX_RIJEN:
        raise too_many()
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise refused(
            f"Het bestand is geen GeoJSON, of het houdt halverwege op (regel {error.lineno})."
        ) from error
    except (RecursionError, ValueError) as error:
        raise refused("Het bestand is geen GeoJSON.") from error
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(features, list):
        raise refused("Het bestand is geen GeoJSON met een lijst van objecten (features).")
    if not features:
        raise refused("Er staat geen enkel object in het bestand.")
    fouten: list[RijFout] = []
    rijen = list(_feature_rows(features, fouten))
    kolommen = dict.fromkeys(kolom for rij in rijen for kolom in rij.waarden)
    return Bestand(
        kolommen=list(kolommen),
        rijen=rijen,
        stelsel=_stelsel(document.get("crs")),
        met_vormen=True,
        fouten=fouten,
    )


def _feature_rows(features: list[Any], fouten: list[RijFout]) -> Iterator[RuweRij]:
    for number, feature in enumerate(features, start=1):
        values = (feature.get("properties") or {}) if isinstance(feature, dict) else None
        if not isinstance(values, dict):
            fouten.append(RijFout(number, HELE_BESTAND, "Dit is geen GeoJSON-object (feature)."))
            continue
        if "id" in feature and "id" not in values:
            values = {**values, "id": feature["id"]}
        yield RuweRij(number, values, feature.get("geometry"))


def _stelsel(crs: object) -> Stelsel:
    """Return the system a GeoJSON file names; without a name the standard says WGS84."""
    if crs is None:
        return Stelsel.WGS84
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = str(properties.get("name", "")) if isinstance(properties, dict) else ""
    found = STELSELS.get(name.replace("/", ":").rsplit(":", maxsplit=1)[-1].upper())
    if found is None:
        raise refused(
            f"Het coördinatenstelsel “{name[:40]}” kan niet. "
            "Gebruik WGS84 (EPSG:4326) of RD (EPSG:28992)."
        )
    return found
