"""Reading one row of a file: its values, or everything that is wrong with it. Pure."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, TypeVar

from participatie.opgaven.rules import DOMEIN_NAMEN
from participatie.programmas import rules
from participatie.programmas.errors import WaardeError
from participatie.programmas.rules_waarden import (
    dag_in_woorden,
    parse_bedrag,
    parse_keuze,
    parse_tekst,
    shown,
)
from participatie.programmas.types import Geldbron, ProjectSoort
from participatie.uitwisseling.rules_bedrag import find_twijfel
from participatie.uitwisseling.rules_lezer import Lezing, RijLezer
from participatie.uitwisseling.rules_mapping import GeldKolom
from participatie.uitwisseling.rules_meer import parse_dag, read_meer
from participatie.uitwisseling.rules_plek import read_plek
from participatie.uitwisseling.types import (
    GelezenRij,
    RuweRij,
    Veld,
)

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
    Veld.DOMEIN: DOMEIN_NAMEN,
    Veld.THEMA: rules.THEMA_NAMEN,
    Veld.FASE: rules.FASE_NAMEN,
    Veld.PARTICIPATIENIVEAU: rules.NIVEAU_NAMEN,
}
_EMAIL = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+")
EMAIL_MAX_LENGTH = 254


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
    read_plek(lezer, lezing)
    read_meer(lezer, lezing)
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
            if twijfel := find_twijfel(lezer.rij.waarden.get(kolom), cents, soort.factor):
                lezer.warn(kolom, twijfel)
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
        parse = partial(parse_dag, formaten=formaten, eind=veld is Veld.EIND)
        waarden[veld.value] = lezer.read(veld, parse, empty=None)
    start, eind = waarden["start"], waarden["eind"]
    if start and eind and eind < start:
        lezer.wrong(
            Veld.EIND,
            f"het eind ({dag_in_woorden(eind)}) ligt voor de start ({dag_in_woorden(start)}).",
        )


def _sleutel(text: str) -> str:
    return parse_tekst(text, max_length=rules.SLEUTEL_MAX_LENGTH)


def _email(text: str) -> str:
    if len(text) > EMAIL_MAX_LENGTH or not _EMAIL.fullmatch(text):
        raise WaardeError(f"“{shown(text)}” is geen e-mailadres.")
    return text
