"""What came of the items of a year: proposals, and what must be told before closing. Pure."""

from collections.abc import Sequence
from datetime import date

from participatie.core.errors import InvalidInputError
from participatie.gebiedsprogrammas.rules import LAATSTE_JAAR, RESULTAAT_BIJ_FASE
from participatie.gebiedsprogrammas.types import Resultaat, Uitslag
from participatie.programmas.types import Fase

UITLEG_MAX_LENGTH = 1_000
VOORUIT = 4


def propose(fase: Fase, jaar: int) -> Uitslag:
    """Return what most likely came of an item that is in this phase now."""
    resultaat = RESULTAAT_BIJ_FASE[fase]
    naar = jaar + 1 if resultaat is Resultaat.DOORGESCHOVEN else None
    return Uitslag(resultaat, naar)


def later_years(jaar: int) -> range:
    """Return the years to which an item can be moved."""
    return range(jaar + 1, min(jaar + VOORUIT, LAATSTE_JAAR) + 1)


def what_is_missing(uitslag: Uitslag, jaar: int) -> str | None:
    """Return what must still be told about an item before its year can be closed."""
    if uitslag.resultaat is None:
        return "Kies wat ervan is gekomen."
    if uitslag.resultaat is Resultaat.DOORGESCHOVEN and uitslag.naar_jaar not in later_years(jaar):
        return "Kies naar welk jaar dit is doorgeschoven."
    if uitslag.resultaat is not Resultaat.GEREALISEERD and not uitslag.toelichting.strip():
        return "Schrijf in een zin waarom."
    return None


def check_uitslag(uitslag: Uitslag, jaar: int) -> Uitslag:
    """Return what was written about an item, as it can be kept, or raise."""
    uitleg = uitslag.toelichting.strip()
    if len(uitleg) > UITLEG_MAX_LENGTH:
        raise InvalidInputError(
            f"Maak de toelichting korter: ten hoogste {UITLEG_MAX_LENGTH} tekens."
        )
    if uitslag.resultaat is not Resultaat.DOORGESCHOVEN:
        return Uitslag(uitslag.resultaat, None, uitleg)
    if uitslag.naar_jaar not in later_years(jaar):
        raise InvalidInputError("Kies naar welk jaar dit is doorgeschoven.")
    return Uitslag(uitslag.resultaat, uitslag.naar_jaar, uitleg)


def check_begun(jaar: int, *, vandaag: date) -> None:
    """Raise while a year has not begun: nothing can have come of it."""
    if jaar > vandaag.year:
        raise InvalidInputError(f"{jaar} is nog niet begonnen. Sluit het jaar later af.")


def check_all_results(uitslagen: Sequence[Uitslag], *, jaar: int) -> None:
    """Raise unless everything is told about every item."""
    missing = sum(what_is_missing(uitslag, jaar) is not None for uitslag in uitslagen)
    if missing:
        raise InvalidInputError(
            f"Vul eerst bij elk onderdeel in wat ervan is gekomen. Nog te doen: {missing}."
        )


def is_te_vroeg(jaar: int, vandaag: date) -> bool:
    """Tell whether a year still goes on, so that its results may yet change."""
    return vandaag <= date(jaar, 12, 31)
