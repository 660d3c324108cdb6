"""What is sent of the form of a project: rows that come and go, fields taken over. Pure.

A row is a few names with its number: `mijlpaal_0_titel`, `mijlpaal_0_datum`.
"""

import re
from collections.abc import Collection, Iterable, Mapping

from participatie.programmas.rules import EERSTE_JAAR, LAATSTE_JAAR
from participatie.programmas.rules_planning import MIJLPALEN_MAX
from participatie.programmas.rules_verwijzing import VERWIJZINGEN_MAX
from participatie.programmas.types import Geldbron

RIJEN_MAX: Mapping[str, int] = {"mijlpaal": MIJLPALEN_MAX, "link": VERWIJZINGEN_MAX}
JAAR = "jaar"
RIJ = re.compile(r"(mijlpaal|link)_([0-9]{1,3})_([a-z]+)")
BEDRAG = re.compile(r"bedrag_([0-9]{4})_[a-z]+")

VELD_VAN: Mapping[str, str] = {
    "plek": "geometrie",
    "tekening": "geometrie",
    "punten": "geometrie",
    "gebied": "gebied_ids",
    "meer_gebieden": "gebied_ids",
    "doel": "doel_id",
    "organisatie": "organisatie_id",
}
VELD_MET_DELEN: Mapping[str, str] = {
    "bedrag_": "bedragen",
    "fasering_": "fasering",
    "mijlpaal_": "mijlpalen",
    "link_": "verwijzingen",
}


def count_rows(names: Iterable[str], soort: str) -> int:
    """Return how many rows were sent: at most one more than may be, so that it can be told."""
    found = (RIJ.fullmatch(name) for name in names)
    numbers = [int(match[2]) for match in found if match and match[1] == soort]
    return min(max(numbers, default=-1) + 1, RIJEN_MAX[soort] + 1)


def list_sent_years(names: Iterable[str]) -> set[int]:
    """Return the years of which an amount was sent."""
    found = {int(match[1]) for match in map(BEDRAG.fullmatch, names) if match}
    return {jaar for jaar in found if EERSTE_JAAR <= jaar <= LAATSTE_JAAR}


def with_row(sent: Mapping[str, str], soort: str) -> dict[str, str]:
    """Return what was sent with an empty row, or a year, more."""
    if soort == JAAR:
        jaar = max(list_sent_years(sent), default=LAATSTE_JAAR) + 1
        return {**sent, f"bedrag_{jaar}_{Geldbron.EXPLOITATIE.value}": ""}
    number = count_rows(sent, soort) if soort in RIJEN_MAX else 0
    if number >= RIJEN_MAX.get(soort, 0):
        return dict(sent)
    return {**sent, f"{soort}_{number}_titel": ""}


def without_row(sent: Mapping[str, str], rij: str) -> dict[str, str]:
    """Return what was sent without a row such as `mijlpaal_3`; those below it move up."""
    asked = RIJ.fullmatch(f"{rij}_titel")
    if asked is None:
        return dict(sent)
    soort, gone = asked[1], int(asked[2])
    kept = {}
    for name, value in sent.items():
        match = RIJ.fullmatch(name)
        if match is None or match[1] != soort:
            kept[name] = value
        elif int(match[2]) != gone:
            kept[f"{soort}_{int(match[2]) - (int(match[2]) > gone)}_{match[3]}"] = value
    return kept


def veld_of(name: str) -> str:
    """Return of which field of a project a name in the form is a part."""
    for prefix, veld in VELD_MET_DELEN.items():
        if name.startswith(prefix):
            return veld
    return VELD_VAN.get(name, name)


def take_over(
    mine: Mapping[str, str], stored: Mapping[str, str], velden: Collection[str]
) -> dict[str, str]:
    """Return what was sent, with some fields as they are stored."""
    return {
        **{name: value for name, value in mine.items() if veld_of(name) not in velden},
        **{name: value for name, value in stored.items() if veld_of(name) in velden},
    }
