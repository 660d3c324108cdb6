"""The rules of programme years: steps, words and what is asked at each step. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from participatie.core.errors import InvalidInputError
from participatie.gebieden.types import Niveau, Omtrek
from participatie.gebiedsprogrammas.errors import StapKanNietError
from participatie.gebiedsprogrammas.types import (
    Afwijking,
    Besluitstand,
    GezetteStap,
    ProgrammaStatus,
    Resultaat,
    Stap,
    Vastheid,
)
from participatie.programmas.types import Fase

EERSTE_JAAR = 2000
LAATSTE_JAAR = 2100
AANTAL_JAREN = 4
BESLUITNUMMER_MAX_LENGTH = 40
TOELICHTING_MAX_LENGTH = 4_000
REDEN_MIN_LENGTH = 10
REDEN_MAX_LENGTH = 1_000
JAREN_VOORAF = 2
BESLUITNUMMER = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ./:_-]*")

OVERGANGEN: Mapping[tuple[ProgrammaStatus, Stap], ProgrammaStatus] = {
    (ProgrammaStatus.CONCEPT, Stap.VASTSTELLEN): ProgrammaStatus.VASTGESTELD,
    (ProgrammaStatus.VASTGESTELD, Stap.INTREKKEN): ProgrammaStatus.CONCEPT,
    (ProgrammaStatus.VASTGESTELD, Stap.AFSLUITEN): ProgrammaStatus.AFGESLOTEN,
    (ProgrammaStatus.AFGESLOTEN, Stap.HEROPENEN): ProgrammaStatus.VASTGESTELD,
}
"""The only steps there are; each can be taken back."""

TERUG = frozenset({Stap.INTREKKEN, Stap.HEROPENEN})
"""Steps that take another back: they need a reason."""

STATUS_NAMEN: Mapping[ProgrammaStatus, str] = {
    ProgrammaStatus.CONCEPT: "Concept",
    ProgrammaStatus.VASTGESTELD: "Vastgesteld",
    ProgrammaStatus.AFGESLOTEN: "Afgesloten",
}

STAP_NAMEN: Mapping[Stap, str] = {
    Stap.VASTSTELLEN: "Vastgesteld",
    Stap.INTREKKEN: "Vaststelling ingetrokken",
    Stap.AFSLUITEN: "Afgesloten met resultaten",
    Stap.HEROPENEN: "Weer geopend",
}

VASTHEID_NAMEN: Mapping[Vastheid, str] = {
    Vastheid.AFGESLOTEN: "Afgesloten",
    Vastheid.VASTGESTELD: "Vastgesteld",
    Vastheid.CONCEPT: "Concept",
    Vastheid.INDICATIEF: "Indicatief",
    Vastheid.VOORBIJ: "Niet vastgesteld",
}

VASTHEID_UITLEG: Mapping[Vastheid, str] = {
    Vastheid.AFGESLOTEN: "Dit jaar is voorbij. Per onderdeel leest u wat ervan is gekomen.",
    Vastheid.VASTGESTELD: "Dit is besloten en er is geld voor.",
    Vastheid.CONCEPT: "Hier wordt nog aan gewerkt. Er is nog niets besloten.",
    Vastheid.INDICATIEF: "Dit is een verwachting. Het kan nog veranderen.",
    Vastheid.VOORBIJ: "Dit jaar is voorbij. Er is geen programma voor vastgesteld.",
}

RESULTAAT_NAMEN: Mapping[Resultaat, str] = {
    Resultaat.GEREALISEERD: "Gerealiseerd",
    Resultaat.DEELS: "Deels gerealiseerd",
    Resultaat.DOORGESCHOVEN: "Doorgeschoven",
    Resultaat.VERVALLEN: "Vervallen",
}

AFWIJKING_NAMEN: Mapping[Afwijking, str] = {
    Afwijking.GEWIJZIGD: "Sinds het besluit is veranderd",
    Afwijking.GESTOPT: "Sinds het besluit is dit gestopt",
    Afwijking.ANDER_JAAR: "Staat niet meer in dit jaar",
    Afwijking.ANDER_GEBIED: "Hoort niet meer bij dit gebied",
    Afwijking.LATER_ERBIJ: "Later erbij, nog niet vastgesteld",
    Afwijking.ZONDER_GELD: "Zonder geld in dit jaar, daarom niet vastgesteld",
}

NAMEN = (STATUS_NAMEN, STAP_NAMEN, VASTHEID_NAMEN, RESULTAAT_NAMEN, AFWIJKING_NAMEN)

RESULTAAT_BIJ_FASE: Mapping[Fase, Resultaat] = {
    Fase.IDEE: Resultaat.DOORGESCHOVEN,
    Fase.VOORBEREIDING: Resultaat.DOORGESCHOVEN,
    Fase.UITVOERING: Resultaat.DEELS,
    Fase.AFGEROND: Resultaat.GEREALISEERD,
    Fase.GESTOPT: Resultaat.VERVALLEN,
}
"""What most likely came of an item, for whoever closes the year."""

CONCEPT = Besluitstand(ProgrammaStatus.CONCEPT)


def next_status(status: ProgrammaStatus, stap: Stap) -> ProgrammaStatus:
    """Return what a programme becomes by this step, or raise when it cannot be taken."""
    try:
        return OVERGANGEN[status, stap]
    except KeyError:
        raise StapKanNietError(status) from None


def stand_after(stappen: Iterable[GezetteStap]) -> Besluitstand:
    """Return what the steps, oldest first, make of a programme."""
    stand = CONCEPT
    for gezet in stappen:
        status = next_status(stand.status, gezet.stap)
        if gezet.stap is Stap.VASTSTELLEN:
            nummer, dag = gezet.besluitnummer, gezet.besloten_op
            stand = Besluitstand(status, gezet.id, nummer, dag, gezet.op)
        elif gezet.stap is Stap.INTREKKEN:
            stand = CONCEPT
        else:
            closed = gezet.op if gezet.stap is Stap.AFSLUITEN else None
            stand = replace(stand, status=status, afgesloten_op=closed)
    return stand


def vastheid_of(
    stand: Besluitstand, jaar: int, *, lopend: int, eerste: int, gemaakt: bool
) -> Vastheid:
    """Return how sure a year is. `lopend` is this year, `eerste` the concrete one of the MJGP.

    A concept that somebody made counts as one for the concrete year and the next; what lies
    further ahead stays indicatief, whatever was prepared.
    """
    if stand.status is not ProgrammaStatus.CONCEPT:
        return Vastheid(stand.status.value)
    if jaar < lopend:
        return Vastheid.VOORBIJ
    return Vastheid.CONCEPT if gemaakt and jaar <= eerste + 1 else Vastheid.INDICATIEF


def has_programma(omtrek: Omtrek) -> bool:
    """Tell whether a gebied has a programme of its own: the stadsdelen and the whole city."""
    return omtrek.niveau in {Niveau.STAD, Niveau.STADSDEEL}


def check_jaar(jaar: int) -> int:
    """Return the year, or raise when no programme can be for it."""
    if not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
        raise InvalidInputError(
            f"Kies een jaar van {EERSTE_JAAR} tot en met {LAATSTE_JAAR}.", field="jaar"
        )
    return jaar


def check_besluitnummer(nummer: str) -> str:
    """Return the number of a decision on one line, or raise when it cannot be one."""
    found = " ".join(nummer.split())
    if not found:
        raise InvalidInputError("Vul het nummer van het besluit in.", field="besluitnummer")
    if len(found) > BESLUITNUMMER_MAX_LENGTH or not BESLUITNUMMER.fullmatch(found):
        raise InvalidInputError(
            "Schrijf het nummer met letters, cijfers, punten en streepjes, bijvoorbeeld"
            f" 2026/123456. Gebruik hoogstens {BESLUITNUMMER_MAX_LENGTH} tekens.",
            field="besluitnummer",
        )
    return found


def check_besloten_op(dag: date | None, *, jaar: int, vandaag: date) -> date:
    """Return the day of a decision, or raise when it cannot be the day for this year."""
    if dag is None:
        raise InvalidInputError("Vul de datum van het besluit in.", field="besloten_op")
    if dag > vandaag:
        raise InvalidInputError(
            "Het besluit is nog niet genomen: vul een datum in die niet later is dan vandaag.",
            field="besloten_op",
        )
    if dag.year < jaar - JAREN_VOORAF:
        raise InvalidInputError(
            f"Dit is te lang voor {jaar}: vul een datum in vanaf {jaar - JAREN_VOORAF}.",
            field="besloten_op",
        )
    return dag


def check_reden(reden: str) -> str:
    """Return why a step is taken back, without surrounding space, or raise."""
    found = reden.strip()
    if len(found) < REDEN_MIN_LENGTH:
        raise InvalidInputError(
            f"Schrijf een reden van ten minste {REDEN_MIN_LENGTH} tekens.", field="reden"
        )
    if len(found) > REDEN_MAX_LENGTH:
        raise InvalidInputError(
            f"Maak de reden korter: ten hoogste {REDEN_MAX_LENGTH} tekens.", field="reden"
        )
    return found


def check_toelichting(toelichting: str) -> str:
    """Return the text above the items of a year, or raise when it is too long."""
    found = toelichting.strip()
    if len(found) > TOELICHTING_MAX_LENGTH:
        raise InvalidInputError(
            f"Maak de toelichting korter: ten hoogste {TOELICHTING_MAX_LENGTH} tekens.",
            field="toelichting",
        )
    return found
