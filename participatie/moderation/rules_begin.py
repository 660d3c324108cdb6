"""The afwegingskader with which a site starts; beheer keeps it from then on. Pure."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from participatie.moderation.rules_woorden import (
    GROND_NAMEN,
    GROND_UITLEG,
    STANDAARDTEKSTEN,
)
from participatie.moderation.types import Grond, Uitkomst

SINDS = datetime(2026, 1, 1, tzinfo=UTC)
"""Earlier than any decision: the grounds were there before they could be changed."""

GRONDEN: Mapping[Uitkomst, tuple[Grond, ...]] = {
    Uitkomst.PUBLICEREN: (Grond.PAST_IN_GEBIED, Grond.SLUIT_AAN_BIJ_PLAN),
    Uitkomst.AANPASSEN: (
        Grond.ONDUIDELIJK,
        Grond.PLEK_ONTBREEKT,
        Grond.PERSOONSGEGEVENS,
        Grond.ONGEPAST,
    ),
    Uitkomst.AFWIJZEN: (
        Grond.NIET_BEVOEGD,
        Grond.STRIJDIG_MET_REGELS,
        Grond.AL_GEPLAND,
        Grond.MELDING,
        Grond.ONGEPAST,
        Grond.RECLAME,
    ),
}

PUNTEN: tuple[tuple[str, str, str], ...] = (
    ("duidelijk", "Duidelijk", "Staat erin wat de indiener wil, waar en met wie?"),
    ("bevoegd", "Van de gemeente", "Gaat de gemeente hierover, of kan zij helpen?"),
    ("regels", "Binnen de regels", "Mag het volgens de wet en de regels van de gemeente?"),
    ("gepland", "Niet al gepland", "Staat het niet al in het programma, of bij een ander idee?"),
    ("netjes", "Netjes en zonder gegevens", "Staat er niets beledigends of persoonlijks in?"),
)


def gronden_for(uitkomst: Uitkomst) -> tuple[Grond, ...]:
    """Return the grounds a site starts with for this outcome."""
    return GRONDEN[uitkomst]


def standard_text(uitkomst: Uitkomst, grond: Grond) -> str:
    """Return the text a site starts with; empty where the ground does not fit."""
    return STANDAARDTEKSTEN.get((uitkomst, grond), "")


def first_gronden() -> list[dict[str, Any]]:
    """Return the first version of every ground."""
    return [
        _first(
            grond.value,
            GROND_NAMEN[grond],
            GROND_UITLEG[grond],
            number,
            uitkomsten=[one.value for one in Uitkomst if grond in GRONDEN[one]],
        )
        for number, grond in enumerate(Grond, start=1)
    ]


def first_punten() -> list[dict[str, Any]]:
    """Return the first version of every point to weigh."""
    return [
        _first(sleutel, naam, uitleg, number)
        for number, (sleutel, naam, uitleg) in enumerate(PUNTEN, start=1)
    ]


def _first(sleutel: str, naam: str, uitleg: str, volgorde: int, **more: object) -> dict[str, Any]:
    return {
        "sleutel": sleutel,
        "versie": 1,
        "naam": naam,
        "uitleg": uitleg,
        "volgorde": volgorde,
        "geldig_van": SINDS,
        "geldig_tot": None,
        **more,
    }


def first_teksten() -> list[dict[str, Any]]:
    """Return the standard texts for every thema."""
    return [
        {
            "uitkomst": uitkomst,
            "grond": grond.value,
            "thema": "",
            "tekst": tekst,
            "versie": 1,
            "gewijzigd_op": SINDS,
        }
        for (uitkomst, grond), tekst in STANDAARDTEKSTEN.items()
    ]
