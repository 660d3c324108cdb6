"""Making the page of a year out of its items: groups, totals and what changed. Pure."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256

from participatie.gebieden.types import GebiedId
from participatie.gebiedsprogrammas.types import (
    Afwijking,
    Doelgroep,
    Domeingroep,
    Item,
    Jaarprogramma,
    Mjgp,
    Regel,
)
from participatie.opgaven.types import DoelId, Domein
from participatie.programmas.types import Fase, Geldbron

Doelen = Mapping[DoelId, str]


def has_money(item: Item, jaar: int) -> bool:
    """Tell whether an item can be adopted for a year: some money of it is for that year."""
    return item.bedrag(jaar) > 0


def split_by_money(items: Iterable[Item], jaar: int) -> tuple[list[Item], list[Item]]:
    """Return the items that can be adopted for a year, and those that cannot."""
    funded: list[Item] = []
    unfunded: list[Item] = []
    for item in items:
        (funded if has_money(item, jaar) else unfunded).append(item)
    return funded, unfunded


def fingerprint(items: Iterable[Item]) -> str:
    """Return a text that differs as soon as one item comes, goes or is changed."""
    numbers = ",".join(str(number) for number in sorted(item.stand_id for item in items))
    return sha256(numbers.encode()).hexdigest()


def is_planned(item: Item, jaar: int, gebied_ids: Collection[GebiedId]) -> bool:
    """Tell whether an item belongs to the programme of these gebieden in a year."""
    return _why_gone(item, jaar, gebied_ids) is None


def _why_gone(item: Item, jaar: int, gebied_ids: Collection[GebiedId]) -> Afwijking | None:
    if item.fase is Fase.GESTOPT:
        return Afwijking.GESTOPT
    if item.start > date(jaar, 12, 31) or item.eind < date(jaar, 1, 1):
        return Afwijking.ANDER_JAAR
    if item.gebied_ids.isdisjoint(gebied_ids):
        return Afwijking.ANDER_GEBIED
    return None


def afwijking_of(
    adopted: Item, newest: Item | None, jaar: int, gebied_ids: Collection[GebiedId]
) -> Afwijking | None:
    """Return how an adopted item differs from what the register says of it now."""
    if newest is None:
        return Afwijking.GESTOPT
    if newest.stand_id == adopted.stand_id:
        return None
    return _why_gone(newest, jaar, gebied_ids) or Afwijking.GEWIJZIGD


def why_left(
    newest: Item, jaar: int, gebied_ids: Collection[GebiedId], *, is_vast: bool
) -> Afwijking | None:
    """Return why an item that was in a programme is in it no longer, as far as is known."""
    gone = _why_gone(newest, jaar, gebied_ids)
    return gone or (why_outside(newest, jaar) if is_vast else None)


def why_outside(item: Item, jaar: int) -> Afwijking:
    """Return why a planned item is not in the adopted programme."""
    return Afwijking.LATER_ERBIJ if has_money(item, jaar) else Afwijking.ZONDER_GELD


def group_regels(regels: Iterable[Regel], doelen: Doelen) -> tuple[Domeingroep, ...]:
    """Return the items by domein, and in it by goal; those without a goal come last."""
    per_domein: dict[Domein, dict[str | None, list[Regel]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for regel in regels:
        doel_id = regel.item.doel_id
        titel = doelen.get(doel_id) if doel_id is not None else None
        per_domein[regel.item.domein][titel].append(regel)
    return tuple(
        _domeingroep(domein, per_domein[domein]) for domein in Domein if domein in per_domein
    )


def _domeingroep(domein: Domein, per_doel: Mapping[str | None, Sequence[Regel]]) -> Domeingroep:
    titels = sorted(per_doel, key=lambda titel: (titel is None, titel or ""))
    doelen = tuple(Doelgroep(titel, tuple(per_doel[titel])) for titel in titels)
    regels = [regel for groep in doelen for regel in groep.regels]
    return Domeingroep(domein, doelen, len(regels), sum(regel.bedrag for regel in regels))


def sum_per_bron(items: Iterable[Item], jaar: int) -> dict[Geldbron, int]:
    """Return the money of one year by source, in the order of the sources."""
    total: Counter[Geldbron] = Counter()
    for item in items:
        for (found, bron), cents in item.bedragen.items():
            if found == jaar:
                total[bron] += cents
    return {bron: total[bron] for bron in Geldbron if total[bron]}


def sum_once(bedragen: Iterable[tuple[int, int]]) -> int:
    """Return the money of several programmes together: (project, cents), each project once.

    Two programmes may have adopted a shared project at another moment: the highest amount counts.
    """
    per_project: dict[int, int] = {}
    for project_id, cents in bedragen:
        per_project[project_id] = max(per_project.get(project_id, 0), cents)
    return sum(per_project.values())


def make_mjgp(jaren: Sequence[Jaarprogramma], peildatum: date | None) -> Mjgp:
    """Return the years of one gebied together with the money of all of them."""
    per_jaar = {
        (programma.jaar, bron): cents
        for programma in jaren
        for bron, cents in programma.per_bron.items()
    }
    return Mjgp(jaren[0].gebied, peildatum, tuple(jaren), per_jaar, sum(per_jaar.values()))
