"""How documents and questions become terms, and how well one answers the other. Pure."""

from collections import Counter
from collections.abc import Collection, Sequence

from participatie.core.stammen import is_telling, split_words, stems_of
from participatie.core.tekst import without_control_characters
from participatie.zoeken.types import Document, Filters, Term, Vraag

VRAAG_MAX = 200
TERMEN_MAX = 8
TEKST_MAX = 10_000
TITEL_MAX = 300
VAAK = 3
PREFIX_MIN = 4

IN_TITEL, IN_TEKST, VAAK_IN_TEKST, KENMERK = "t", "s", "v", "k"
"""With what a term begins says where it stands, so that no word of a text can pose as another."""
TELT = {IN_TITEL: 10, IN_TEKST: 3, VAAK_IN_TEKST: 2}
BEGIN_TELT = 1
IN_DE_TITEL_BIJ_ELKAAR = 6


def make_termen(document: Document, gebied_ids: Collection[int]) -> str:
    """Return the terms by which a document is found; `gebied_ids` with all that lie above."""
    titel, tekst = split_words(document.titel), split_words(document.tekst)
    counts = Counter(stem for word in (*titel, *tekst) for stem in _stems(word))
    terms = {IN_TITEL + stem for word in titel for stem in _stems(word)}
    terms |= {IN_TEKST + stem for stem in counts}
    terms |= {VAAK_IN_TEKST + stem for stem, count in counts.items() if count >= VAAK}
    terms |= {kenmerk("gebied", gebied_id) for gebied_id in gebied_ids}
    terms |= {kenmerk("soort", document.onderwerp.soort)}
    if document.thema:
        terms.add(kenmerk("thema", document.thema))
    if document.jaren:
        van, tot = document.jaren
        terms |= {kenmerk("jaar", jaar) for jaar in range(van, min(tot, van + 30) + 1)}
    return " ".join(sorted(terms))


def _stems(word: str) -> tuple[str, ...]:
    return stems_of(word) if is_telling(word) else ()


def kenmerk(naam: str, waarde: object) -> str:
    """Return the term for a property of a document."""
    return f"{KENMERK}{naam}{''.join(split_words(str(waarde)))}"


def kenmerken_of(filters: Filters) -> tuple[str, ...]:
    """Return the terms that a document must have to pass the filters."""
    wanted = (
        ("soort", filters.soort),
        ("gebied", filters.gebied_id),
        ("thema", filters.thema),
        ("jaar", filters.jaar),
    )
    return tuple(kenmerk(naam, waarde) for naam, waarde in wanted if waarde is not None)


def read_vraag(tekst: str) -> Vraag:
    """Return what someone asks for: at most so many telling words, each once."""
    kept = without_control_characters(tekst[:VRAAG_MAX])
    words = list(dict.fromkeys(filter(is_telling, split_words(kept))))
    termen = tuple(Term(word, stems_of(word)) for word in words[:TERMEN_MAX])
    return Vraag(
        tekst=" ".join(kept.split()),
        termen=termen,
        ingekort=len(tekst) > VRAAG_MAX or len(words) > TERMEN_MAX,
    )


def score_of(vraag: Vraag, termen: Collection[str], titel: str) -> int:
    """Return how well a document with these terms answers the question."""
    score = sum(_score_of_term(term, termen) for term in vraag.termen)
    if len(vraag.termen) > 1 and _stands_together(vraag.termen, titel):
        score += IN_DE_TITEL_BIJ_ELKAAR
    return score


def _score_of_term(term: Term, termen: Collection[str]) -> int:
    score = 0
    for place, counts in TELT.items():
        if any(place + stam in termen for stam in term.stammen):
            score += counts
    return score or BEGIN_TELT


def _stands_together(termen: Sequence[Term], titel: str) -> bool:
    words = list(filter(is_telling, split_words(titel)))
    size = len(termen)
    return any(
        all(
            not set(stems_of(word)).isdisjoint(term.stammen)
            for word, term in zip(words[place : place + size], termen, strict=True)
        )
        for place in range(len(words) - size + 1)
    )


def prefix_of(term: Term) -> str | None:
    """Return the beginning by which longer words are found too: "speel" finds "speeltuin"."""
    if len(term.woord) < PREFIX_MIN:
        return None
    begins = [stam for stam in term.stammen if term.woord.startswith(stam)]
    return min((stam for stam in begins if len(stam) >= PREFIX_MIN), key=len, default=term.woord)


def woorden_of(titel: str, tekst: str) -> frozenset[str]:
    """Return the words of a document that may be suggested."""
    return frozenset(
        word
        for word in (*split_words(titel), *split_words(tekst))
        if len(word) >= PREFIX_MIN and word.isalpha() and is_telling(word)
    )
