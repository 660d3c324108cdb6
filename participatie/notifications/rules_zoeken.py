"""Which saved search finds what: the words of it, and how they are kept. Pure."""

import re
import unicodedata
from collections.abc import Iterable

ACCENTS = re.compile("[\u0300-\u036f]")
STRAAL_MIN, STRAAL_MAX = 250, 3_000
STRALEN = (250, 500, 750, 1_000, 1_500, 2_000, 3_000)
MEESTE_BUURTEN = 5
MEESTE_ZOEKOPDRACHTEN = 25
NAAM_MAX_LENGTH = 60


def fold(text: str) -> str:
    """Return the text without accents and capitals."""
    if text.isascii():
        return text.lower()
    return ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold()))


def is_within(woorden: str, text: str) -> bool:
    """Tell whether all words (folded already) stand in the text."""
    return not woorden or all(word in text for word in woorden.split())


def barred(values: Iterable[str]) -> str:
    """Return the values between bars, so that one can be looked for."""
    found = sorted(values)
    return f"|{'|'.join(found)}|" if found else ""
