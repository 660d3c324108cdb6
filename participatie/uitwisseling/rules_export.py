"""What a file of projects says, column by column: the same columns that the import reads. Pure."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from participatie.core.geometry import Geometry, as_mapping, shape_of, to_rd
from participatie.programmas.types import (
    Bedragen,
    Fasering,
    Geldbron,
    Mijlpaal,
    ProjectSoort,
    Verwijzing,
)
from participatie.uitwisseling.rules_meer import FASEN, GEHAALD
from participatie.uitwisseling.rules_plek import TE_GROOT

FORMULE = ("=", "+", "-", "@", "\t", "\r", "\n")
BOM = "\ufeff"
ALLE_PROJECTEN = "projecten"
PLAT = (
    "titel",
    "omschrijving",
    "soort",
    "domein",
    "thema",
    "fase",
    "start",
    "eind",
    "plek_omschrijving",
    "trekker",
    "participatieniveau",
    "participatie_toelichting",
    "fasering",
    "mijlpalen",
    "verwijzingen",
    "doel_id",
    "begrotingsprogramma",
    "organisatie_id",
)
MAX_CEL = 32_767
CRS_RD = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}
Cel = str | int | date | Decimal | None


@dataclass(frozen=True)
class Uitvoer:
    """A project with everything a file says of it."""

    rij: Mapping[str, Any]
    gebieden: tuple[tuple[str, str], ...]
    bedragen: Bedragen
    organisatie: str = ""
    doel: str = ""

    @property
    def geometrie(self) -> Geometry | None:
        """Return its shape in WGS84; none is about whole gebieden."""
        found: Geometry | None = self.rij["geometrie"]
        return found


def projecten_of(params: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]] | None:
    """Return the filter of the map for its projects alone; None when it shows none of them."""
    soorten = list(params.get("soort", ()))
    own = [soort for soort in soorten if soort in set(ProjectSoort)]
    if soorten and not own and ALLE_PROJECTEN not in soorten:
        return None
    rest = {name: values for name, values in params.items() if name != "soort"}
    return rest if ALLE_PROJECTEN in soorten or not own else rest | {"soort": own}


def list_geldkolommen(projecten: Iterable[Uitvoer]) -> list[tuple[int, Geldbron]]:
    """Return the years and sources in which there is money."""
    return sorted({sleutel for one in projecten for sleutel in one.bedragen})


def list_kolommen(projecten: Sequence[Uitvoer], geld: Sequence[tuple[int, Geldbron]]) -> list[str]:
    """Return the names of the columns; of an empty list those that a project must have."""
    return (
        [*cells_of(projecten[0], geld)] if projecten else ["id", "bronsysteem", "sleutel", "titel"]
    )


def cells_of(one: Uitvoer, geld: Sequence[tuple[int, Geldbron]]) -> dict[str, Cel]:
    """Return the cells of a project by the name of their column, without its shape."""
    rij = one.rij
    cells: dict[str, Cel] = {
        "id": rij["project_id"],
        "bronsysteem": rij["bronsysteem"],
        "sleutel": rij["bronsleutel"],
    }
    cells |= {veld: rij[veld] for veld in PLAT[:12]}
    cells["gebieden"] = "|".join(code for code, _naam in one.gebieden)
    cells["gebied_namen"] = "|".join(naam for _code, naam in one.gebieden)
    cells |= _fasen(rij["fasering"])
    cells["mijlpalen"] = "; ".join(map(_mijlpaal, rij["mijlpalen"]))
    cells["verwijzingen"] = "; ".join(map(_verwijzing, rij["verwijzingen"]))
    cells["begrotingsprogramma"] = rij["begrotingsprogramma"]
    cells["organisatie"] = one.organisatie
    cells["doel"] = one.doel
    for jaar, bron in geld:
        cents = one.bedragen.get((jaar, bron))
        cells[f"{bron.value}_{jaar}"] = None if cents is None else Decimal(cents) / 100
    return cells


def _fasen(fasering: Sequence[Fasering]) -> dict[str, Cel]:
    known = {one.fase: one for one in fasering}
    cells: dict[str, Cel] = {}
    for fase in FASEN:
        one = known.get(fase)
        cells[f"{fase.value}_start"] = one.start if one else None
        cells[f"{fase.value}_eind"] = one.eind if one else None
    return cells


def _mijlpaal(one: Mijlpaal) -> str:
    return f"{one.datum.isoformat()} {one.titel}{f' {GEHAALD}' if one.gehaald else ''}"


def _verwijzing(one: Verwijzing) -> str:
    return f"{one.titel} {one.url}"


def as_text(value: Cel) -> str:
    """Return a cell as it is written in a text file, with a comma before the cents."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:.2f}".replace(".", ",")
    return str(value)


def without_formula(value: object) -> str:
    """Return a text that no spreadsheet runs as a formula; the import takes the sign off again."""
    text = str(value)
    return f"'{text}" if text.lstrip(" ").startswith(FORMULE) else text


def write_csv(projecten: Sequence[Uitvoer]) -> bytes:
    """Return a CSV file as Dutch Excel opens it; the shape is GeoJSON in a cell."""
    geld = list_geldkolommen(projecten)
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow([*list_kolommen(projecten, geld), "geometrie"])
    for one in projecten:
        cells = cells_of(one, geld)
        shape = json.dumps(one.geometrie) if one.geometrie else ""
        writer.writerow([*(without_formula(as_text(cell)) for cell in cells.values()), shape])
    return (BOM + text.getvalue()).encode()


def write_xlsx(projecten: Sequence[Uitvoer]) -> bytes:
    """Return a workbook with days as days and money as numbers; text is never a formula."""
    geld = list_geldkolommen(projecten)
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Projecten")
    sheet.freeze_panes = "E2"
    sheet.append([*list_kolommen(projecten, geld), "geometrie"])
    for one in projecten:
        cells: dict[str, Cel] = cells_of(one, geld)
        shape = json.dumps(one.geometrie) if one.geometrie else None
        cells["geometrie"] = TE_GROOT if shape and len(shape) > MAX_CEL else shape
        sheet.append([_cell(sheet, value) for value in cells.values()])
    kept = io.BytesIO()
    workbook.save(kept)
    return kept.getvalue()


def _cell(sheet: Any, value: Cel) -> Any:  # noqa: ANN401  # openpyxl has no types
    if not isinstance(value, str):
        cell = WriteOnlyCell(sheet, value=value)
        if isinstance(value, Decimal):
            cell.number_format = "#,##0.00"
        return cell
    cell = WriteOnlyCell(sheet, value=str(value)[:MAX_CEL])
    cell.data_type = "s"
    return cell


def write_geojson(projecten: Sequence[Uitvoer], *, rd: bool = False) -> bytes:
    """Return GeoJSON in WGS84, or in RD for programs that ask for it."""
    geld = list_geldkolommen(projecten)
    features = []
    for one in projecten:
        shape = one.geometrie
        if shape is not None and rd:
            shape = as_mapping(to_rd(shape_of(shape)))
        cells = cells_of(one, geld)
        properties = {
            name: float(cell) if isinstance(cell, Decimal) else cell
            for name, cell in cells.items()
        }
        features.append(
            {"type": "Feature", "id": cells["id"], "geometry": shape, "properties": properties}
        )
    document: dict[str, Any] = {"type": "FeatureCollection", "name": "projecten"}
    if rd:
        document["crs"] = CRS_RD
    document["features"] = features
    return json.dumps(document, ensure_ascii=False, default=str).encode()
