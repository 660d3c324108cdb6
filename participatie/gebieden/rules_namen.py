"""Names of gebieden: which two are the same, and what they become in an address. Pure."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping

# Stadsdelen have no official code or file; these are the names as the gemeente writes them.
STADSDELEN: Mapping[str, tuple[str, ...]] = {
    "GM0392": ("Centrum", "Noord", "Oost", "Schalkwijk", "Zuid-West"),
}
EXACT_BELOW = 5  # a shorter name must be the same: one letter makes another word of it
LETTERS_PER_TYPO = 7


def slug_of(naam: str) -> str:
    """Return the name as it stands in an address: `Zuid-West` becomes `zuid-west`."""
    plain = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "gebied"


def normalised(naam: str) -> str:
    """Return the name without case, accents, spaces and signs."""
    return slug_of(naam).replace("-", "")


def free_slug(naam: str, niveau: str, code: str, taken: Collection[str]) -> str:
    """Return an address for a new gebied that no other has."""
    slug = slug_of(naam)
    for candidate in (slug, f"{slug}-{niveau}"):
        if candidate not in taken:
            return candidate
    return f"{slug}-{slug_of(code)}"


def stadsdeel_code(stad_code: str, naam: str) -> str:
    """Return our own code for a stadsdeel, which follows from its name."""
    return f"SD{stad_code[2:]}-{normalised(naam).upper()}"[:20]


def closest_name(naam: str, known: Iterable[str]) -> str | None:
    """Return the known name that is meant; None when there is none, or more than one."""
    wanted = normalised(naam)
    distances = {name: edit_distance(wanted, normalised(name)) for name in known}
    same = [name for name, distance in distances.items() if distance == 0]
    if same:
        return same[0]
    allowed = len(wanted) // LETTERS_PER_TYPO + 1 if len(wanted) >= EXACT_BELOW else 0
    near = [name for name, distance in distances.items() if distance <= allowed]
    return near[0] if len(near) == 1 else None


def edit_distance(one: str, other: str) -> int:
    """Return how many letters must be added, removed or changed."""
    before = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        current = [row]
        for column, another in enumerate(other, start=1):
            changed = before[column - 1] + (letter != another)
            current.append(min(before[column] + 1, current[-1] + 1, changed))
        before = current
    return before[-1]


def search_score(query: str, naam: str) -> int | None:
    """Return how far a name is from what someone typed; None when it is not meant.

    0 is the same, 1 starts with it, 2 has a word that starts with it, 3 holds it, and from 4 on
    there are typing errors.
    """
    wanted, found = normalised(query), normalised(naam)
    if not wanted:
        return None
    words = slug_of(naam).split("-")
    exact = (
        wanted == found,
        found.startswith(wanted),
        any(word.startswith(wanted) for word in words),
        wanted in found,
    )
    if any(exact):
        return exact.index(True)
    return _typos(wanted, (found, *words))


def _typos(wanted: str, candidates: Iterable[str]) -> int | None:
    if len(wanted) < EXACT_BELOW:
        return None
    allowed = len(wanted) // LETTERS_PER_TYPO + 1
    lengths = range(len(wanted) - 1, len(wanted) + 2)
    heads = {
        part[:length]
        for part in candidates
        if len(part) >= len(wanted) - allowed
        for length in lengths
    }
    distance = min((edit_distance(wanted, head) for head in heads), default=allowed + 1)
    return 4 + distance if distance <= allowed else None
