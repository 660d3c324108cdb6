"""How much documents look like a text: by the words they share, rare words most. Pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import log2, sqrt

from participatie.core.stammen import is_telling, split_words, stems_of
from participatie.zoeken.rules import IN_TEKST, IN_TITEL

WOORDEN_MAX = 200
GEVRAAGD_MAX = 10
BEKEKEN_MAX = 800
LETTERS_MIN = 3
IN_TITEL_KEER = 2
LEAST = 0.25
LEAST_GEDEELD = 2


def stammen_of(tekst: str) -> Sequence[str]:
    """Return the plainest stem of each telling word of a text, each once, in their order."""
    words = (word for word in split_words(tekst) if is_telling(word) and len(word) >= LETTERS_MIN)
    return list(dict.fromkeys(stems_of(word)[0] for word in words))[:WOORDEN_MAX]


def choose_rare(aantallen: Mapping[str, int]) -> Sequence[str]:
    """Return the rarest stems that together stand in no more documents than can be looked at."""
    chosen: list[str] = []
    seen = 0
    for stam, aantal in sorted(aantallen.items(), key=lambda pair: (pair[1], pair[0])):
        seen += aantal
        if chosen and (seen > BEKEKEN_MAX or len(chosen) == GEVRAAGD_MAX):
            break
        chosen.append(stam)
    return chosen


def weights_of(stammen: Iterable[str], aantallen: Mapping[str, int]) -> Mapping[str, float]:
    """Return how much each stem says: a rare one more; one that stands nowhere as a rare one."""
    return {stam: 1 / (1 + log2(max(1, aantallen.get(stam, 1)))) for stam in stammen}


def gelijkenis_of(weights: Mapping[str, float], termen: Collection[str]) -> float:
    """Return from 0 to 1 how much a document with these terms looks like a weighted text."""
    shared = [stam for stam in weights if IN_TEKST + stam in termen]
    if len(shared) < min(LEAST_GEDEELD, len(weights)):
        return 0.0
    there = sum(term.startswith(IN_TEKST) for term in termen)
    found = sum(
        weights[stam] * (IN_TITEL_KEER if IN_TITEL + stam in termen else 1) for stam in shared
    )
    total = sum(weights.values())
    return min(1.0, found / total * sqrt(len(weights) / max(there, len(weights))))
