"""Of which source a row of a file is. Pure.

A file that was made here names the source of each row in a column. Such a file is not the word of
a source: it says what the register said, with what someone changed in it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from participatie.uitwisseling.rules_lezer import text_of
from participatie.uitwisseling.types import RuweRij

BRONKOLOM = "bronsysteem"
VAN_HIER = frozenset({"id", BRONKOLOM, "sleutel", "gebied_namen"})
"""The columns by which a file that was made here is known."""


def is_van_hier(kolommen: Iterable[str]) -> bool:
    """Tell whether a file was made by our own export."""
    return set(kolommen) >= VAN_HIER


def bron_of(rij: RuweRij, bron: str) -> str:
    """Return the source that a row names, or else the one that was chosen for the file."""
    return text_of(rij.waarden.get(BRONKOLOM)) or bron


def by_bron(rijen: Iterable[RuweRij], bron: str) -> Mapping[str, Sequence[RuweRij]]:
    """Return the rows of a file by their source."""
    found: dict[str, list[RuweRij]] = defaultdict(list)
    for rij in rijen:
        found[bron_of(rij, bron)].append(rij)
    return found


def waarom_van_ander(bron: str, *, eigen: str) -> str:
    """Return why a row of a source that is someone else's is passed over."""
    return f"Hoort bij bron {bron}. U leest hier alleen rijen van {eigen} in."


def waarom_onbekend(bron: str) -> str:
    """Return why a row of another source, that is not in the register, is passed over."""
    return (
        f"Hoort bij bron {bron} en is daar niet bekend. "
        f"Nieuw? Lees het bestand dan in met {bron} als systeem."
    )


def waarom_elders(bron: str) -> str:
    """Return why a row of another source in a gebied of others is passed over."""
    return f"Hoort bij bron {bron}, in een gebied waar u geen projecten beheert."
