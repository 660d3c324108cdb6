"""The rules of the desk: outcomes, grounds, terms and equal treatment. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from participatie.core.errors import InvalidInputError
from participatie.inzendingen.types import Status
from participatie.moderation.types import Bak, Grondwoorden, Meerderheid, Uitkomst, Urgentie

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
MEERDERHEID_VANAF = 0.6

STATUS_NA: Mapping[Uitkomst, Status] = {
    Uitkomst.PUBLICEREN: Status.GEPUBLICEERD,
    Uitkomst.AANPASSEN: Status.AANPASSEN,
    Uitkomst.AFWIJZEN: Status.AFGEWEZEN,
}

BAK_STATUSSEN: Mapping[Bak, frozenset[Status]] = {
    Bak.NIEUW: frozenset({Status.INGEDIEND}),
    Bak.BIJNA: frozenset({Status.INGEDIEND}),
    Bak.TE_LAAT: frozenset({Status.INGEDIEND}),
    Bak.WACHT: frozenset({Status.AANPASSEN}),
    Bak.AFGEHANDELD: frozenset({Status.GEPUBLICEERD, Status.AFGEWEZEN, Status.INGETROKKEN}),
}

LOOPT = frozenset({Bak.NIEUW, Bak.BIJNA, Bak.TE_LAAT})
"""The trays in which a term runs."""

KOPPELBAAR = frozenset({Status.INGEDIEND, Status.AANPASSEN, Status.GEPUBLICEERD, Status.AFGEWEZEN})


def outcomes_for(status: Status, *, onbekeken: bool = False) -> tuple[Uitkomst, ...]:
    """Return what can be decided about an inzending with this status."""
    return tuple(Uitkomst) if status is Status.INGEDIEND or onbekeken else ()


def check_grond(grond: Grondwoorden | None) -> Grondwoorden:
    """Return the ground, or raise when none was found that belongs to the outcome."""
    if grond is None:
        raise InvalidInputError("Kies een grond die bij uw besluit hoort.", field="grond")
    return grond


def check_reden(reden: str) -> str:
    """Return the reason of a decision without surrounding space, or raise.

    Some standard texts end in a colon: the rest is for whoever decides to write.
    """
    found = _text_between(reden, REDEN_MIN_LENGTH, REDEN_MAX_LENGTH)
    if found.endswith(":"):
        raise InvalidInputError("Maak de laatste zin van uw reden af.", field="reden")
    return found


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


def majority(eerdere: Sequence[Uitkomst]) -> Meerderheid | None:
    """Return how most comparable decisions went; None where there are few or they differ.

    Asking for a change is never an outcome to compare with: the answer is still to come.
    """
    final = [eerder for eerder in eerdere if eerder is not Uitkomst.AANPASSEN]
    if len(final) < VERGELIJKBAAR_MINIMUM:
        return None
    most, number = Counter(final).most_common(1)[0]
    if number / len(final) < MEERDERHEID_VANAF:
        return None
    return Meerderheid(uitkomst=most, aantal=number, totaal=len(final))


def deviation(uitkomst: Uitkomst, eerdere: Sequence[Uitkomst]) -> Meerderheid | None:
    """Return how most comparable decisions went, when this one goes another way."""
    most = majority(eerdere)
    if most is None or uitkomst in {Uitkomst.AANPASSEN, most.uitkomst}:
        return None
    return most
