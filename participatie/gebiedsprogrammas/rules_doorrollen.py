"""The choices of the yearly roll-over and what must be told with them. Pure."""

from collections.abc import Mapping
from datetime import date

from participatie.core.errors import InvalidInputError
from participatie.gebiedsprogrammas.types_planning import DoorrolKeuze, Keuze

REDEN_MAX_LENGTH = 500
BIJNA_VOORBIJ = 10
"""The month from which a year is too far gone to roll over to."""

KEUZE_NAMEN: Mapping[DoorrolKeuze, str] = {
    DoorrolKeuze.VERLENGEN: "Gaat door in het nieuwe jaar",
    DoorrolKeuze.LATEN: "Niets veranderen",
    DoorrolKeuze.STOPPEN: "Stopt",
}

NAMEN = (KEUZE_NAMEN,)


def check_keuze(keuze: Keuze) -> Keuze:
    """Return what was chosen for an item, or raise when it lacks a reason."""
    reden = keuze.reden.strip()
    if len(reden) > REDEN_MAX_LENGTH:
        raise InvalidInputError(
            f"Maak de reden korter: ten hoogste {REDEN_MAX_LENGTH} tekens.", field="reden"
        )
    if keuze.keuze is DoorrolKeuze.STOPPEN and not reden:
        raise InvalidInputError("Schrijf waarom dit stopt.", field="reden")
    return Keuze(keuze.keuze, reden)


def last_day(jaar: int) -> date:
    """Return the day until which an item goes on that is moved to a year."""
    return date(jaar, 12, 31)


def jaren_om_te_kiezen(vandaag: date) -> tuple[int, ...]:
    """Return the years to choose from: the next, and this one while most of it is to come."""
    jaar = vandaag.year
    return (jaar + 1,) if vandaag.month >= BIJNA_VOORBIJ else (jaar + 1, jaar)


def is_vroeg(jaar: int, vandaag: date) -> bool:
    """Tell whether it is early to roll over to a year: the one before has months to go."""
    return jaar > vandaag.year and vandaag.month < BIJNA_VOORBIJ
