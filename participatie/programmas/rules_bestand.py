"""Reading a CSV or GeoJSON file into rows, without knowing what they mean. Pure."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from participatie.programmas.errors import ImportRefusedError
from participatie.programmas.types_import import HELE_BESTAND, Bestand, RijFout, RuweRij, Stelsel

MAX_BYTES = 100_000_000
MAX_CELL = 2_500_000  # room for a geometry in a cell; longer text is refused at its own field
DELIMITERS = ";,\t|"
FIRST_ROW = 2  # a spreadsheet numbers the header 1
STELSELS = {
    "CRS84": Stelsel.WGS84,
    "4326": Stelsel.WGS84,
    "4258": Stelsel.WGS84,  # ETRS89: less than a metre away
    "28992": Stelsel.RD,
}


def read_bestand(data: bytes) -> Bestand:
    """Return the rows of a CSV or GeoJSON file, or raise with what is wrong with the file."""
    if len(data) > MAX_BYTES:
        raise refused("Het bestand is te groot. Verdeel het over meer bestanden.")
    text = _decode(data)
    if not text.strip():
        raise refused("Het bestand is leeg.")
    return _read_geojson(text) if text.lstrip().startswith(("{", "[")) else _read_csv(text)


def refused(melding: str, *, rij: int = 0) -> ImportRefusedError:
    """Return the refusal of a file as a whole."""
    return ImportRefusedError([RijFout(rij, HELE_BESTAND, melding)])


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


def _read_csv(text: str) -> Bestand:
    delimiter = max(DELIMITERS, key=text.splitlines()[0].count)
    previous = csv.field_size_limit(MAX_CELL)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise refused(
            "Het bestand houdt halverwege een veld op, of een aanhalingsteken ontbreekt."
        ) from error
    finally:
        csv.field_size_limit(previous)
    header = [kolom.strip() for kolom in rows[0]]
    doubles = sorted({kolom for kolom in header if kolom and header.count(kolom) > 1})
    if doubles:
        raise refused(f"Deze kolommen staan er twee keer in: {', '.join(doubles)}.")
    fouten: list[RijFout] = []
    rijen = list(_csv_rows(header, rows[1:], fouten))
    if not rijen and not fouten:
        raise refused("Er staan geen rijen in het bestand, alleen een kop.")
    return Bestand(kolommen=header, rijen=rijen, fouten=fouten)


def _csv_rows(
    header: list[str], rows: list[list[str]], fouten: list[RijFout]
) -> Iterator[RuweRij]:
    for number, row in enumerate(rows, start=FIRST_ROW):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != len(header):
            fouten.append(
                RijFout(
                    number,
                    HELE_BESTAND,
                    f"Deze rij heeft {len(row)} velden en de kop {len(header)}. "
                    "Zet tekst met een scheidingsteken tussen aanhalingstekens.",
                )
            )
            continue
        yield RuweRij(number, dict(zip(header, row, strict=True)))


def _read_geojson(text: str) -> Bestand:
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
