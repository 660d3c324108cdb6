"""The rules of a gesprek: lengths, times, who waits for a check. Pure."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from participatie.core.errors import InvalidInputError
from participatie.core.tekst import is_blank
from participatie.discussion.rules_tekst import find_links
from participatie.discussion.types import IngreepSoort, MeldGrond, ReactieStatus, Volgorde

TEKST_MAX_LENGTH = 2_000
REDEN_MIN_LENGTH = 10
REDEN_MAX_LENGTH = 1_000
TOELICHTING_MAX_LENGTH = 500
BEWERKTIJD = timedelta(minutes=15)
EERSTE_REACTIES = 3
"""So many reacties of someone new are read by a gebiedsverbinder first."""
WACHTEND_ZONDER_BEWIJS = 1
"""So many may wait of someone new whose browser did no work for it."""
LINKS_MAX = 2
HERHALING_BINNEN = timedelta(days=1)
HERHALING_VANAF = 40
"""A text of this length that someone else wrote today is no coincidence."""
STROOM_BINNEN = timedelta(minutes=10)
STROOM_VANAF = 30
"""So many reacties in one gebied within that time are not a usual conversation."""
BLADZIJDE = 20
ANTWOORDEN = 10
"""So many answers stand below a reactie; the rest are on its own page."""

TRANSITIONS: Mapping[ReactieStatus, frozenset[ReactieStatus]] = {
    ReactieStatus.WACHT: frozenset(
        {ReactieStatus.ZICHTBAAR, ReactieStatus.VERBORGEN, ReactieStatus.VERWIJDERD}
    ),
    ReactieStatus.ZICHTBAAR: frozenset(
        {ReactieStatus.WACHT, ReactieStatus.VERBORGEN, ReactieStatus.VERWIJDERD}
    ),
    ReactieStatus.VERBORGEN: frozenset({ReactieStatus.ZICHTBAAR, ReactieStatus.VERWIJDERD}),
    ReactieStatus.VERWIJDERD: frozenset(),
}

GROND_NAMEN: Mapping[MeldGrond, str] = {
    MeldGrond.KWETSEND: "Kwetsend of beledigend",
    MeldGrond.DISCRIMINATIE: "Discriminatie of bedreiging",
    MeldGrond.PERSOONSGEGEVENS: "Gegevens van iemand anders",
    MeldGrond.RECLAME: "Reclame",
    MeldGrond.ANDER_ONDERWERP: "Gaat over iets anders",
    MeldGrond.ONWAAR: "Misleidend of nagemaakt",
    MeldGrond.ANDERS: "Iets anders",
}
STATUS_NAMEN: Mapping[ReactieStatus, str] = {
    ReactieStatus.WACHT: "Wacht op controle",
    ReactieStatus.ZICHTBAAR: "Te lezen",
    ReactieStatus.VERBORGEN: "Verborgen",
    ReactieStatus.VERWIJDERD: "Verwijderd",
}
INGREEP_NAMEN: Mapping[IngreepSoort, str] = {
    IngreepSoort.VERBERGEN: "Verborgen",
    IngreepSoort.TERUGZETTEN: "Teruggezet",
    IngreepSoort.GOEDKEUREN: "Goedgekeurd",
    IngreepSoort.LATEN_STAAN: "Laten staan",
    IngreepSoort.SLUITEN: "Gesprek gesloten",
    IngreepSoort.HEROPENEN: "Gesprek weer geopend",
}
VOLGORDE_NAMEN: Mapping[Volgorde, str] = {
    Volgorde.NIEUWSTE: "Nieuwste eerst",
    Volgorde.OUDSTE: "Oudste eerst",
    Volgorde.STEUN: "Meeste steun eerst",
}
NAMEN = (GROND_NAMEN, STATUS_NAMEN, INGREEP_NAMEN, VOLGORDE_NAMEN)


def check_tekst(tekst: str) -> str:
    """Return what someone wrote without space around it, or raise when it cannot be placed."""
    found = tekst.replace("\r\n", "\n").strip()
    if not found or is_blank(found):
        raise InvalidInputError("Schrijf eerst uw reactie.", field="tekst")
    if len(found) > TEKST_MAX_LENGTH:
        raise InvalidInputError(
            f"Maak uw reactie korter: hoogstens {TEKST_MAX_LENGTH} tekens.", field="tekst"
        )
    if len(find_links(found)) > LINKS_MAX:
        raise InvalidInputError(f"Zet hoogstens {LINKS_MAX} links in een reactie.", field="tekst")
    return found


def check_reden(reden: str) -> str:
    """Return the reason of a gebiedsverbinder, or raise when it says too little or too much."""
    found = reden.strip()
    if len(found) < REDEN_MIN_LENGTH or is_blank(found):
        raise InvalidInputError(
            f"Schrijf een reden van minstens {REDEN_MIN_LENGTH} tekens.", field="reden"
        )
    if len(found) > REDEN_MAX_LENGTH:
        raise InvalidInputError(
            f"Maak de reden korter: hoogstens {REDEN_MAX_LENGTH} tekens.", field="reden"
        )
    return found


def check_toelichting(toelichting: str, grond: MeldGrond) -> str:
    """Return what someone adds to a report; with "anders" it must say what is wrong."""
    found = toelichting.strip()
    if grond is MeldGrond.ANDERS and is_blank(found):
        raise InvalidInputError("Vertel wat er mis is met deze reactie.", field="toelichting")
    if len(found) > TOELICHTING_MAX_LENGTH:
        raise InvalidInputError(
            f"Maak de tekst korter: hoogstens {TOELICHTING_MAX_LENGTH} tekens.",
            field="toelichting",
        )
    return found


def may_go(van: ReactieStatus, naar: ReactieStatus) -> bool:
    """Tell whether a reactie may go from `van` to `naar`."""
    return naar in TRANSITIONS[van]


def is_editable(status: ReactieStatus, op: datetime, *, now: datetime) -> bool:
    """Tell whether its author may still change a reactie."""
    return status in {ReactieStatus.WACHT, ReactieStatus.ZICHTBAAR} and now < op + BEWERKTIJD


def must_wait(tekst: str, *, eerdere: int, is_gemeente: bool, is_stroom: bool) -> bool:
    """Tell whether a gebiedsverbinder reads it first: of someone new, or with an address in it."""
    if is_gemeente:
        return False
    return eerdere < EERSTE_REACTIES or is_stroom or bool(find_links(tekst))


def may_queue(*, wachtend: int, met_bewijs: bool) -> bool:
    """Tell whether one more of someone new may wait."""
    return wachtend < (EERSTE_REACTIES if met_bewijs else WACHTEND_ZONDER_BEWIJS)
