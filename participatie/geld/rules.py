"""The rules of money by gebied: how it is split and how it is added up. Pure.

The split: a project counts in the smallest gebieden it names. With more than one, each amount is
split into equal parts; the cents that remain go to the first gebieden by code. Money for a whole
stadsdeel or the whole city is not spread over what lies below: it stands apart. Money of a
project that was stopped does not count. So every euro is counted once, and the parts of every
gebied add up to its whole.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from participatie.gebieden.rules import Boom
from participatie.gebieden.types import GebiedId
from participatie.geld.types import GeldFilter, GeldRij, Overzicht, Post, Verdeling
from participatie.programmas.types import Bedragen, Geldbron

VERDELING_NAMEN: Mapping[Verdeling, str] = {
    Verdeling.GEBIED: "Gebied",
    Verdeling.DOMEIN: "Domein",
    Verdeling.BRON: "Herkomst",
    Verdeling.ORGANISATIE: "Van wie het project is",
}
NAMEN = (VERDELING_NAMEN,)
GEMEENTE = "gemeente"
"""Stands for the gemeente where others have the number of their organisatie."""

Sleutel = Callable[[Post], str]


def kleinste_gebieden(gebied_ids: Collection[GebiedId], boom: Boom) -> tuple[GebiedId, ...]:
    """Return the gebieden in which none of the others lies, by code."""
    above = {upper for gebied_id in gebied_ids for upper in boom.keten(gebied_id)[1:]}
    smallest = [found for found in gebied_ids if found not in above and found in boom.omtrekken]
    return tuple(sorted(smallest, key=lambda found: boom.omtrekken[found].code))


def split_cents(cents: int, parts: int) -> tuple[int, ...]:
    """Split an amount into equal parts; the first get the cents that remain."""
    part, remaining = divmod(cents, parts)
    return tuple(part + (place < remaining) for place in range(parts))


def select_posten(posten: Iterable[Post], wanted: GeldFilter) -> Iterator[Post]:
    """Yield the posten that a filter leaves."""
    for post in posten:
        if wanted.gebied_ids is not None and post.gebied_id not in wanted.gebied_ids:
            continue
        if (wanted.van or post.jaar) <= post.jaar <= (wanted.tot or post.jaar) and _is_wanted(
            post, wanted
        ):
            yield post


def _is_wanted(post: Post, wanted: GeldFilter) -> bool:
    return (
        wanted.domein in (None, post.domein)
        and wanted.bron in (None, post.bron)
        and wanted.organisatie in ("", organisatie_sleutel(post))
    )


def organisatie_sleutel(post: Post) -> str:
    """Return who spends it, as it stands in an address."""
    return GEMEENTE if post.organisatie_id is None else str(post.organisatie_id)


def sleutel_van(verdeling: Verdeling, gebied_id: GebiedId, boom: Boom) -> Sleutel:
    """Return what tells in which row a post belongs, on the page of a gebied."""
    if verdeling is Verdeling.DOMEIN:
        return lambda post: post.domein.value
    if verdeling is Verdeling.BRON:
        return lambda post: post.bron.value
    if verdeling is Verdeling.ORGANISATIE:
        return organisatie_sleutel
    row_of = {
        below: boom.omtrekken[child].slug
        for child in boom.kinderen.get(gebied_id, ())
        for below in boom.onder(child)
    }
    own = boom.omtrekken[gebied_id].slug
    return lambda post: row_of.get(post.gebied_id, own)


def add_up(
    posten: Iterable[Post], sleutel: Sleutel, volgorde: Sequence[str] | None = None
) -> Overzicht:
    """Lay money out by row and year; rows in the order given, else the most money first."""
    amounts: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    projecten: dict[str, set[int]] = defaultdict(set)
    for post in posten:
        row = sleutel(post)
        amounts[row][post.jaar] += post.cents
        projecten[row].add(post.project_id)
    years = {jaar for row in amounts.values() for jaar in row}
    jaren = tuple(range(min(years), max(years) + 1)) if years else ()
    rijen = [
        GeldRij(
            sleutel=row,
            bedragen=tuple(found.get(jaar, 0) for jaar in jaren),
            totaal=sum(found.values()),
            aantal=len(projecten[row]),
        )
        for row, found in amounts.items()
    ]
    places = {row: place for place, row in enumerate(volgorde or ())}
    rijen.sort(key=lambda rij: (places.get(rij.sleutel, len(places)), -rij.totaal, rij.sleutel))
    return Overzicht(
        jaren=jaren,
        rijen=tuple(rijen),
        totalen=tuple(map(sum, zip(*(rij.bedragen for rij in rijen), strict=True))),
        totaal=sum(rij.totaal for rij in rijen),
        aantal=len(set().union(*projecten.values())),
    )


def by_year_and_source(posten: Iterable[Post]) -> Bedragen:
    """Return the amounts together by year and source."""
    found: dict[tuple[int, Geldbron], int] = defaultdict(int)
    for post in posten:
        found[post.jaar, post.bron] += post.cents
    return found


def order_of(verdeling: Verdeling, gebied_id: GebiedId, boom: Boom) -> Sequence[str] | None:
    """Return a fixed order of rows: gebieden by name with the whole one last; else none."""
    if verdeling is not Verdeling.GEBIED:
        return None
    below = [boom.omtrekken[child] for child in boom.kinderen.get(gebied_id, ())]
    names = [omtrek.slug for omtrek in sorted(below, key=lambda omtrek: omtrek.naam)]
    return [*names, boom.omtrekken[gebied_id].slug]
