"""The rules of vraag en aanbod: lengths, times, what may follow what. Pure."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from participatie.core.errors import InvalidInputError
from participatie.core.tekst import is_blank
from participatie.discussion.rules_tekst import find_links
from participatie.gebieden.rules import Boom
from participatie.gebieden.types import GebiedId
from participatie.vraagaanbod.types import AanbodStatus, AanmeldingStatus, OproepStatus

WAT_MAX_LENGTH = 120
HOEVEEL_MAX_LENGTH = 80
TOELICHTING_MAX_LENGTH = 1_000
BERICHT_MAX_LENGTH = 1_500
TELEFOON_MAX_LENGTH = 20
REDEN_MIN_LENGTH = 10
REDEN_MAX_LENGTH = 1_000
OPROEPEN_MAX = 20
"""So many needs of one initiatief are open at the same time."""
AANBOD_MAX = 20
"""So many offers of one person stand at the same time."""
AANMELDINGEN_PER_DAG = 10
AANBOD_LANGST = timedelta(days=366)
BEWAARD = timedelta(days=92)
"""So long after the end contact messages are kept."""

OPROEP_NAMEN: Mapping[OproepStatus, str] = {
    OproepStatus.OPEN: "Gezocht",
    OproepStatus.VERVULD: "Gevonden",
    OproepStatus.GESLOTEN: "Gesloten",
}
AANBOD_NAMEN: Mapping[AanbodStatus, str] = {
    AanbodStatus.WACHT: "Wacht op controle",
    AanbodStatus.ZICHTBAAR: "Op de site",
    AanbodStatus.VERBORGEN: "Verborgen",
    AanbodStatus.GESLOTEN: "Gesloten",
}
AANMELDING_NAMEN: Mapping[AanmeldingStatus, str] = {
    AanmeldingStatus.GESTUURD: "Wacht op antwoord",
    AanmeldingStatus.AANGENOMEN: "Aangenomen",
    AanmeldingStatus.AFGEWEZEN: "Niet nodig",
    AanmeldingStatus.BEDANKT: "Bedankt",
}
NAMEN = (OPROEP_NAMEN, AANBOD_NAMEN, AANMELDING_NAMEN)

OPROEP_OVERGANGEN: Mapping[OproepStatus, frozenset[OproepStatus]] = {
    OproepStatus.OPEN: frozenset({OproepStatus.VERVULD, OproepStatus.GESLOTEN}),
    OproepStatus.VERVULD: frozenset({OproepStatus.OPEN, OproepStatus.GESLOTEN}),
    OproepStatus.GESLOTEN: frozenset({OproepStatus.OPEN}),
}
AANBOD_OVERGANGEN: Mapping[AanbodStatus, frozenset[AanbodStatus]] = {
    AanbodStatus.WACHT: frozenset(
        {AanbodStatus.ZICHTBAAR, AanbodStatus.VERBORGEN, AanbodStatus.GESLOTEN}
    ),
    AanbodStatus.ZICHTBAAR: frozenset({AanbodStatus.VERBORGEN, AanbodStatus.GESLOTEN}),
    AanbodStatus.VERBORGEN: frozenset({AanbodStatus.ZICHTBAAR, AanbodStatus.GESLOTEN}),
    AanbodStatus.GESLOTEN: frozenset(),
}
AANMELDING_OVERGANGEN: Mapping[AanmeldingStatus, frozenset[AanmeldingStatus]] = {
    AanmeldingStatus.GESTUURD: frozenset(
        {AanmeldingStatus.AANGENOMEN, AanmeldingStatus.AFGEWEZEN, AanmeldingStatus.BEDANKT}
    ),
    AanmeldingStatus.AANGENOMEN: frozenset({AanmeldingStatus.BEDANKT, AanmeldingStatus.AFGEWEZEN}),
    AanmeldingStatus.AFGEWEZEN: frozenset(),
    AanmeldingStatus.BEDANKT: frozenset(),
}

_TELEFOON = re.compile(r"\+?[0-9][0-9 ()-]{8,18}", re.ASCII)
_ADRES = re.compile(r"\S@\S|(?:\+|\b0)[0-9][0-9 ()-]{7,}", re.ASCII)


def check_wat(wat: str) -> str:
    """Return the one line that says what it is about, or raise."""
    found = " ".join(wat.split())
    if is_blank(found):
        raise InvalidInputError("Schrijf in één zin waar het om gaat.", field="wat")
    if len(found) > WAT_MAX_LENGTH:
        raise InvalidInputError(
            f"Maak de zin korter: hoogstens {WAT_MAX_LENGTH} tekens.", field="wat"
        )
    return found


def check_bericht(tekst: str) -> str:
    """Return the message, or raise when it says nothing or too much."""
    found = tekst.replace("\r\n", "\n").strip()
    if is_blank(found):
        raise InvalidInputError("Schrijf een bericht.", field="bericht")
    if len(found) > BERICHT_MAX_LENGTH:
        raise InvalidInputError(
            f"Maak uw bericht korter: hoogstens {BERICHT_MAX_LENGTH} tekens.", field="bericht"
        )
    return found


def check_telefoon(telefoon: str) -> str:
    """Return the phone number, or raise when it is none; it may stay empty."""
    found = " ".join(telefoon.split())
    if found and (len(found) > TELEFOON_MAX_LENGTH or not _TELEFOON.fullmatch(found)):
        raise InvalidInputError(
            "Schrijf een telefoonnummer met cijfers, bijvoorbeeld 06 12345678.", field="telefoon"
        )
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


def check_tot(tot: date, *, today: date) -> date:
    """Return the last day of an offer, or raise when it is over already or too far away."""
    if tot < today:
        raise InvalidInputError("Kies vandaag of een latere dag.", field="tot")
    if tot > today + AANBOD_LANGST:
        raise InvalidInputError("Kies een dag binnen een jaar.", field="tot")
    return tot


def shows_contact(*teksten: str) -> bool:
    """Tell whether a text holds a link, an address or a phone number."""
    return any(find_links(tekst) or _ADRES.search(tekst) for tekst in teksten)


def fits(boom: Boom, one: GebiedId, other: GebiedId) -> bool:
    """Tell whether one gebied is the other, lies in it, or holds it."""
    return one in boom.keten(other) or other in boom.keten(one)
