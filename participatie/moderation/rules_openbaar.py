"""Which numbers about decisions can be shown without pointing at one sender. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from participatie.moderation.types import Uitkomst

KLEINSTE_AANTAL = 5
"""Below this a number is not shown: one decision would say something of one sender."""

Uitkomsten = Mapping[Uitkomst, int]


@dataclass(frozen=True)
class Telling:
    """How many decisions there were of each outcome; None is hidden: fewer than five."""

    totaal: int | None
    uitkomsten: Mapping[Uitkomst, int | None]


def safe_count(aantal: int) -> int | None:
    """Return a number, or nothing when it is too small to show; zero points at nobody."""
    return None if 0 < aantal < KLEINSTE_AANTAL else aantal


def safe_telling(uitkomsten: Uitkomsten) -> Telling:
    """Hide what is too small, and as much beside it as keeps anyone from working it out."""
    counts = {uitkomst: uitkomsten.get(uitkomst, 0) for uitkomst in Uitkomst}
    totaal = sum(counts.values())
    if safe_count(totaal) is None:
        return Telling(None, dict.fromkeys(counts))
    hidden = [uitkomst for uitkomst, number in counts.items() if safe_count(number) is None]
    shown = sorted((number, uitkomst) for uitkomst, number in counts.items() if number)
    shown = [pair for pair in shown if pair[1] not in hidden]
    while hidden and shown and sum(counts[one] for one in hidden) < KLEINSTE_AANTAL:
        hidden.append(shown.pop(0)[1])
    return Telling(
        totaal, {one: None if one in hidden else number for one, number in counts.items()}
    )


def fold_small(groepen: Mapping[str, Uitkomsten]) -> tuple[dict[str, Uitkomsten], Uitkomsten]:
    """Return the groups that can be shown apart, and the others added up.

    So many are added up that their sum cannot be worked out to be small from a total.
    """
    order = sorted(groepen, key=lambda key: (sum(groepen[key].values()), key))
    folded: list[str] = []
    total = 0
    while order:
        size = sum(groepen[order[0]].values())
        if size >= KLEINSTE_AANTAL and (not folded or total >= KLEINSTE_AANTAL):
            break
        folded.append(order.pop(0))
        total += size
    rest = {
        uitkomst: sum(groepen[key].get(uitkomst, 0) for key in folded) for uitkomst in Uitkomst
    }
    return {key: found for key, found in groepen.items() if key not in folded}, rest
