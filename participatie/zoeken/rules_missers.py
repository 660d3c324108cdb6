"""What is counted of a search in vain: plain words only, nothing of who asked. Pure."""

import re
from collections.abc import Iterable
from datetime import date

from participatie.zoeken.types import Filters, Mistelling, Vraag

WOORDEN_MAX = 5
LETTERS_MIN = 3
LENGTE_MAX = 120
TELEFOON_CIJFERS = 6
BEWAAR_DAGEN = 366
DELEN = 4
_PRIVATE = re.compile(r"@|www\.|https?:|\b\d{4}\s?[a-z]{2}\b", re.IGNORECASE)
"""Mail addresses, addresses of pages and postcodes: all of such a question stays out."""


def countable_words(vraag: Vraag) -> str | None:
    """Return what may be counted of a question, or None: nothing that looks like mail or phone."""
    digits = sum(letter.isdigit() for letter in vraag.tekst)
    if vraag.ingekort or digits >= TELEFOON_CIJFERS or _PRIVATE.search(vraag.tekst):
        return None
    words = [
        term.woord
        for term in vraag.termen
        if term.woord.isalpha() and len(term.woord) >= LETTERS_MIN
    ]
    return " ".join(sorted(words)[:WOORDEN_MAX])[:LENGTE_MAX] or None


def make_line(dag: date, woorden: str, filters: Filters) -> str:
    """Return a search in vain as a line of a file."""
    return f"{dag.isoformat()}\t{filters.gebied_id or 0}\t{filters.thema or ''}\t{woorden}\n"


def read_lines(lines: Iterable[str]) -> list[Mistelling]:
    """Return what the lines of a file say; a line that was cut off says nothing."""
    parts = (line.rstrip("\n").split("\t") for line in lines if line.endswith("\n"))
    return [
        Mistelling(date.fromisoformat(dag), woorden, int(gebied_id), thema)
        for dag, gebied_id, thema, woorden in (part for part in parts if len(part) == DELEN)
    ]
