"""The rules of voorstellen: their states, their words and what may be said back. Pure."""

from collections.abc import Mapping
from datetime import date, timedelta

from participatie.core.errors import InvalidInputError
from participatie.voorstellen.errors import OvergangError
from participatie.voorstellen.types import Rijgevolg, VoorstelStatus

REDEN_MIN_LENGTH = 10
REDEN_MAX_LENGTH = 2_000
BEWAARD = timedelta(days=730)
"""How long what is finished stays, after it last changed."""
DAGEN_PER_WEEK = 7
WEKEN_VANAF_DAGEN = 14

TRANSITIONS: Mapping[VoorstelStatus, frozenset[VoorstelStatus]] = {
    VoorstelStatus.CONCEPT: frozenset({VoorstelStatus.AANGEBODEN, VoorstelStatus.INGETROKKEN}),
    VoorstelStatus.AANGEBODEN: frozenset(
        {VoorstelStatus.OVERGENOMEN, VoorstelStatus.TERUGGEGEVEN, VoorstelStatus.INGETROKKEN}
    ),
    VoorstelStatus.TERUGGEGEVEN: frozenset(
        {VoorstelStatus.AANGEBODEN, VoorstelStatus.INGETROKKEN}
    ),
    VoorstelStatus.OVERGENOMEN: frozenset(),
    VoorstelStatus.INGETROKKEN: frozenset(),
}

EDITABLE = frozenset({VoorstelStatus.CONCEPT, VoorstelStatus.TERUGGEGEVEN})
OPEN = frozenset({VoorstelStatus.CONCEPT, VoorstelStatus.AANGEBODEN, VoorstelStatus.TERUGGEGEVEN})

STATUS_NAMEN: Mapping[VoorstelStatus, str] = {
    VoorstelStatus.CONCEPT: "Nog niet aangeboden",
    VoorstelStatus.AANGEBODEN: "Wacht op akkoord",
    VoorstelStatus.OVERGENOMEN: "Staat in het programma",
    VoorstelStatus.TERUGGEGEVEN: "Teruggegeven",
    VoorstelStatus.INGETROKKEN: "Ingetrokken",
}
RIJGEVOLG_NAMEN: Mapping[Rijgevolg, str] = {
    Rijgevolg.NIEUW: "Nieuw plan",
    Rijgevolg.WIJZIGING: "Wijziging van een plan in het programma",
    Rijgevolg.VERNIEUWD: "Voorstel dat al wacht, met andere gegevens",
    Rijgevolg.WACHT: "Voorstel dat al wacht en hetzelfde blijft",
    Rijgevolg.GELIJK: "Staat al zo in het programma",
    Rijgevolg.OVERGESLAGEN: "Overgeslagen, want het is van een ander",
}
NAMEN = (STATUS_NAMEN, RIJGEVOLG_NAMEN)

STATUS_UITLEG: Mapping[VoorstelStatus, str] = {
    VoorstelStatus.CONCEPT: ("Alleen uw organisatie ziet dit. Bied het aan als het klaar is."),
    VoorstelStatus.AANGEBODEN: (
        "De programmaredacteur van de gemeente bekijkt het. Tot het akkoord staat het niet op de"
        " site."
    ),
    VoorstelStatus.OVERGENOMEN: "Iedereen kan het nu lezen.",
    VoorstelStatus.TERUGGEGEVEN: (
        "De programmaredacteur vraagt u iets te veranderen. Daarna biedt u het opnieuw aan."
    ),
    VoorstelStatus.INGETROKKEN: "Uw organisatie trok het in. Er gebeurt niets meer mee.",
}

STATUS_TONEN: Mapping[VoorstelStatus, str] = {
    VoorstelStatus.CONCEPT: "neutral",
    VoorstelStatus.AANGEBODEN: "info",
    VoorstelStatus.OVERGENOMEN: "success",
    VoorstelStatus.TERUGGEGEVEN: "warning",
    VoorstelStatus.INGETROKKEN: "neutral",
}


def check_transition(van: VoorstelStatus, naar: VoorstelStatus) -> None:
    """Raise when a voorstel may not go from `van` to `naar`."""
    if naar not in TRANSITIONS[van]:
        raise OvergangError(STATUS_NAMEN[van], STATUS_NAMEN[naar])


def may_become(van: VoorstelStatus, naar: VoorstelStatus) -> bool:
    """Tell whether a voorstel may go from `van` to `naar`."""
    return naar in TRANSITIONS[van]


def check_reden(reden: str) -> str:
    """Return why a voorstel is given back, without surrounding space, or raise."""
    found = reden.strip()
    if len(found) < REDEN_MIN_LENGTH:
        raise InvalidInputError(
            f"Schrijf in ten minste {REDEN_MIN_LENGTH} tekens wat de partner moet veranderen.",
            field="reden",
        )
    if len(found) > REDEN_MAX_LENGTH:
        raise InvalidInputError(
            f"Maak de reden korter: ten hoogste {REDEN_MAX_LENGTH} tekens.", field="reden"
        )
    return found


def age_in_words(dag: date, vandaag: date) -> str:
    """Return how long ago a day was, in words."""
    ago = (vandaag - dag).days
    if ago <= 0:
        return "vandaag"
    if ago == 1:
        return "gisteren"
    if ago < WEKEN_VANAF_DAGEN:
        return f"{ago} dagen geleden"
    return f"{ago // DAGEN_PER_WEEK} weken geleden"
