"""The mapping file: which column of a file is which field. Pure."""

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from participatie.programmas.rules import EERSTE_JAAR, LAATSTE_JAAR
from participatie.programmas.rules_waarden import DATUM_FORMATEN
from participatie.programmas.types import Geldbron
from participatie.uitwisseling.errors import ImportRefusedError
from participatie.uitwisseling.types import RijFout, Stelsel, Veld

JAAR = "{jaar}"
PLEKVELDEN = (Veld.GEBIEDEN, Veld.GEOMETRIE, Veld.LON, Veld.LAT)
MELDINGEN: Mapping[str, str] = {
    "extra_forbidden": "Dit kent de mapping niet. Haal het weg of controleer de spelling.",
    "missing": "Dit ontbreekt. Vul het in.",
    "enum": "Dit kennen we niet. Controleer de spelling.",
}
VERPLICHT = (
    Veld.SLEUTEL,
    Veld.TITEL,
    Veld.FASE,
    Veld.TREKKER,
    Veld.PARTICIPATIENIVEAU,
    Veld.PARTICIPATIE_TOELICHTING,
)


class GeldKolom(BaseModel):
    """Columns with money: `kolom` with {jaar} in it stands for a column per year."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kolom: str
    bron: Geldbron
    jaar: int | None = Field(default=None, ge=EERSTE_JAAR, le=LAATSTE_JAAR)
    factor: Decimal = Field(default=Decimal(1), gt=0)

    def year_of(self, kolom: str) -> int | None:
        """Return the year when this column is meant."""
        if JAAR not in self.kolom:
            return self.jaar if kolom == self.kolom else None
        before, after = self.kolom.split(JAAR, 1)
        found = re.fullmatch(re.escape(before) + r"(\d{4})" + re.escape(after), kolom)
        return int(found.group(1)) if found else None


class ImportMapping(BaseModel):
    """Which column is which field, what stands for what, and what holds when a cell is empty."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    bronsysteem: str | None = Field(default=None, max_length=40)
    velden: Mapping[Veld, str] = Field(default_factory=dict)
    standaard: Mapping[Veld, str] = Field(default_factory=dict)
    waarden: Mapping[Veld, Mapping[str, str]] = Field(default_factory=dict)
    geld: tuple[GeldKolom, ...] = ()
    datumformaten: tuple[str, ...] = DATUM_FORMATEN
    scheiding: str = Field(default=";|", min_length=1)
    stelsel: Stelsel | None = None
    planning_uit_geld: bool = False

    def gives(self, veld: Veld) -> bool:
        """Tell whether a file with this mapping says something about a field."""
        return veld in self.velden or veld in self.standaard

    def money_columns(self, kolommen: Iterable[str]) -> list[tuple[str, int, GeldKolom]]:
        """Return the columns with money that are in the file, with their year."""
        return [
            (kolom, year, geld)
            for geld in self.geld
            for kolom in kolommen
            if (year := geld.year_of(kolom)) is not None
        ]


def read_mapping(text: str, *, is_json: bool) -> ImportMapping:
    """Return the mapping in a TOML or JSON file, or raise with all that is wrong in it."""
    try:
        document = json.loads(text) if is_json else tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        soort = "JSON" if is_json else "TOML"
        raise _refused("mapping", f"Het mappingbestand is geen goede {soort}: {error}") from error
    try:
        return ImportMapping.model_validate(document)
    except ValidationError as error:
        fouten = [
            RijFout(
                0,
                "mapping " + ".".join(str(step) for step in found["loc"]),
                MELDINGEN.get(found["type"], "Deze waarde kan hier niet. Zie de uitleg."),
            )
            for found in error.errors(include_url=False, include_input=False)
        ]
        raise ImportRefusedError(fouten) from error


def default_mapping(kolommen: Iterable[str]) -> ImportMapping:
    """Return the mapping of a file whose columns have our own names."""
    present = set(kolommen)
    return ImportMapping(
        velden={veld: veld.value for veld in Veld if veld.value in present},
        geld=tuple(GeldKolom(kolom=f"{bron.value}_{JAAR}", bron=bron) for bron in Geldbron),
    )


def check_columns(mapping: ImportMapping, kolommen: Iterable[str]) -> list[RijFout]:
    """Return what the mapping asks and the file does not have."""
    present = set(kolommen)
    wanted: dict[str, Any] = {veld.value: kolom for veld, kolom in mapping.velden.items()}
    fouten = [
        RijFout(0, veld, f"De kolom “{kolom}” staat niet in het bestand.")
        for veld, kolom in wanted.items()
        if kolom not in present
    ]
    fouten += [
        RijFout(0, "geld", f"Geen enkele kolom heet “{geld.kolom}”.")
        for geld in mapping.geld
        if mapping.velden and JAAR not in geld.kolom and geld.kolom not in present
    ]
    fouten += [
        RijFout(0, kolom, f"Het jaar {year} kan niet. Kies {EERSTE_JAAR} tot {LAATSTE_JAAR}.")
        for kolom, year, _geld in mapping.money_columns(kolommen)
        if not EERSTE_JAAR <= year <= LAATSTE_JAAR
    ]
    needed = list(VERPLICHT)
    if not mapping.planning_uit_geld:
        needed += [Veld.START, Veld.EIND]
    if not mapping.gives(Veld.THEMA):
        needed.append(Veld.DOMEIN)
    fouten += [
        RijFout(0, veld.value, "Dit veld is verplicht. Geef een kolom of een standaardwaarde.")
        for veld in needed
        if not mapping.gives(veld)
    ]
    return fouten


def velden_without_columns(missing: Iterable[RijFout]) -> frozenset[str]:
    """Return the fields of which no row can tell anything, because the file lacks their column."""
    velden = {fout.veld for fout in missing}
    if Veld.THEMA.value in velden:
        velden.add(Veld.DOMEIN.value)
    if velden & {veld.value for veld in PLEKVELDEN}:
        velden |= {veld.value for veld in PLEKVELDEN}
    return frozenset(velden)


def _refused(veld: str, melding: str) -> ImportRefusedError:
    return ImportRefusedError([RijFout(0, veld, melding)])
