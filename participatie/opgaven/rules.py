"""The rules of gebiedsopgaven. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from participatie.core.errors import InvalidInputError
from participatie.core.tekst import is_blank
from participatie.opgaven.types import (
    Besluit,
    DoelGegevens,
    Domein,
    IndicatorGegevens,
    Oordeel,
    OpgaveStatus,
    Prioriteit,
    Veld,
    VersieGegevens,
)

MIN_JAREN = 4
MAX_JAREN = 5
EERSTE_JAAR = 2000
LAATSTE_JAAR = 2100
CIJFER_JAREN = range(1990, LAATSTE_JAAR + 1)
TITEL_MAX_LENGTH = 200
RESULTAAT_MAX_LENGTH = 2_000
INLEIDING_MAX_LENGTH = 5_000
REDEN_MAX_LENGTH = 2_000
BESLUITNUMMER_MAX_LENGTH = 40
PARTNER_MAX_LENGTH = 120
MAX_PARTNERS = 20
MAX_DOELEN = 40
MAX_INDICATOREN = 8

DOMEIN_NAMEN: Mapping[Domein, str] = {
    Domein.FYSIEK: "Straat en gebouwen",
    Domein.SOCIAAL: "Samenleven en zorg",
    Domein.ECONOMISCH: "Werk en economie",
    Domein.BESTUUR: "Bestuur",
}

STATUS_NAMEN: Mapping[OpgaveStatus, str] = {
    OpgaveStatus.CONCEPT: "Concept",
    OpgaveStatus.VASTGESTELD: "Vastgesteld",
}

PRIORITEIT_NAMEN: Mapping[Prioriteit, str] = {
    Prioriteit.HOOG: "Hoog",
    Prioriteit.MIDDEN: "Midden",
    Prioriteit.LAAG: "Laag",
}

OORDEEL_NAMEN: Mapping[Oordeel, str] = {
    Oordeel.GEHAALD: "Gehaald",
    Oordeel.OP_SCHEMA: "Op schema",
    Oordeel.ACHTER: "Loopt achter",
    Oordeel.GELIJK: "Nog geen verschil",
    Oordeel.TERUG: "Verder van het doel dan bij het begin",
    Oordeel.ONBEKEND: "Nog niet opnieuw gemeten",
}

VELD_NAMEN: Mapping[Veld, str] = {
    Veld.PERIODE: "Periode",
    Veld.INLEIDING: "Inleiding",
    Veld.TITEL: "Doel",
    Veld.RESULTAAT: "Beoogd resultaat",
    Veld.PRIORITEIT: "Prioriteit",
    Veld.DOMEIN: "Domein",
    Veld.PARTNERS: "Partners",
    Veld.KENGETAL: "Kengetal",
    Veld.EENHEID: "Eenheid",
    Veld.BRON: "Bron",
    Veld.NULMETING: "Nulmeting",
    Veld.NULMETING_JAAR: "Jaar van de nulmeting",
    Veld.STREEFWAARDE: "Streefwaarde",
    Veld.STREEFJAAR: "Streefjaar",
}

INVOER_NAMEN: Mapping[str, str] = {
    "van_jaar": "eerste jaar",
    "tot_jaar": "laatste jaar",
    "inleiding": "inleiding",
    "reden": "reden",
    "titel": "doel",
    "resultaat": "beoogd resultaat",
    "prioriteit": "prioriteit",
    "domein": "domein",
    "partners": "partners",
    "indicatoren": "indicatoren",
}

NAMEN = (DOMEIN_NAMEN, STATUS_NAMEN, PRIORITEIT_NAMEN, OORDEEL_NAMEN, VELD_NAMEN)

_DOMEINEN = tuple(Domein)
_PRIORITEITEN = tuple(Prioriteit)


def place_of(domein: Domein, prioriteit: Prioriteit, volgorde: int) -> tuple[int, int, int]:
    """Return where a goal stands: by domein, then what matters most, then as it was put."""
    return _DOMEINEN.index(domein), _PRIORITEITEN.index(prioriteit), volgorde


def check_versie(gegevens: VersieGegevens, *, nummer: int) -> None:
    """Raise unless the period is four or five years and a herijking has its reason."""
    if not EERSTE_JAAR <= gegevens.van_jaar <= LAATSTE_JAAR:
        raise InvalidInputError(
            f"Kies een eerste jaar van {EERSTE_JAAR} tot en met {LAATSTE_JAAR}.", field="van_jaar"
        )
    if not MIN_JAREN <= gegevens.tot_jaar - gegevens.van_jaar + 1 <= MAX_JAREN:
        raise InvalidInputError(
            "Een gebiedsopgave geldt vier of vijf jaar. Kies een ander laatste jaar.",
            field="tot_jaar",
        )
    if nummer > 1 and is_blank(gegevens.reden):
        raise InvalidInputError("Schrijf waarom u de opgave herijkt.", field="reden")


def overlaps(van_jaar: int, tot_jaar: int, periodes: Iterable[tuple[int, int]]) -> bool:
    """Tell whether a period shares more than its first or last year with another."""
    return any(van_jaar < tot and van < tot_jaar for van, tot in periodes)


def check_doel(doel: DoelGegevens) -> None:
    """Raise unless the goal can be kept: it has a title, and figures that can be reached."""
    if is_blank(doel.titel):
        raise InvalidInputError("Schrijf het doel in één zin.", field="titel")
    for indicator in doel.indicatoren:
        check_indicator(indicator)


def check_indicator(indicator: IndicatorGegevens) -> None:
    """Raise unless the years of a figure can be, the target after the baseline."""
    naam = indicator.naam
    for field in ("nulmeting_jaar", "streefjaar"):
        if getattr(indicator, field) not in CIJFER_JAREN:
            eerste, laatste = CIJFER_JAREN[0], CIJFER_JAREN[-1]
            raise InvalidInputError(
                f"Kies bij “{naam}” jaren van {eerste} tot en met {laatste}.", field=field
            )
    if indicator.streefjaar <= indicator.nulmeting_jaar:
        raise InvalidInputError(
            f"Kies bij “{naam}” een streefjaar na het jaar van de nulmeting.", field="streefjaar"
        )


def check_vaststellen(
    doelen: Sequence[DoelGegevens], besluit: Besluit, *, vandaag: date, niet_voor: date | None
) -> None:
    """Raise unless these goals can be adopted by this decision."""
    if not doelen:
        raise InvalidInputError("Zet eerst minstens één doel in het concept.")
    zonder = [doel.titel for doel in doelen if is_blank(doel.resultaat)]
    if zonder:
        namen = "”, “".join(zonder)
        raise InvalidInputError(f"Schrijf eerst het beoogde resultaat bij “{namen}”.")
    if is_blank(besluit.nummer):
        raise InvalidInputError("Vul het nummer van het besluit in.", field="besluitnummer")
    if besluit.datum > vandaag:
        raise InvalidInputError(
            "De datum van het besluit ligt in de toekomst. Stel de opgave vast als het besluit"
            " is genomen.",
            field="vastgesteld_op",
        )
    if besluit.datum < (niet_voor or date(EERSTE_JAAR, 1, 1)):
        raise InvalidInputError(
            "De datum van het besluit ligt voor het vorige besluit. Controleer de datum.",
            field="vastgesteld_op",
        )
