"""What an import does, told in words: per row and per field. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import singledispatch
from typing import Any

from participatie.opgaven.rules import DOMEIN_NAMEN
from participatie.programmas import rules
from participatie.programmas.rules_waarden import dag_in_woorden
from participatie.programmas.types import Fasering, Mijlpaal, Verwijzing
from participatie.uitwisseling.rules_verschil import VELDEN
from participatie.uitwisseling.types import Uitkomst
from participatie.uitwisseling.types_plan import ImportVerslag, Plan, PlanRij, RijVerslag, Verschil

MAX_TEKST = 400
LEEG = "(leeg)"
EERST = ("gebied_ids", "geometrie", "plek_omschrijving", "start", "eind", "fase", "bedragen")
INHOUD = (*EERST, *(veld for veld in VELDEN if veld not in {*EERST, "titel"}))
"""The fields of a new project in the order in which someone looks at them."""
ENUM_NAMEN: Mapping[Any, str] = {
    member: naam for namen in (*rules.NAMEN, DOMEIN_NAMEN) for member, naam in namen.items()
}
VORMEN = {"Point": "een punt", "LineString": "een lijn", "Polygon": "een vlak"}


@dataclass(frozen=True)
class Namen:
    """What ids are called."""

    gebieden: Mapping[int, str] = field(default_factory=dict)
    organisaties: Mapping[int, str] = field(default_factory=dict)
    doelen: Mapping[int, str] = field(default_factory=dict)


def make_verslag(plan: Plan, *, proef: bool) -> ImportVerslag:
    """Return what becomes of every row."""
    rijen = [
        RijVerslag(
            rij.nummer,
            rij.sleutel,
            rij.titel,
            rij.uitkomst,
            rij.velden,
            bron=rij.bron,
            let_op=tuple(f"{one.veld}: {one.melding}" for one in rij.let_op),
        )
        for rij in plan.rijen
    ]
    rijen += [
        RijVerslag(
            one.nummer,
            one.sleutel,
            one.titel,
            Uitkomst.OVERGESLAGEN,
            bron=one.bron,
            let_op=(one.waarom,),
        )
        for one in plan.overgeslagen
    ]
    rijen += [
        RijVerslag(0, one.sleutel, one.titel, Uitkomst.WEG, bron=plan.bronsysteem)
        for one in plan.weg
    ]
    return ImportVerslag(plan.bronsysteem, proef, rijen)


def list_verschillen(rij: PlanRij, namen: Namen) -> list[Verschil]:
    """Return the fields in which a row and the register differ, in words."""
    if rij.bekend is None:
        return []
    return [
        Verschil(
            veld,
            soort,
            in_woorden(veld, getattr(rij.bekend.gegevens, veld), namen),
            in_woorden(veld, rij.waarden[veld], namen),
        )
        for veld, soort in rij.verschillen.items()
    ]


def list_inhoud(rij: PlanRij, namen: Namen) -> list[tuple[str, str]]:
    """Return what a new project says, field by field, in words; without what is empty."""
    if rij.bekend is not None:
        return []
    return [
        (veld, in_woorden(veld, value, namen))
        for veld in INHOUD
        if (value := rij.waarden.get(veld))
    ]


def in_woorden(veld: str, value: Any, namen: Namen) -> str:  # noqa: ANN401  # any field
    """Return a value as a person reads it."""
    if veld == "gebied_ids":
        text = ", ".join(sorted(namen.gebieden.get(id_, str(id_)) for id_ in value))
    elif veld == "bedragen":
        text = ", ".join(
            f"{jaar} {ENUM_NAMEN[bron].lower()} {euro(cents)}"
            for (jaar, bron), cents in sorted(value.items())
        )
    elif veld in {"organisatie_id", "doel_id"} and value is not None:
        known = namen.organisaties if veld == "organisatie_id" else namen.doelen
        text = known.get(value, str(value))
    else:
        text = _plain(value)
    text = text or LEEG
    return text if len(text) <= MAX_TEKST else f"{text[:MAX_TEKST]}…"


@singledispatch
def _plain(value: object) -> str:
    """Return one value of a field in words."""
    return str(value or LEEG)


@_plain.register
def _(value: StrEnum) -> str:
    return ENUM_NAMEN.get(value, value.value)


@_plain.register
def _(value: date) -> str:
    return dag_in_woorden(value)


@_plain.register
def _(value: tuple) -> str:  # type: ignore[type-arg]  # a registry needs a bare class
    return "; ".join(map(_of_list, value)) or LEEG


@_plain.register
def _(value: dict) -> str:  # type: ignore[type-arg]  # a registry needs a bare class
    return _shape(value)


def _of_list(one: object) -> str:
    if isinstance(one, Fasering):
        return f"{ENUM_NAMEN[one.fase].lower()} {_plain(one.start)} tot {_plain(one.eind)}"
    if isinstance(one, Mijlpaal):
        return f"{_plain(one.datum)} {one.titel}{' (gehaald)' if one.gehaald else ''}"
    if isinstance(one, Verwijzing):
        return f"{one.titel} {one.url}"
    return str(one)


def _shape(geometry: Mapping[str, Any]) -> str:
    soort = VORMEN.get(geometry["type"], "een vorm")
    first: Any = geometry["coordinates"]
    while first and isinstance(first[0], list):
        first = first[0]
    return f"{soort} bij {first[1]:.5f}, {first[0]:.5f}".replace(".", ",")


def euro(cents: int) -> str:
    """Write an amount as it is written in a file: € 1.250,50."""
    whole, rest = divmod(cents, 100)
    text = f"€ {whole:,}".replace(",", ".")
    return f"{text},{rest:02}" if rest else text
