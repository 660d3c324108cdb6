"""Where the mails point to, and the words that depend on what they tell. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from participatie.inzendingen.types import InzendingId, InzendingSoort, KoppelingSoort

PADEN: Mapping[InzendingSoort, str] = {InzendingSoort.INITIATIEF: "/initiatieven/{id}"}


def path_of(soort: InzendingSoort, inzending_id: InzendingId) -> str:
    """Return the address of the page of an inzending."""
    return PADEN[soort].format(id=inzending_id)


@dataclass(frozen=True)
class Koppelwoorden:
    """What a mail about a link is called, and what the link means for the sender."""

    onderwerp: str
    betekenis: str


VINDBAAR = (
    "Staat uw idee op de site, dan vindt iedereen het ook bij dit project. "
    "Aan uw idee zelf verandert niets."
)
ZICHTBAAR = "Staat uw idee op de site, dan leest iedereen dit daar ook. "
GEEN_BESLUIT = "Dit is geen besluit over uw idee. Ziet u het anders? Neem dan contact met ons op."

KOPPELWOORDEN: Mapping[KoppelingSoort, Koppelwoorden] = {
    KoppelingSoort.ONDERDEEL_VAN: Koppelwoorden("Uw idee hoort nu bij een project", VINDBAAR),
    KoppelingSoort.AANVULLING_OP: Koppelwoorden("Uw idee vult een project aan", VINDBAAR),
    KoppelingSoort.AANLEIDING_VOOR: Koppelwoorden(
        "Uw idee is de aanleiding voor een project", VINDBAAR
    ),
    KoppelingSoort.DUBBEL_MET: Koppelwoorden(
        "Er is al een project voor wat u voorstelt",
        f"Wat u wilt, gebeurt volgens ons al in dit project. {ZICHTBAAR}{GEEN_BESLUIT}",
    ),
    KoppelingSoort.STRIJDIG_MET: Koppelwoorden(
        "Uw idee gaat niet samen met een project",
        f"Uw idee en dit project kunnen niet allebei zo doorgaan. {ZICHTBAAR}{GEEN_BESLUIT}",
    ),
}


def contact_in_words(naam: str, functie: str) -> str:
    """Return who can be asked; a function that the name already says is not said again."""
    if functie.casefold() in naam.casefold():
        return naam
    return f"{naam}, {functie}"
