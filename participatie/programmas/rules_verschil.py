"""What changed between two texts: only the sentences that did, word by word. Pure."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from participatie.programmas.types_geschiedenis import Stuk, StukSoort

ZINNEN = re.compile(r"(?<=[.!?])\s+|\s*\n\s*")
LIKE_ENOUGH = 0.35
"""Below this two sentences have so little in common that single words would only confuse."""


def compare_texts(oud: str, nieuw: str) -> tuple[Stuk, ...]:
    """Return what went and what came, with a gat for what stayed."""
    before, after = _sentences(oud), _sentences(nieuw)
    stukken: list[Stuk] = []
    for what, i1, i2, j1, j2 in SequenceMatcher(None, before, after).get_opcodes():
        if what == "equal":
            stukken.append(Stuk(StukSoort.GAT))
        else:
            stukken += _compare_words(" ".join(before[i1:i2]), " ".join(after[j1:j2]))
    return tuple(stukken) if any(stuk.soort is not StukSoort.GAT for stuk in stukken) else ()


def _compare_words(oud: str, nieuw: str) -> Iterator[Stuk]:
    before, after = oud.split(), nieuw.split()
    matcher = SequenceMatcher(None, before, after)
    if matcher.quick_ratio() < LIKE_ENOUGH or matcher.ratio() < LIKE_ENOUGH:
        yield from _pieces(before, after)
        return
    for what, i1, i2, j1, j2 in matcher.get_opcodes():
        if what == "equal":
            yield Stuk(StukSoort.GELIJK, " ".join(before[i1:i2]))
        else:
            yield from _pieces(before[i1:i2], after[j1:j2])


def _pieces(before: Sequence[str], after: Sequence[str]) -> Iterator[Stuk]:
    if before:
        yield Stuk(StukSoort.WEG, " ".join(before))
    if after:
        yield Stuk(StukSoort.ERBIJ, " ".join(after))


def _sentences(text: str) -> list[str]:
    return [" ".join(sentence.split()) for sentence in ZINNEN.split(text) if sentence.strip()]
