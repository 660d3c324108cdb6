"""Standard texts: which words are filled in, and how. Pure.

Only the names below are replaced, once and as plain text: what a sender wrote is never read as a
template, and no standard text is the subject of a mail.
"""

import re
from collections.abc import Mapping

from participatie.core.errors import InvalidInputError

TEKST_MAX_LENGTH = 2_000
INVULWOORDEN: Mapping[str, str] = {
    "titel": "de titel van de inzending",
    "kenmerk": "het kenmerk, zoals 2026-00042",
    "gebied": "de naam van het gebied",
}
_WOORD = re.compile(r"\{([^{}]*)\}")


def fill_in(tekst: str, waarden: Mapping[str, str]) -> str:
    """Return the text with the known words filled in, in one pass."""

    def value(found: re.Match[str]) -> str:
        return waarden.get(found[1], found[0])

    return _WOORD.sub(value, tekst)


def check_tekst(tekst: str) -> str:
    """Return a standard text without surrounding space, or raise."""
    found = tekst.strip()
    if not found:
        raise InvalidInputError("Schrijf een tekst.", field="tekst")
    if len(found) > TEKST_MAX_LENGTH:
        raise InvalidInputError(
            f"Maak de tekst korter: ten hoogste {TEKST_MAX_LENGTH} tekens.", field="tekst"
        )
    unknown = [woord for woord in _WOORD.findall(found) if woord not in INVULWOORDEN]
    if unknown or "{" in _WOORD.sub("", found):
        known = ", ".join(f"{{{woord}}}" for woord in INVULWOORDEN)
        raise InvalidInputError(f"Gebruik tussen accolades alleen: {known}.", field="tekst")
    return found + (" " if found.endswith(":") else "")
