"""Which known word someone meant by a mistyped one. Pure."""

from collections.abc import Iterable

KORT = 4
LANG = 7


def variants_of(word: str) -> frozenset[str]:
    """Return a word and all that is left when one letter goes: two words near each other meet."""
    return frozenset((word, *(word[:place] + word[place + 1 :] for place in range(len(word)))))


def most_distance(word: str) -> int:
    """Return how many letters may be wrong: in a short word one, in a longer one two."""
    if len(word) < KORT:
        return 0
    return 1 if len(word) < LANG else 2


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters to add, leave out, change or swap; more than `most` is most + 1."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        above, before, row = before, row, [place]
        for column, other_letter in enumerate(other, 1):
            cost = min(
                before[column] + 1,
                row[column - 1] + 1,
                before[column - 1] + (letter != other_letter),
            )
            if (
                place > 1
                and column > 1
                and letter == other[column - 2]
                and (one[place - 2] == other_letter)
            ):
                cost = min(cost, above[column - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def choose_word(word: str, known: Iterable[tuple[str, int]]) -> str | None:
    """Return the nearest known word: then the one that stands most often, then by alphabet."""
    most = most_distance(word)
    near = (
        (distance(word, other, most), other[0] != word[0], -aantal, other)
        for other, aantal in known
    )
    best = min((one for one in near if 0 < one[0] <= most), default=None)
    return best[3] if best else None


def wider_variants_of(word: str) -> list[str]:
    """Return the variants of a word, for a longer one also with two letters left out."""
    once = variants_of(word)
    if most_distance(word) == 1:
        return sorted(once)
    return sorted(once.union(*(variants_of(one) for one in once)))
