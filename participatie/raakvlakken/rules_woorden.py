"""The words of raakvlakken: what is near, what is at the same time, and what to do. Pure."""

from collections.abc import Mapping
from datetime import date

from participatie.programmas.rules import HIER_M
from participatie.programmas.rules_waarden import MAANDEN
from participatie.raakvlakken.types import Oordeel, Verandering
from participatie.raakvlakken.types_werklijst import Bak

OORDEEL_NAMEN: Mapping[Oordeel, str] = {
    Oordeel.OPEN: "Nog niet beoordeeld",
    Oordeel.COMBINEREN: "Combineren",
    Oordeel.HINDER: "Hinder",
    Oordeel.DUBBEL: "Dubbel",
    Oordeel.GEEN_PROBLEEM: "Geen probleem",
}

OORDEEL_UITLEG: Mapping[Oordeel, str] = {
    Oordeel.COMBINEREN: "Samen uitvoeren of op elkaar afstemmen.",
    Oordeel.HINDER: "De werken zitten elkaar of de buurt in de weg: een van beide moet anders.",
    Oordeel.DUBBEL: "Het is hetzelfde werk. Een van de twee moet weg.",
    Oordeel.GEEN_PROBLEEM: "Er hoeft niets te gebeuren.",
}

OORDELEN = tuple(OORDEEL_UITLEG)
"""What an editor can choose from."""

BAK_NAMEN: Mapping[Bak, str] = {
    Bak.TE_BEOORDELEN: "Te beoordelen",
    Bak.OPNIEUW: "Opnieuw bekijken",
    Bak.COMBINEREN: "Combineren",
    Bak.HINDER: "Hinder",
    Bak.DUBBEL: "Dubbel",
    Bak.GEEN_PROBLEEM: "Geen probleem",
    Bak.VERVALLEN: "Vervallen",
}

BAK_LEEG: Mapping[Bak, tuple[str, str]] = {
    Bak.TE_BEOORDELEN: (
        "U bent helemaal bij",
        "Er is hier niets te beoordelen. Raken twee projecten elkaar, dan staat dat hier.",
    ),
    Bak.OPNIEUW: (
        "Niets om opnieuw te bekijken",
        "Verandert de planning of de plek van een beoordeeld project, dan staat dat hier.",
    ),
    Bak.COMBINEREN: ("Nog niets om te combineren", "Wat u wilt combineren, staat hier."),
    Bak.HINDER: ("Geen hinder", "Wat elkaar in de weg zit, staat hier."),
    Bak.DUBBEL: ("Niets dubbel", "Wat dubbel in het programma staat, staat hier."),
    Bak.GEEN_PROBLEEM: ("Nog niets", "Wat geen probleem is, staat hier."),
    Bak.VERVALLEN: ("Niets vervallen", "Projecten die elkaar niet meer raken, staan hier."),
}

VERANDERING_NAMEN: Mapping[Verandering, str] = {
    Verandering.PLANNING_A: "de planning van project 1",
    Verandering.PLANNING_B: "de planning van project 2",
    Verandering.PLEK_A: "de plek van project 1",
    Verandering.PLEK_B: "de plek van project 2",
}

NAMEN = (OORDEEL_NAMEN, BAK_NAMEN, VERANDERING_NAMEN)

AL_UW_GEBIEDEN = "al uw gebieden"
DAGEN_PER_WEEK = 7
DAGEN_IN_TWEE_MAANDEN = 60
DAGEN_PER_MAAND = 30


def near_in_words(afstand_m: int | None, gebied: str | None) -> str:
    """Return how near two projects are, as people say it."""
    if afstand_m is None:
        return f"allebei in {gebied}, over hetzelfde thema"
    if afstand_m <= HIER_M:
        return "op dezelfde plek"
    return f"op ongeveer {max(10, round(afstand_m, -1))} meter van elkaar"


def near_from_here(afstand_m: int | None, gebied: str | None) -> str:
    """Return how near another project is, seen from one of them."""
    if afstand_m is None:
        return f"Ook in {gebied}"
    if afstand_m <= HIER_M:
        return "Op dezelfde plek"
    return f"Op ongeveer {max(10, round(afstand_m, -1))} meter"


def together_in_words(van: date, tot: date, gat_dagen: int) -> str:
    """Return when two projects overlap, or how soon one follows the other."""
    if gat_dagen:
        return f"kort na elkaar: {_lapse(gat_dagen)} ertussen, rond {_month(tot)}"
    if (van.year, van.month) == (tot.year, tot.month):
        return f"tegelijk in {_month(van)}"
    begin = MAANDEN[van.month - 1] if van.year == tot.year else _month(van)
    return f"tegelijk van {begin} tot en met {_month(tot)}"


def _month(day: date) -> str:
    return f"{MAANDEN[day.month - 1]} {day.year}"


def _lapse(dagen: int) -> str:
    if dagen == 1:
        return "geen dag"
    if dagen < DAGEN_PER_WEEK * 2:
        return f"{dagen} dagen"
    if dagen < DAGEN_IN_TWEE_MAANDEN:
        return f"{round(dagen / DAGEN_PER_WEEK)} weken"
    return f"{round(dagen / DAGEN_PER_MAAND)} maanden"


def changes_of(opnieuw: str) -> tuple[Verandering, ...]:
    """Return what has changed since a judgement, from how it is stored."""
    return tuple(Verandering(part) for part in opnieuw.split(",") if part)
