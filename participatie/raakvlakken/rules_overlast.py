"""When too much work is done in one buurt or one street in one year. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from participatie.core.geometry_pairs import ManyGeometries
from participatie.programmas.types import Fase, Fasering
from participatie.raakvlakken.types_overlast import Drukte, Straat, Werk

STRAAT_M = 30
"""How far from the line of a street a work still lies in that street."""

ERG = 2
"""From how many times the threshold it is very busy."""

DRUKTE_NAMEN: Mapping[Drukte, str] = {
    Drukte.GEEN: "geen werk",
    Drukte.GEWOON: "gewoon",
    Drukte.DRUK: "druk",
    Drukte.ERG_DRUK: "erg druk",
}

NAMEN = (DRUKTE_NAMEN,)


def drukte(aantal: int, drempel: int) -> Drukte:
    """Return how busy it is, from the threshold that was set."""
    if aantal >= drempel * ERG:
        return Drukte.ERG_DRUK
    if aantal >= drempel:
        return Drukte.DRUK
    return Drukte.GEWOON if aantal else Drukte.GEEN


def uitvoering_of(start: date, eind: date, fasering: Iterable[Fasering]) -> tuple[date, date]:
    """Return when a work is done: as its phases say, else from its begin to its end."""
    found = [phase for phase in fasering if phase.fase is Fase.UITVOERING]
    if not found:
        return start, eind
    return min(phase.start for phase in found), max(phase.eind for phase in found)


def in_jaar(werk: Werk, jaar: int) -> bool:
    """Tell whether a work is done in this year."""
    return werk.start.year <= jaar <= werk.eind.year


def busy_streets(werken: Sequence[Werk], jaren: Iterable[int], drempel: int) -> list[Straat]:
    """Return the streets with too many works in one year, by year.

    A work that is drawn as a line is a street; every work within 30 metres of that line that is
    done in the same year lies in it. A street whose works all lie in a busier one is left out.
    """
    near: dict[int, set[int]] = defaultdict(set)
    if werken:
        ones, others = ManyGeometries([werk.geojson for werk in werken]).pairs_within(STRAAT_M)
        for one, other in zip(ones.tolist(), others.tolist(), strict=True):
            near[one].add(other)
            near[other].add(one)
    return [
        street
        for jaar in jaren
        for street in _streets_of(werken, near, jaar)
        if len(street.werken) >= drempel
    ]


def _streets_of(
    werken: Sequence[Werk], near: Mapping[int, set[int]], jaar: int
) -> Iterable[Straat]:
    now = {number for number, werk in enumerate(werken) if in_jaar(werk, jaar)}
    groups = [
        (number, frozenset({number, *near.get(number, ())}) & now)
        for number in sorted(now)
        if werken[number].is_lijn
    ]
    groups.sort(key=lambda group: -len(group[1]))
    kept: list[frozenset[int]] = []
    for number, group in groups:
        if not any(group <= larger for larger in kept):
            kept.append(group)
            line = werken[number]
            yield Straat(
                line.plek or line.titel, jaar, tuple(werken[one] for one in sorted(group))
            )
