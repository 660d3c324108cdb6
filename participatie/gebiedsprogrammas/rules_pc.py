"""The moments of the P&C cycle: when they are, and how much time is left. Pure."""

from collections.abc import Mapping
from datetime import date

from participatie.core.errors import InvalidInputError
from participatie.gebiedsprogrammas.types import Item
from participatie.gebiedsprogrammas.types_planning import Moment, PcSoort, PcTaak, Termijn

STANDAARD: Mapping[PcSoort, tuple[int, int]] = {
    PcSoort.JAARVERSLAG: (4, 1),
    PcSoort.KADERNOTA: (5, 1),
    PcSoort.BEGROTING: (10, 1),
}
"""The usual month and day."""

PC_NAMEN: Mapping[PcSoort, str] = {
    PcSoort.JAARVERSLAG: "Jaarverslag",
    PcSoort.KADERNOTA: "Kadernota",
    PcSoort.BEGROTING: "Programmabegroting",
}

PC_UITLEG: Mapping[PcSoort, str] = {
    PcSoort.JAARVERSLAG: (
        "Sluit de gebiedsprogramma's van het vorige jaar af: wat is ervan gekomen?"
    ),
    PcSoort.KADERNOTA: (
        "Werk het meerjarenprogramma bij: een concept voor het volgende jaar, en bij elk onderdeel"
        " geld en een doel."
    ),
    PcSoort.BEGROTING: "Stel de gebiedsprogramma's van het volgende jaar vast.",
}

TAAK_NAMEN: Mapping[PcTaak, str] = {
    PcTaak.CONCEPT_MAKEN: "Maak een concept",
    PcTaak.GELD_INVULLEN: "Vul geld in",
    PcTaak.DOEL_KIEZEN: "Kies een doel",
    PcTaak.VASTSTELLEN: "Stel vast",
    PcTaak.AFSLUITEN: "Sluit af met resultaten",
}

TERMIJN_NAMEN: Mapping[Termijn, str] = {
    Termijn.KLAAR: "Klaar",
    Termijn.TE_LAAT: "Te laat",
    Termijn.BINNENKORT: "Binnen 30 dagen",
    Termijn.LATER: "Later dit jaar",
}

NAMEN = (PC_NAMEN, TAAK_NAMEN, TERMIJN_NAMEN)
BINNENKORT_DAGEN = 30

PROGRAMMAJAAR: Mapping[PcSoort, int] = {
    PcSoort.JAARVERSLAG: -1,
    PcSoort.KADERNOTA: 1,
    PcSoort.BEGROTING: 1,
}
"""Which programme year a moment is about, seen from the year it is in."""


def usual_moment(soort: PcSoort, jaar: int) -> Moment:
    """Return a moment on its usual day."""
    return Moment(soort, jaar, date(jaar, *STANDAARD[soort]))


def check_datum(datum: date | None, jaar: int) -> date:
    """Return the day of a moment, or raise when it is not in its year."""
    if datum is None or datum.year != jaar:
        raise InvalidInputError(f"Vul een datum in het jaar {jaar} in.", field="datum")
    return datum


def termijn_of(datum: date, vandaag: date, *, open_taken: int) -> Termijn:
    """Tell how much time is left for a moment with so many tasks to do."""
    if not open_taken:
        return Termijn.KLAAR
    left = (datum - vandaag).days
    if left < 0:
        return Termijn.TE_LAAT
    return Termijn.BINNENKORT if left <= BINNENKORT_DAGEN else Termijn.LATER


def lacks_money(item: Item, jaren: range) -> bool:
    """Tell whether an item has no money in any of these years."""
    return not any(item.bedrag(jaar) for jaar in jaren)


def lacks(item: Item, taak: PcTaak, jaren: range) -> bool:
    """Tell whether this is to be done for an item."""
    if taak is PcTaak.GELD_INVULLEN:
        return lacks_money(item, jaren)
    return taak is PcTaak.DOEL_KIEZEN and item.doel_id is None


def tijd_in_woorden(dagen: int) -> str:
    """Return how far a day is from today, in words."""
    if dagen == 0:
        return "vandaag"
    aantal = f"{abs(dagen)} dag{'' if abs(dagen) == 1 else 'en'}"
    return f"nog {aantal}" if dagen > 0 else f"{aantal} geleden"
