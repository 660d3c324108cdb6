"""The rules of the agenda. Pure."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from participatie.agenda.types import (
    BijeenkomstGegevens,
    BijeenkomstSoort,
    BijeenkomstStatus,
    DeelnameStatus,
    Telling,
    Veld,
)
from participatie.core.errors import InvalidInputError
from participatie.core.tekst import is_blank

TITEL_MAX_LENGTH = 120
PLEK_MAX_LENGTH = 200
LINK_MAX_LENGTH = 300
ORGANISATOR_MAX_LENGTH = 120
TEKST_MAX_LENGTH = 5_000
VERSLAG_MAX_LENGTH = 20_000
REDEN_MAX_LENGTH = 500
MAX_CAPACITEIT = 5_000
LANGSTE_DUUR = timedelta(days=3)

SOORT_NAMEN: Mapping[BijeenkomstSoort, str] = {
    BijeenkomstSoort.WIJKBIJEENKOMST: "Wijkbijeenkomst",
    BijeenkomstSoort.INLOOP: "Inloop",
    BijeenkomstSoort.SCHOUW: "Schouw",
    BijeenkomstSoort.SPREEKUUR: "Spreekuur",
    BijeenkomstSoort.WERKSESSIE: "Werksessie",
    BijeenkomstSoort.ACTIVITEIT: "Activiteit",
}
STATUS_NAMEN: Mapping[BijeenkomstStatus, str] = {
    BijeenkomstStatus.GEPLAND: "Gaat door",
    BijeenkomstStatus.AFGELAST: "Gaat niet door",
}
DEELNAME_NAMEN: Mapping[DeelnameStatus, str] = {
    DeelnameStatus.PLEK: "U heeft een plek",
    DeelnameStatus.WACHTLIJST: "U staat op de wachtlijst",
}
VELD_NAMEN: Mapping[Veld, str] = {
    Veld.TITEL: "de titel",
    Veld.SOORT: "de soort",
    Veld.TIJD: "de tijd",
    Veld.PLEK: "de plek",
    Veld.LINK: "de link",
    Veld.ORGANISATOR: "wie het organiseert",
    Veld.OMSCHRIJVING: "de omschrijving",
    Veld.AANMELDEN: "het aanmelden",
}
NAMEN = (SOORT_NAMEN, STATUS_NAMEN, DEELNAME_NAMEN, VELD_NAMEN)

_FIELDS: Mapping[Veld, tuple[str, ...]] = {
    Veld.TITEL: ("titel",),
    Veld.SOORT: ("soort",),
    Veld.TIJD: ("begin", "eind"),
    Veld.PLEK: ("plek_omschrijving", "punt", "gebied_id"),
    Veld.LINK: ("link",),
    Veld.ORGANISATOR: ("organisator",),
    Veld.OMSCHRIJVING: ("omschrijving",),
    Veld.AANMELDEN: ("aanmelden", "capaciteit"),
}


def check_gegevens(gegevens: BijeenkomstGegevens) -> None:
    """Raise unless people can come to this."""
    for veld, ask in (
        ("titel", "Vul een titel in."),
        ("plek_omschrijving", "Schrijf waar het is, bijvoorbeeld de naam van het gebouw."),
        ("organisator", "Vul in wie het organiseert."),
    ):
        if is_blank(getattr(gegevens, veld)):
            raise InvalidInputError(ask, field=veld)
    if gegevens.eind <= gegevens.begin:
        raise InvalidInputError("Kies een eindtijd na de begintijd.", field="eindtijd")
    if gegevens.eind - gegevens.begin > LANGSTE_DUUR:
        raise InvalidInputError("Een bijeenkomst duurt hoogstens drie dagen.", field="eindtijd")
    if gegevens.link and not gegevens.link.startswith("https://"):
        raise InvalidInputError("Begin het webadres met https://", field="link")
    _check_capaciteit(gegevens)


def _check_capaciteit(gegevens: BijeenkomstGegevens) -> None:
    if gegevens.capaciteit is None:
        return
    if not gegevens.aanmelden:
        raise InvalidInputError(
            "Een aantal plekken heeft alleen zin als mensen zich aanmelden.", field="capaciteit"
        )
    if not 1 <= gegevens.capaciteit <= MAX_CAPACITEIT:
        raise InvalidInputError(
            f"Kies een aantal plekken van 1 tot en met {MAX_CAPACITEIT}.", field="capaciteit"
        )


def list_changed(oud: BijeenkomstGegevens, nieuw: BijeenkomstGegevens) -> tuple[Veld, ...]:
    """Return what is different."""
    return tuple(
        veld
        for veld, names in _FIELDS.items()
        if any(getattr(oud, name) != getattr(nieuw, name) for name in names)
    )


def place_for(telling: Telling, capaciteit: int | None) -> DeelnameStatus:
    """Return whether the next one has a place; nobody passes who waits."""
    has_room = capaciteit is None or telling.plekken < capaciteit
    return (
        DeelnameStatus.PLEK if has_room and not telling.wachtlijst else DeelnameStatus.WACHTLIJST
    )


def free_places(telling: Telling, capaciteit: int | None) -> int:
    """Return how many of those who wait can have a place."""
    if capaciteit is None:
        return telling.wachtlijst
    return max(0, min(telling.wachtlijst, capaciteit - telling.plekken))


def may_register(
    *, aanmelden: bool, status: BijeenkomstStatus, begin: datetime, moment: datetime
) -> bool:
    """Tell whether people can register, or take that back."""
    return aanmelden and status is BijeenkomstStatus.GEPLAND and moment < begin
