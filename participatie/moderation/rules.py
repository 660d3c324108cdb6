"""The rules of the desk: outcomes, grounds, terms and equal treatment. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from participatie.core.errors import InvalidInputError
from participatie.inzendingen.types import Status
from participatie.moderation.types import Afwijking, Bak, Grond, Uitkomst, Urgentie

REDEN_MIN_LENGTH = 20
REDEN_MAX_LENGTH = 3_000
KOPPEL_REDEN_MIN_LENGTH = 10
KOPPEL_REDEN_MAX_LENGTH = 1_000
NOTITIE_MAX_LENGTH = 2_000
BIJNA_DAGEN = 3
DAGEN_PER_WEEK = 7
WEKEN_VANAF_DAGEN = 14
VERGELIJKBAAR_AANTAL = 5
VERGELIJKBAAR_MINIMUM = 3
AFWIJKING_VANAF = 0.6

STATUS_NA: Mapping[Uitkomst, Status] = {
    Uitkomst.PUBLICEREN: Status.GEPUBLICEERD,
    Uitkomst.AANPASSEN: Status.AANPASSEN,
    Uitkomst.AFWIJZEN: Status.AFGEWEZEN,
}

BAK_STATUSSEN: Mapping[Bak, frozenset[Status]] = {
    Bak.NIEUW: frozenset({Status.INGEDIEND}),
    Bak.TE_LAAT: frozenset({Status.INGEDIEND}),
    Bak.WACHT: frozenset({Status.AANPASSEN}),
    Bak.AFGEHANDELD: frozenset({Status.GEPUBLICEERD, Status.AFGEWEZEN, Status.INGETROKKEN}),
}

KOPPELBAAR = frozenset({Status.INGEDIEND, Status.AANPASSEN, Status.GEPUBLICEERD, Status.AFGEWEZEN})

GRONDEN: Mapping[Uitkomst, tuple[Grond, ...]] = {
    Uitkomst.PUBLICEREN: (Grond.PAST_IN_GEBIED, Grond.SLUIT_AAN_BIJ_PLAN),
    Uitkomst.AANPASSEN: (
        Grond.ONDUIDELIJK,
        Grond.PLEK_ONTBREEKT,
        Grond.PERSOONSGEGEVENS,
        Grond.ONGEPAST,
    ),
    Uitkomst.AFWIJZEN: (
        Grond.NIET_BEVOEGD,
        Grond.STRIJDIG_MET_REGELS,
        Grond.AL_GEPLAND,
        Grond.MELDING,
        Grond.ONGEPAST,
        Grond.RECLAME,
    ),
}


def outcomes_for(status: Status) -> tuple[Uitkomst, ...]:
    """Return what can be decided about an inzending with this status."""
    return tuple(Uitkomst) if status is Status.INGEDIEND else ()


def gronden_for(uitkomst: Uitkomst) -> tuple[Grond, ...]:
    """Return the grounds that belong to this outcome."""
    return GRONDEN[uitkomst]


def check_grond(uitkomst: Uitkomst, grond: Grond) -> None:
    """Raise unless the ground belongs to the outcome."""
    if grond not in GRONDEN[uitkomst]:
        raise InvalidInputError("Kies een grond die bij uw besluit hoort.", field="grond")


def check_reden(reden: str) -> str:
    """Return the reason of a decision without surrounding space, or raise."""
    return _text_between(reden, REDEN_MIN_LENGTH, REDEN_MAX_LENGTH)


def check_koppel_reden(reden: str) -> str:
    """Return the reason of a link without surrounding space, or raise."""
    return _text_between(reden, KOPPEL_REDEN_MIN_LENGTH, KOPPEL_REDEN_MAX_LENGTH)


def _text_between(text: str, shortest: int, longest: int) -> str:
    found = text.strip()
    if len(found) < shortest:
        raise InvalidInputError(
            f"Schrijf een reden van ten minste {shortest} tekens.", field="reden"
        )
    if len(found) > longest:
        raise InvalidInputError(
            f"Maak de reden korter: ten hoogste {longest} tekens.", field="reden"
        )
    return found


def check_notitie(tekst: str) -> str:
    """Return the text of an internal note without surrounding space, or raise."""
    found = tekst.strip()
    if not found:
        raise InvalidInputError("Schrijf eerst een notitie.", field="tekst")
    if len(found) > NOTITIE_MAX_LENGTH:
        raise InvalidInputError(
            f"Maak de notitie korter: ten hoogste {NOTITIE_MAX_LENGTH} tekens.", field="tekst"
        )
    return found


def urgency(reactie_voor: date, vandaag: date) -> Urgentie:
    """Tell how much time is left."""
    left = (reactie_voor - vandaag).days
    if left < 0:
        return Urgentie.TE_LAAT
    return Urgentie.BIJNA if left <= BIJNA_DAGEN else Urgentie.OP_TIJD


def term_in_words(reactie_voor: date, vandaag: date) -> str:
    """Return how much time is left, in words."""
    left = (reactie_voor - vandaag).days
    if left < 0:
        return f"{_days(-left)} te laat"
    return f"nog {_days(left)}" if left else "vandaag"


def age_in_words(dag: date, vandaag: date) -> str:
    """Return how long ago a day was, in words."""
    ago = (vandaag - dag).days
    if ago <= 0:
        return "vandaag"
    if ago == 1:
        return "gisteren"
    if ago < WEKEN_VANAF_DAGEN:
        return f"{_days(ago)} geleden"
    return f"{ago // DAGEN_PER_WEEK} weken geleden"


def _days(number: int) -> str:
    return "1 dag" if number == 1 else f"{number} dagen"


def deviation(uitkomst: Uitkomst, eerdere: Sequence[Uitkomst]) -> Afwijking | None:
    """Return how a decision differs from most comparable ones; None where it does not.

    Asking for a change is never an outcome to compare with: the answer is still to come.
    """
    if uitkomst is Uitkomst.AANPASSEN:
        return None
    final = [eerder for eerder in eerdere if eerder is not Uitkomst.AANPASSEN]
    if len(final) < VERGELIJKBAAR_MINIMUM:
        return None
    most, number = Counter(final).most_common(1)[0]
    if most is uitkomst or number / len(final) < AFWIJKING_VANAF:
        return None
    return Afwijking(uitkomst=most, aantal=number, totaal=len(final))


UITKOMST_NAMEN: Mapping[Uitkomst, str] = {
    Uitkomst.PUBLICEREN: "Publiceren",
    Uitkomst.AANPASSEN: "Om aanpassing vragen",
    Uitkomst.AFWIJZEN: "Afwijzen",
}

UITKOMST_UITLEG: Mapping[Uitkomst, str] = {
    Uitkomst.PUBLICEREN: "Iedereen kan het initiatief daarna zien, op de kaart en in de lijst.",
    Uitkomst.AANPASSEN: "De indiener past de tekst aan en stuurt hem opnieuw in.",
    Uitkomst.AFWIJZEN: "Het initiatief komt niet op de site. De indiener leest waarom.",
}

UITKOMST_GEDAAN: Mapping[Uitkomst, str] = {
    Uitkomst.PUBLICEREN: "gepubliceerd",
    Uitkomst.AANPASSEN: "teruggestuurd voor een aanpassing",
    Uitkomst.AFWIJZEN: "afgewezen",
}

BAK_NAMEN: Mapping[Bak, str] = {
    Bak.NIEUW: "Te behandelen",
    Bak.TE_LAAT: "Te laat",
    Bak.WACHT: "Wacht op indiener",
    Bak.AFGEHANDELD: "Afgehandeld",
}

GROND_NAMEN: Mapping[Grond, str] = {
    Grond.PAST_IN_GEBIED: "Past in het gebied",
    Grond.SLUIT_AAN_BIJ_PLAN: "Sluit aan bij een plan",
    Grond.ONDUIDELIJK: "Nog niet duidelijk",
    Grond.PLEK_ONTBREEKT: "De plek ontbreekt",
    Grond.PERSOONSGEGEVENS: "Gegevens van personen",
    Grond.NIET_BEVOEGD: "De gemeente gaat hier niet over",
    Grond.STRIJDIG_MET_REGELS: "Mag niet volgens de regels",
    Grond.AL_GEPLAND: "Staat al gepland",
    Grond.MELDING: "Is een melding",
    Grond.ONGEPAST: "Ongepaste tekst of foto",
    Grond.RECLAME: "Is reclame",
}

GROND_UITLEG: Mapping[Grond, str] = {
    Grond.PAST_IN_GEBIED: "Het initiatief is duidelijk en past bij deze plek.",
    Grond.SLUIT_AAN_BIJ_PLAN: "Het initiatief hoort bij iets wat hier al gepland is.",
    Grond.ONDUIDELIJK: "Er staat nog niet duidelijk in wat de indiener wil.",
    Grond.PLEK_ONTBREEKT: "Het is nog niet duidelijk om welke plek het gaat.",
    Grond.PERSOONSGEGEVENS: "In de tekst of op een foto staan gegevens van een persoon.",
    Grond.NIET_BEVOEGD: "Een ander dan de gemeente beslist hierover.",
    Grond.STRIJDIG_MET_REGELS: "Een wet of een regel van de gemeente staat dit niet toe.",
    Grond.AL_GEPLAND: "De gemeente of een partner gaat dit al doen.",
    Grond.MELDING: "Het gaat om iets wat stuk of vies is. Dat lost de gemeente sneller op.",
    Grond.ONGEPAST: "De tekst of een foto beledigt of bedreigt iemand.",
    Grond.RECLAME: "Het gaat om de verkoop van een product of dienst.",
}

STANDAARDTEKSTEN: Mapping[tuple[Uitkomst, Grond], str] = {
    (Uitkomst.PUBLICEREN, Grond.PAST_IN_GEBIED): (
        "Uw initiatief is duidelijk en past bij deze plek. Daarom staat het nu op de site. "
        "Andere bewoners kunnen het lezen."
    ),
    (Uitkomst.PUBLICEREN, Grond.SLUIT_AAN_BIJ_PLAN): (
        "Uw initiatief sluit aan bij iets wat hier al gepland is. Daarom staat het nu op de "
        "site, met een verwijzing naar dat plan."
    ),
    (Uitkomst.AANPASSEN, Grond.ONDUIDELIJK): (
        "Wij begrijpen nog niet goed wat u wilt. Wilt u schrijven wat u precies wilt doen, "
        "en wie dat gaat doen?"
    ),
    (Uitkomst.AANPASSEN, Grond.PLEK_ONTBREEKT): (
        "Wij weten nog niet om welke plek het gaat. Wilt u de plek op de kaart aanwijzen, "
        "of de straat erbij schrijven?"
    ),
    (Uitkomst.AANPASSEN, Grond.PERSOONSGEGEVENS): (
        "In uw tekst of op uw foto staan gegevens van een persoon. Die mogen niet op de site. "
        "Wilt u die weghalen?"
    ),
    (Uitkomst.AANPASSEN, Grond.ONGEPAST): (
        "Een deel van uw tekst kan iemand beledigen. Wilt u dat deel anders opschrijven?"
    ),
    (Uitkomst.AFWIJZEN, Grond.NIET_BEVOEGD): (
        "De gemeente gaat hier niet over. Daarom kunnen wij uw initiatief niet behandelen. "
        "Hier kunt u wel terecht: "
    ),
    (Uitkomst.AFWIJZEN, Grond.STRIJDIG_MET_REGELS): (
        "Uw initiatief mag niet volgens de regels. Het gaat om deze regel: "
    ),
    (Uitkomst.AFWIJZEN, Grond.AL_GEPLAND): (
        "Wat u voorstelt, staat al gepland. Daarom nemen wij het niet apart op. "
        "U vindt het plan hier: "
    ),
    (Uitkomst.AFWIJZEN, Grond.MELDING): (
        "Uw bericht gaat over iets wat stuk of vies is. Doe daarvan een melding bij de "
        "gemeente. Dan wordt het sneller opgelost."
    ),
    (Uitkomst.AFWIJZEN, Grond.ONGEPAST): (
        "Uw tekst of foto beledigt of bedreigt iemand. Daarom komt uw initiatief niet op de site."
    ),
    (Uitkomst.AFWIJZEN, Grond.RECLAME): (
        "Uw bericht is reclame voor een product of een dienst. Daarvoor is deze site niet bedoeld."
    ),
}


def standard_text(uitkomst: Uitkomst, grond: Grond) -> str:
    """Return the text to start a reason with; empty where the ground does not fit."""
    return STANDAARDTEKSTEN.get((uitkomst, grond), "")
