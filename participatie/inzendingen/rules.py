"""The rules of inzendingen: pure functions, no database, no web."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from participatie.core.errors import InvalidInputError
from participatie.inzendingen.errors import TransitionNotAllowedError
from participatie.inzendingen.rules_werkdagen import next_workday
from participatie.inzendingen.types import (
    BekendKeuze,
    Historie,
    InzendingId,
    KoppelingSoort,
    Status,
    Tijdlijnstap,
)

TITEL_MAX_LENGTH = 100
TOELICHTING_MAX_LENGTH = 5_000
PLEK_MAX_LENGTH = 200
REACTIETERMIJN = timedelta(days=14)
TERMIJN_DAGEN_MIN = 7  # shorter ones may hold fewer than two working days
TERMIJN_DAGEN_MAX = 90

FOTO_MAX_COUNT = 5
FOTO_MAX_BYTES = 8 * 1024 * 1024
FOTO_BESCHRIJVING_MAX_LENGTH = 200
SMALL_SUFFIX = "-klein.webp"
FOTO_BESTAND = re.compile(r"[0-9a-f]{32}\.webp")

NABIJ_M = 300

TRANSITIONS: Mapping[Status, frozenset[Status]] = {
    Status.CONCEPT: frozenset({Status.INGEDIEND}),
    Status.INGEDIEND: frozenset(
        {Status.GEPUBLICEERD, Status.AANPASSEN, Status.AFGEWEZEN, Status.INGETROKKEN}
    ),
    Status.AANPASSEN: frozenset({Status.INGEDIEND, Status.INGETROKKEN}),
    Status.GEPUBLICEERD: frozenset(
        {Status.INGEDIEND, Status.AANPASSEN, Status.AFGEWEZEN, Status.INGETROKKEN}
    ),
    Status.AFGEWEZEN: frozenset({Status.INGEDIEND}),
    Status.INGETROKKEN: frozenset(),
}

EDITABLE = frozenset({Status.CONCEPT, Status.AANPASSEN})

STATUS_NAMEN: Mapping[Status, str] = {
    Status.CONCEPT: "Nog niet verstuurd",
    Status.INGEDIEND: "Wij bekijken het",
    Status.AANPASSEN: "Wacht op u",
    Status.GEPUBLICEERD: "Staat op de site",
    Status.AFGEWEZEN: "Niet geplaatst",
    Status.INGETROKKEN: "Ingetrokken",
}

STATUS_NAMEN_STAFF: Mapping[Status, str] = {
    Status.CONCEPT: "Concept",
    Status.INGEDIEND: "Te behandelen",
    Status.AANPASSEN: "Wacht op indiener",
    Status.GEPUBLICEERD: "Gepubliceerd",
    Status.AFGEWEZEN: "Afgewezen",
    Status.INGETROKKEN: "Ingetrokken",
}

STATUS_UITLEG: Mapping[Status, str] = {
    Status.CONCEPT: "Alleen u ziet dit. U kunt verder schrijven en het daarna versturen.",
    Status.INGEDIEND: "De gebiedsverbinder leest uw idee en geeft u antwoord.",
    Status.AANPASSEN: "De gebiedsverbinder vraagt u iets te veranderen. Daarna verstuurt u het"
    " opnieuw.",
    Status.GEPUBLICEERD: "Iedereen kan uw idee lezen.",
    Status.AFGEWEZEN: "De gebiedsverbinder plaatst uw idee niet en legt uit waarom.",
    Status.INGETROKKEN: "U heeft uw idee ingetrokken. Er gebeurt niets meer mee.",
}

STATUS_TONEN: Mapping[Status, str] = {
    Status.CONCEPT: "info",
    Status.INGEDIEND: "info",
    Status.AANPASSEN: "warning",
    Status.GEPUBLICEERD: "success",
    Status.AFGEWEZEN: "warning",
    Status.INGETROKKEN: "info",
}

STAP_NAMEN: Mapping[Status, str] = {
    Status.CONCEPT: "Begonnen met schrijven",
    Status.INGEDIEND: "Verstuurd naar de gemeente",
    Status.AANPASSEN: "De gemeente vroeg om een aanpassing",
    Status.GEPUBLICEERD: "Op de site geplaatst",
    Status.AFGEWEZEN: "Niet geplaatst",
    Status.INGETROKKEN: "Ingetrokken door de indiener",
}
DIRECT_GEPLAATST = "In dit gebied staat een idee meteen op de site. De gemeente kijkt achteraf."
BEKEKEN = "De gemeente heeft het bekeken. Het blijft op de site."
OPNIEUW_BEKEKEN = "De gemeente bekijkt het opnieuw"

KOPPELING_NAMEN: Mapping[KoppelingSoort, str] = {
    KoppelingSoort.ONDERDEEL_VAN: "Onderdeel van",
    KoppelingSoort.AANVULLING_OP: "Aanvulling op",
    KoppelingSoort.AANLEIDING_VOOR: "Aanleiding voor",
    KoppelingSoort.DUBBEL_MET: "Hetzelfde als",
    KoppelingSoort.STRIJDIG_MET: "Gaat niet samen met",
}

BEKEND_NAMEN: Mapping[BekendKeuze, str] = {
    BekendKeuze.KOPPELEN: "Koppel mijn idee hieraan",
    BekendKeuze.APART: "Houd mijn idee apart",
    BekendKeuze.VOLGEN: "Ik wil dit alleen volgen",
}

NAMEN = (STATUS_NAMEN, KOPPELING_NAMEN, BEKEND_NAMEN)


def check_transition(van: Status, naar: Status) -> None:
    """Raise when an inzending may not go from `van` to `naar`."""
    if naar not in TRANSITIONS[van]:
        raise TransitionNotAllowedError(STATUS_NAMEN_STAFF[van], STATUS_NAMEN_STAFF[naar])


def is_zichtbaar(status: Status, *, is_indiener: bool, is_moderator: bool) -> bool:
    """Tell whether someone may see an inzending in this status."""
    if status is Status.GEPUBLICEERD:
        return True
    if status is Status.CONCEPT:
        return is_indiener
    return is_indiener or is_moderator


def may_edit(status: Status, *, is_indiener: bool) -> bool:
    """Tell whether someone may change the text of an inzending."""
    return is_indiener and status in EDITABLE


def may_withdraw(status: Status, *, is_indiener: bool) -> bool:
    """Tell whether someone may withdraw an inzending."""
    return is_indiener and Status.INGETROKKEN in TRANSITIONS[status]


def due_date(ingediend_op: date, termijn: timedelta = REACTIETERMIJN) -> date:
    """Return the day on which the sender has an answer at the latest: a working day."""
    return next_workday(ingediend_op + termijn)


def check_termijn(dagen: int | None) -> int:
    """Return the number of days within which is answered, or raise."""
    if dagen is None or not TERMIJN_DAGEN_MIN <= dagen <= TERMIJN_DAGEN_MAX:
        raise InvalidInputError(
            f"Vul een aantal dagen in van {TERMIJN_DAGEN_MIN} tot en met {TERMIJN_DAGEN_MAX}.",
            field="dagen",
        )
    return dagen


def is_late(status: Status, reactie_voor: date | None, *, today: date) -> bool:
    """Tell whether the sender should have had an answer by now."""
    return status is Status.INGEDIEND and reactie_voor is not None and reactie_voor < today


def with_capital(text: str) -> str:
    """Return a text that stands alone with a capital; the rest stays as it was written."""
    first = 2 if text.startswith("ij") else 1
    return text[:first].upper() + text[first:]


def kenmerk_of(inzending_id: InzendingId, jaar: int) -> str:
    """Return the number the sender and the gemeente call it by. Unique because the id is."""
    return f"{jaar}-{inzending_id:05d}"


def small_file(bestand: str) -> str:
    """Return the name of the small version of a photo."""
    return bestand.removesuffix(".webp") + SMALL_SUFFIX


def large_file(bestand: str) -> str | None:
    """Return the name a photo is known by, whichever version is asked for, if it can be one."""
    if bestand.endswith(SMALL_SUFFIX):
        bestand = bestand.removesuffix(SMALL_SUFFIX) + ".webp"
    return bestand if FOTO_BESTAND.fullmatch(bestand) else None


def step_name(van: Status | None, naar: Status) -> str:
    """Say in plain words what this line of the history was."""
    if naar is Status.INGEDIEND and van in {Status.GEPUBLICEERD, Status.AFGEWEZEN}:
        return OPNIEUW_BEKEKEN
    if van is naar:
        return BEKEKEN
    return STAP_NAMEN[naar]


def timeline(history: Iterable[Historie], *, is_public: bool) -> tuple[Tijdlijnstap, ...]:
    """Return the history in plain words; the public sees only when it was sent and placed."""
    lines = list(history)
    if is_public:
        sent = [line for line in lines if line.naar is Status.INGEDIEND][:1]
        placed = [
            line
            for line in lines
            if line.naar is Status.GEPUBLICEERD and line.van is not line.naar
        ][-1:]
        lines = sent + placed
    return tuple(
        Tijdlijnstap(
            naam=step_name(line.van, line.naar),
            op=line.op,
            toelichting="" if is_public else line.toelichting,
        )
        for line in lines
    )
