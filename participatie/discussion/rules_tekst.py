"""What stands in a text: addresses, and what it is when written a little differently. Pure."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence

from participatie.discussion.types import Stukje

LINK = re.compile(r"https?://[^\s<>\"'`]+", re.IGNORECASE)
LOOKS_LIKE_LINK = re.compile(
    r"(?:https?://|www\.)\S+|\b[\w-]+\.(?:nl|com|net|org|eu|info|biz|shop|online|ru|xyz|top)\b\S*",
    re.IGNORECASE,
)
AFTER_LINK = ".,;:!?)]}'\"…"


def find_links(tekst: str) -> Sequence[str]:
    """Return everything that is, or looks like, an address of a page."""
    return LOOKS_LIKE_LINK.findall(tekst)


def split_links(tekst: str) -> tuple[Stukje, ...]:
    """Return the text in parts, of which only those with http or https can be opened."""
    parts: list[Stukje] = []
    begin = 0
    for match in LINK.finditer(tekst):
        adres = match[0].rstrip(AFTER_LINK)
        if match.start() > begin:
            parts.append(Stukje(tekst=tekst[begin : match.start()]))
        parts.append(Stukje(tekst=adres, adres=adres))
        begin = match.start() + len(adres)
    if begin < len(tekst):
        parts.append(Stukje(tekst=tekst[begin:]))
    return tuple(parts)


def normalise(tekst: str) -> str:
    """Return the letters and digits of a text: what stays when it is written differently."""
    plain = unicodedata.normalize("NFKD", tekst).casefold()
    return "".join(sign for sign in plain if sign.isalnum())


def digest_of(tekst: str) -> str:
    """Return by what the same text is known again."""
    plain = normalise(tekst) or tekst
    return hashlib.sha256(plain.encode()).hexdigest()
