"""Reading one row of a file: its values, or everything that is wrong with it. Pure."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Protocol, TypeVar

from participatie.core.geometry import (
    Geometry,
    GeometryError,
    parse_geometry,
    parse_rd_geometry,
)
from participatie.gebieden.types import GebiedId
from participatie.programmas import rules
from participatie.programmas.errors import WaardeError
from participatie.programmas.rules_mapping import VERPLICHT, GeldKolom, ImportMapping
from participatie.programmas.rules_waarden import (
    parse_bedrag,
    parse_datum,
    parse_keuze,
    parse_tekst,
    shown,
)
from participatie.programmas.types import Geldbron, ProjectSoort
from participatie.programmas.types_import import GelezenRij, RijFout, RuweRij, Stelsel, Veld

T = TypeVar("T")

TEKSTEN: Mapping[Veld, int] = {
    Veld.TITEL: rules.TITEL_MAX_LENGTH,
    Veld.OMSCHRIJVING: rules.OMSCHRIJVING_MAX_LENGTH,
    Veld.PLEK_OMSCHRIJVING: rules.PLEK_MAX_LENGTH,
    Veld.TREKKER: rules.NAAM_MAX_LENGTH,
    Veld.CONTACT_NAAM: rules.NAAM_MAX_LENGTH,
    Veld.PARTICIPATIE_TOELICHTING: rules.TOELICHTING_MAX_LENGTH,
}
KEUZES: Mapping[Veld, Mapping[Any, str]] = {
    Veld.SOORT: rules.SOORT_NAMEN,
    Veld.DOMEIN: rules.DOMEIN_NAMEN,
    Veld.THEMA: rules.THEMA_NAMEN,
    Veld.FASE: rules.FASE_NAMEN,
    Veld.PARTICIPATIENIVEAU: rules.NIVEAU_NAMEN,
}
ALL_OTHERS = "*"
PLEKVELDEN = (Veld.GEOMETRIE, Veld.LON, Veld.LAT)
_EMAIL = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+")
EMAIL_MAX_LENGTH = 254


class Gebiedzoeker(Protocol):
    """Finds gebieden by what a file calls them, or by a place."""

    def named(self, text: str) -> GebiedId:
        """Return the gebied with this code or name, or raise `WaardeError`."""

    def at(self, geometry: Geometry) -> GebiedId | None:
        """Return the smallest gebied at a place; None outside the city."""

    @property
    def knows_outlines(self) -> bool:
        """Tell whether a place can be looked up at all."""


@dataclass(frozen=True)
class Lezing:
    """What holds for every row of a file."""

    mapping: ImportMapping
    geld: Sequence[tuple[str, int, GeldKolom]]
    stelsel: Stelsel
    met_vormen: bool
    gebieden: Gebiedzoeker

    @property
    def gives_plek(self) -> bool:
        """Tell whether the file says where things lie; if not, a stored place stays."""
        return self.met_vormen or any(map(self.mapping.gives, PLEKVELDEN))


class RijLezer:
    """Reads the cells of one row and remembers what is wrong."""

    def __init__(self, rij: RuweRij, mapping: ImportMapping) -> None:
        self.rij = rij
        self.mapping = mapping
        self.gelezen = GelezenRij(rij.nummer)

    def cell(self, veld: Veld) -> str:
        """Return the text of a field after its value map, or the value for an empty cell."""
        kolom = self.mapping.velden.get(veld)
        raw = _text(self.rij.waarden.get(kolom)) if kolom is not None else ""
        if not raw:
            return self.mapping.standaard.get(veld, "")
        known = self.mapping.waarden.get(veld, {})
        return known.get(raw, known.get(ALL_OTHERS, raw))

    def read(self, veld: Veld, parse: Callable[[str], T], *, empty: T) -> T | None:
        """Return the value of a field; None, with a mistake noted, when it cannot be read."""
        text = self.cell(veld)
        if not text:
            if veld in VERPLICHT or veld in {Veld.START, Veld.EIND}:
                self.wrong(veld, "dit is leeg. Vul het in.")
            return empty
        try:
            return parse(text)
        except (WaardeError, GeometryError) as error:
            self.wrong(veld, str(error))
            return None

    def wrong(self, veld: str, melding: str) -> None:
        """Note a mistake."""
        self.gelezen.fouten.append(RijFout(self.rij.nummer, str(veld), melding))


def read_rij(rij: RuweRij, lezing: Lezing) -> GelezenRij:
    """Return the values a row gives, by field, with all that is wrong in it."""
    mapping = lezing.mapping
    lezer = RijLezer(rij, mapping)
    lezer.gelezen.sleutel = lezer.read(Veld.SLEUTEL, _sleutel, empty="") or ""
    waarden = lezer.gelezen.waarden
    for veld, max_length in TEKSTEN.items():
        if mapping.gives(veld):
            parse = partial(parse_tekst, max_length=max_length)
            waarden[veld.value] = lezer.read(veld, parse, empty="")
    if not waarden.get("contact_naam"):
        waarden.pop("contact_naam", None)
    if mapping.gives(Veld.CONTACT_EMAIL):
        waarden["contact_email"] = lezer.read(Veld.CONTACT_EMAIL, _email, empty=None)
    _read_keuzes(lezer)
    waarden["bedragen"] = _read_geld(lezer, lezing.geld)
    _read_planning(lezer)
    _read_plek(lezer, lezing)
    return lezer.gelezen


def _read_keuzes(lezer: RijLezer) -> None:
    waarden = lezer.gelezen.waarden
    for veld, namen in KEUZES.items():
        if lezer.mapping.gives(veld):
            default = ProjectSoort.PROJECT if veld is Veld.SOORT else None
            waarden[veld.value] = lezer.read(
                veld, partial(parse_keuze, namen=namen), empty=default
            )
    thema = waarden.get("thema")
    if waarden.get("domein") is None and not lezer.cell(Veld.DOMEIN):
        if thema is None:
            lezer.wrong(Veld.DOMEIN, "dit is leeg. Vul een domein of een thema in.")
        else:
            waarden["domein"] = rules.THEMA_DOMEIN[thema]


def _read_geld(
    lezer: RijLezer, geld: Sequence[tuple[str, int, GeldKolom]]
) -> dict[tuple[int, Geldbron], int]:
    found: dict[tuple[int, Geldbron], int] = {}
    for kolom, jaar, soort in geld:
        try:
            cents = parse_bedrag(lezer.rij.waarden.get(kolom), soort.factor)
        except WaardeError as error:
            lezer.wrong(kolom, str(error))
            continue
        if cents:
            found[jaar, soort.bron] = found.get((jaar, soort.bron), 0) + cents
    return found


def _read_planning(lezer: RijLezer) -> None:
    waarden = lezer.gelezen.waarden
    jaren = sorted(jaar for jaar, _bron in waarden["bedragen"])
    if lezer.mapping.planning_uit_geld and not lezer.cell(Veld.START):
        if not jaren:
            lezer.wrong(Veld.START, "er is geen planning en in geen enkel jaar geld.")
            return
        waarden["start"], waarden["eind"] = date(jaren[0], 1, 1), date(jaren[-1], 12, 31)
        return
    formaten = lezer.mapping.datumformaten
    for veld in (Veld.START, Veld.EIND):
        parse = partial(parse_datum, formaten=formaten, eind=veld is Veld.EIND)
        waarden[veld.value] = lezer.read(veld, parse, empty=None)
    start, eind = waarden["start"], waarden["eind"]
    if start and eind and eind < start:
        lezer.wrong(Veld.EIND, f"het eind ({eind}) ligt voor de start ({start}).")


def _read_plek(lezer: RijLezer, lezing: Lezing) -> None:
    known = len(lezer.gelezen.fouten)
    waarden, gebieden = lezer.gelezen.waarden, lezing.gebieden
    geometry = _read_geometry(lezer, lezing.stelsel)
    if lezing.gives_plek:
        waarden["geometrie"] = geometry
    if len(lezer.gelezen.fouten) > known:
        return
    middle = gebieden.at(geometry) if geometry is not None else None
    if geometry is not None and middle is None and gebieden.knows_outlines:
        lezer.wrong(Veld.GEOMETRIE, "deze plek ligt buiten de gemeente.")
        return
    ids = lezer.read(Veld.GEBIEDEN, partial(_named, lezing), empty=None)
    if ids is None and len(lezer.gelezen.fouten) == known:
        ids = frozenset({middle}) if middle is not None else None
        if ids is None:
            lezer.wrong(Veld.GEBIEDEN, "er is geen gebied en geen plek. Vul een van beide in.")
    waarden["gebied_ids"] = ids


def _named(lezing: Lezing, text: str) -> frozenset[GebiedId] | None:
    parts = re.split(f"[{re.escape(lezing.mapping.scheiding)}\n]", text)
    found = frozenset(lezing.gebieden.named(part.strip()) for part in parts if part.strip())
    return found or None


def _read_geometry(lezer: RijLezer, stelsel: Stelsel) -> Geometry | None:
    parse = parse_rd_geometry if stelsel is Stelsel.RD else parse_geometry
    try:
        given = _given_geometry(lezer)
        return parse(given) if given else None
    except (WaardeError, GeometryError) as error:
        lezer.wrong(Veld.GEOMETRIE, str(error))
        return None


def _given_geometry(lezer: RijLezer) -> object | None:
    if lezer.rij.geometrie is not None:
        return lezer.rij.geometrie
    lon, lat = lezer.cell(Veld.LON), lezer.cell(Veld.LAT)
    return _point(lon, lat) if lon or lat else lezer.cell(Veld.GEOMETRIE) or None


def _point(lon: str, lat: str) -> Geometry:
    try:
        coordinates = [float(lon.replace(",", ".")), float(lat.replace(",", "."))]
    except ValueError as error:
        raise WaardeError(f"“{shown(lon)}” en “{shown(lat)}” zijn geen coördinaten.") from error
    return {"type": "Point", "coordinates": coordinates}


def _sleutel(text: str) -> str:
    return parse_tekst(text, max_length=rules.SLEUTEL_MAX_LENGTH)


def _email(text: str) -> str:
    if len(text) > EMAIL_MAX_LENGTH or not _EMAIL.fullmatch(text):
        raise WaardeError(f"“{shown(text)}” is geen e-mailadres.")
    return text


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return str(value).strip()
