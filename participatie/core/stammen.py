"""Words as they are compared: without accents, cut back to their Dutch stem. Pure."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from threading import Lock

from snowballstemmer import stemmer

WOORD_MAX = 40
_WORD = re.compile(r"[a-z0-9]+")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l"})
_STEMMERS = tuple(stemmer(name) for name in ("dutch_porter", "dutch"))
"""Each misses words that the other finds, so a word has the stems of both."""
_one_at_a_time = Lock()

_STOP = (
    "aan af al alle allen als altijd andere ben bij binnen boven bent daar dan dat de deze die dit"
    " doch doen door dus een eens en er etc even ga gaan geen geweest haar had heb hebben heeft"
    " hem het hier hij hoe hun iemand iets ik in is ja je jij jouw jullie kan kon kunnen maar me"
    " meer men met mij mijn moet moeten na naar niet niets nog nu of om omdat ons onze ook op"
    " over reeds te tegen toch toen tot u uit uw van veel via voor waar want waren was wat we wel"
    " werd wie wij wil willen worden wordt zal ze zei zelf zich zij zijn zo zonder zou zoals"
    " mogen mag graag hele heel tussen onder"
)
STOPWOORDEN = frozenset(_STOP.split())


def fold(text: str) -> str:
    """Return a text in small letters without accents."""
    lower = text.casefold().translate(_LETTERS)
    decomposed = unicodedata.normalize("NFKD", lower)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def split_words(text: str) -> Sequence[str]:
    """Return the folded words of a text in their order, also the stop words."""
    return [word[:WOORD_MAX] for word in _WORD.findall(fold(text))]


def is_telling(word: str) -> bool:
    """Tell whether a folded word says what a text is about."""
    return word not in STOPWOORDEN and (len(word) > 1 or word.isdigit())


@lru_cache(maxsize=50_000)
def stems_of(word: str) -> tuple[str, ...]:
    """Return the stems of a folded word, the plainest first; the same one only once."""
    if not word.isalpha():
        return (word,)
    with _one_at_a_time:  # a stemmer keeps the word it works on in itself
        found = [str(one.stemWord(word)) or word for one in _STEMMERS]
    return tuple(dict.fromkeys(found))
