"""The rules of initiatieven: pure functions, no database, no web."""

from collections.abc import Mapping

from participatie.initiatieven.types import Behoefte, Stap
from participatie.inzendingen.types import BekendKeuze

WAAROM_MAX_LENGTH = 3_000
WIE_MAX_LENGTH = 1_000
BEHOEFTE_MAX_LENGTH = 1_000

BEHOEFTE_NAMEN: Mapping[Behoefte, str] = {
    Behoefte.HANDEN: "Mensen die meehelpen",
    Behoefte.GELD: "Geld",
    Behoefte.TOESTEMMING: "Toestemming, van de gemeente of van een eigenaar",
    Behoefte.PLEK: "Een plek of een ruimte",
    Behoefte.KENNIS: "Kennis of advies",
}

STAP_NAMEN: Mapping[Stap, str] = {
    Stap.WAT: "Wat",
    Stap.WAAR: "Waar",
    Stap.BEKEND: "Al gepland?",
    Stap.CONTROLE: "Controleer",
}

NAMEN = (BEHOEFTE_NAMEN, STAP_NAMEN)


def open_step(
    *, titel: str, has_thema: bool, toelichting: str, waarom: str, has_gebied: bool
) -> Stap | None:
    """Return the first step that still misses something; nothing when all is there."""
    if not (titel and has_thema and toelichting and waarom):
        return Stap.WAT
    if not has_gebied:
        return Stap.WAAR
    return None


def only_follows(keuzes: list[BekendKeuze], *, total: int) -> bool:
    """Tell whether someone chose "alleen volgen" for everything that was shown."""
    return bool(keuzes) and len(keuzes) == total and set(keuzes) == {BekendKeuze.VOLGEN}


def afstand_in_woorden(metres: float) -> str:
    """Return a distance as people say it."""
    rounded = round(metres / 10) * 10
    return f"op {rounded} meter van uw plek" if rounded else "op uw plek"


def vergelijkbaar_zin(titel: str, waar: str) -> str:
    """Return one sentence about what someone else proposed."""
    return f"Een andere bewoner stelde {waar} dit voor: “{titel}”."


def looks_swapped(lon: float | None, lat: float | None) -> bool:
    """Tell whether these are the numbers of a place in the Netherlands, the wrong way round."""
    return lon is not None and lat is not None and 50 < lon < 54 and 3 < lat < 8  # noqa: PLR2004
