"""Which part of a text to show, with the words that were asked for marked. Pure."""

import re
from collections.abc import Iterator, Sequence

from participatie.core.stammen import split_words, stems_of
from participatie.zoeken.types import Deel, Term, Vraag

FRAGMENT_MAX = 220
VOORAF = 60
_WOORD = re.compile(r"[^\W_]+")
PREFIX_MIN = 4


def mark(tekst: str, vraag: Vraag) -> tuple[Deel, ...]:
    """Return a text in pieces; each word that was asked for is a piece of its own."""
    return tuple(_pieces(tekst, _hits(tekst, vraag)))


def make_fragment(tekst: str, vraag: Vraag) -> tuple[Deel, ...]:
    """Return the part around the first word that was asked for, or else the beginning."""
    plain = " ".join(tekst.split())
    hits = _hits(plain, vraag)
    begin = _word_begin(plain, max(0, hits[0][0] - VOORAF)) if hits else 0
    end = _word_end(plain, begin + FRAGMENT_MAX)
    shown = plain[begin:end]
    before, after = "… " if begin else "", " …" if end < len(plain) else ""
    inside = [(van - begin, tot - begin) for van, tot in hits if begin <= van and tot <= end]
    return _join((Deel(before), *_pieces(shown, inside), Deel(after)))


def _hits(tekst: str, vraag: Vraag) -> Sequence[tuple[int, int]]:
    return [
        found.span() for found in _WOORD.finditer(tekst) if _is_asked(found.group(), vraag.termen)
    ]


def _is_asked(woord: str, termen: Sequence[Term]) -> bool:
    words = split_words(woord)
    return any(
        not set(stems_of(word)).isdisjoint(term.stammen)
        or (len(term.woord) >= PREFIX_MIN and word.startswith(term.woord))
        for word in words
        for term in termen
    )


def _pieces(tekst: str, hits: Sequence[tuple[int, int]]) -> Iterator[Deel]:
    done = 0
    for begin, end in hits:
        if begin > done:
            yield Deel(tekst[done:begin])
        yield Deel(tekst[begin:end], gevonden=True)
        done = end
    if done < len(tekst):
        yield Deel(tekst[done:])


def _join(delen: Sequence[Deel]) -> tuple[Deel, ...]:
    return tuple(deel for deel in delen if deel.tekst)


def _word_begin(tekst: str, place: int) -> int:
    return tekst.rfind(" ", 0, place) + 1 if place else 0


def _word_end(tekst: str, place: int) -> int:
    if place >= len(tekst):
        return len(tekst)
    space = tekst.rfind(" ", 0, place)
    return space if space > place - VOORAF else place
