"""The life of an initiatief after publication: which step who may take. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from participatie.core.errors import InvalidInputError
from participatie.initiatieven.errors_voortgang import FaseKanNietError
from participatie.initiatieven.types_voortgang import (
    Hoedanigheid,
    InitiatiefFase,
    Klopttelling,
    Oordeel,
    Tijdlijnregel,
)

TEKST_MIN_LENGTH = 10
TEKST_MAX_LENGTH = 2_000
UPDATE_MAX_LENGTH = 3_000
UPDATE_MAX_FOTOS = 3
MEDE_MAX_COUNT = 10
ANTWOORDTERMIJN = timedelta(days=60)
UITNODIGING_GELDIG = timedelta(days=14)
REGELS_EERST = 8

_INITIATIEFNEMER = frozenset({Hoedanigheid.INITIATIEFNEMER})
_GEBIEDSVERBINDER = frozenset({Hoedanigheid.GEBIEDSVERBINDER})
_BEIDEN = _INITIATIEFNEMER | _GEBIEDSVERBINDER

Overgangen = Mapping[InitiatiefFase, Mapping[InitiatiefFase, frozenset[Hoedanigheid]]]
OVERGANGEN: Overgangen = {
    InitiatiefFase.GEZOCHT: {
        InitiatiefFase.HAALBAARHEID: _BEIDEN,
        InitiatiefFase.UITVOERING: _GEBIEDSVERBINDER,
        InitiatiefFase.GESTOPT: _BEIDEN,
    },
    InitiatiefFase.HAALBAARHEID: {
        InitiatiefFase.UITVOERING: _BEIDEN,
        InitiatiefFase.GEZOCHT: _BEIDEN,
        InitiatiefFase.GESTOPT: _BEIDEN,
    },
    InitiatiefFase.UITVOERING: {
        InitiatiefFase.GEREALISEERD: _BEIDEN,
        InitiatiefFase.HAALBAARHEID: _BEIDEN,
        InitiatiefFase.GESTOPT: _BEIDEN,
    },
    InitiatiefFase.GEREALISEERD: {InitiatiefFase.UITVOERING: _BEIDEN},
    InitiatiefFase.GESTOPT: {InitiatiefFase.GEZOCHT: _BEIDEN},
}
"""From where to where, and who may do it. An official alone says that no test is needed."""

FASE_NAMEN: Mapping[InitiatiefFase, str] = {
    InitiatiefFase.GEZOCHT: "Hulp gezocht",
    InitiatiefFase.HAALBAARHEID: "Haalbaarheid",
    InitiatiefFase.UITVOERING: "In uitvoering",
    InitiatiefFase.GEREALISEERD: "Gerealiseerd",
    InitiatiefFase.GESTOPT: "Gestopt",
}
HOEDANIGHEID_NAMEN: Mapping[Hoedanigheid, str] = {
    Hoedanigheid.INITIATIEFNEMER: "de initiatiefnemer",
    Hoedanigheid.GEBIEDSVERBINDER: "de gebiedsverbinder",
}
OORDEEL_NAMEN: Mapping[Oordeel, str] = {
    Oordeel.OPEN: "Wacht op de gebiedsverbinder",
    Oordeel.HEROPEND: "Het gaat weer verder",
    Oordeel.ZO_GELATEN: "Het blijft gerealiseerd",
}
NAMEN = (FASE_NAMEN, HOEDANIGHEID_NAMEN, OORDEEL_NAMEN)

FASE_UITLEG: Mapping[InitiatiefFase, str] = {
    InitiatiefFase.GEZOCHT: "De initiatiefnemers zoeken wat zij nodig hebben.",
    InitiatiefFase.HAALBAARHEID: "De initiatiefnemers en de gemeente zoeken uit of het kan.",
    InitiatiefFase.UITVOERING: "Er wordt aan gewerkt.",
    InitiatiefFase.GEREALISEERD: "Het is klaar.",
    InitiatiefFase.GESTOPT: "Het gaat niet door.",
}
FASE_TONEN: Mapping[InitiatiefFase, str] = {
    InitiatiefFase.GEZOCHT: "info",
    InitiatiefFase.HAALBAARHEID: "info",
    InitiatiefFase.UITVOERING: "warning",
    InitiatiefFase.GEREALISEERD: "success",
    InitiatiefFase.GESTOPT: "neutral",
}
WEG = (
    InitiatiefFase.GEZOCHT,
    InitiatiefFase.HAALBAARHEID,
    InitiatiefFase.UITVOERING,
    InitiatiefFase.GEREALISEERD,
)
"""The way an initiatief usually goes."""


def next_fases(van: InitiatiefFase, als: Hoedanigheid) -> Sequence[InitiatiefFase]:
    """Return where someone may bring it from here, in the order of the table."""
    return [naar for naar, wie in OVERGANGEN[van].items() if als in wie]


def check_overgang(van: InitiatiefFase, naar: InitiatiefFase, als: Hoedanigheid) -> None:
    """Raise when someone may not bring it from `van` to `naar`."""
    if naar not in next_fases(van, als):
        raise FaseKanNietError(FASE_NAMEN[van], FASE_NAMEN[naar])


def stap_naam(van: InitiatiefFase, naar: InitiatiefFase) -> str:
    """Say in plain words what a step was."""
    if van is InitiatiefFase.GEREALISEERD:
        return "Toch nog niet klaar: weer in uitvoering"
    if naar in WEG and van in WEG and WEG.index(naar) < WEG.index(van):
        return f"Terug naar: {FASE_NAMEN[naar].lower()}"
    if van is InitiatiefFase.GESTOPT:
        return f"Opnieuw begonnen: {FASE_NAMEN[naar].lower()}"
    return FASE_NAMEN[naar]


def check_tekst(tekst: str, *, field: str = "toelichting") -> str:
    """Return the text without space around it, or raise when it says too little or too much."""
    found = tekst.strip()
    if len(found) < TEKST_MIN_LENGTH:
        raise InvalidInputError(
            f"Leg het uit in minstens {TEKST_MIN_LENGTH} tekens. Iedereen leest dit.", field=field
        )
    if len(found) > TEKST_MAX_LENGTH:
        raise InvalidInputError(
            f"Maak de tekst korter: hoogstens {TEKST_MAX_LENGTH} tekens.", field=field
        )
    return found


def may_answer(*, open_tot: datetime, nu: datetime, is_gevraagd: bool, is_zegger: bool) -> bool:
    """Tell whether someone may say if it is done: not who said so himself, nor too late."""
    return is_gevraagd and not is_zegger and nu <= open_tot


def telling_in_woorden(telling: Klopttelling) -> str:
    """Say how many agree that it is done."""
    if not telling.totaal:
        return "Nog niemand heeft gezegd of het klopt."
    if telling.totaal == 1:
        zegt = "klopt" if telling.klopt else "klopt niet"
        return f"1 persoon heeft geantwoord: {zegt}."
    zeggen = "zegt" if telling.klopt == 1 else "zeggen"
    return f"{telling.klopt} van de {telling.totaal} {zeggen}: klopt."


def masked(email: str) -> str:
    """Return as much of an address as who typed it needs to know it again."""
    naam, _, domein = email.partition("@")
    return f"{naam[:1]}…@{domein}"


def newest_first(regels: Iterable[Tijdlijnregel]) -> tuple[Tijdlijnregel, ...]:
    """Return the lines of a timeline in order; what came last stands on top."""
    in_order = sorted(enumerate(regels), key=lambda one: (one[1].op, one[0]))
    return tuple(regel for _, regel in reversed(in_order))
