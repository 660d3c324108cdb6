"""What a ground or point of the afwegingskader must look like. Pure."""

import re
import unicodedata
from collections.abc import Collection, Iterable

from participatie.core.errors import InvalidInputError
from participatie.moderation.types import Uitkomst

NAAM_MAX_LENGTH = 80
UITLEG_MIN_LENGTH = 10
UITLEG_MAX_LENGTH = 400
SLEUTEL_MAX_LENGTH = 40


def check_naam(naam: str) -> str:
    """Return the name on one line, or raise."""
    found = " ".join(naam.split())
    if not found or len(found) > NAAM_MAX_LENGTH:
        raise InvalidInputError(
            f"Vul een naam in van ten hoogste {NAAM_MAX_LENGTH} tekens.", field="naam"
        )
    return found


def check_uitleg(uitleg: str) -> str:
    """Return the explanation on one line, or raise: residents read it."""
    found = " ".join(uitleg.split())
    if not UITLEG_MIN_LENGTH <= len(found) <= UITLEG_MAX_LENGTH:
        raise InvalidInputError(
            f"Leg dit uit in {UITLEG_MIN_LENGTH} tot {UITLEG_MAX_LENGTH} tekens.",
            field="uitleg",
        )
    return found


def check_uitkomsten(uitkomsten: Collection[Uitkomst]) -> list[str]:
    """Return the outcomes in their own order, or raise when there is none."""
    found = [one.value for one in Uitkomst if one in uitkomsten]
    if not found:
        raise InvalidInputError("Kies bij welk besluit deze grond hoort.", field="uitkomsten")
    return found


def check_every_outcome_has_one(gronden: Iterable[Collection[str]]) -> None:
    """Raise when an outcome would be left without a ground."""
    left = {uitkomst for uitkomsten in gronden for uitkomst in uitkomsten}
    if any(uitkomst.value not in left for uitkomst in Uitkomst):
        raise InvalidInputError(
            "Dit is de laatste grond bij een besluit. Voeg eerst een andere toe."
        )


def sleutel_of(naam: str) -> str:
    """Return the key by which a ground stays known, whatever its words become."""
    plain = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:SLEUTEL_MAX_LENGTH].strip("-")
