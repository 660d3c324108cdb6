"""What differs between two moments of the programme of a gebied and year. Pure."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from participatie.gebiedsprogrammas.types import Item, Jaarprogramma, Regel, Vergelijking, Verschil

VELDEN: Mapping[str, Callable[[Item], Any]] = {
    "de titel": lambda item: item.titel,
    "de fase": lambda item: item.fase,
    "de planning": lambda item: (item.start, item.eind),
    "het geld": lambda item: dict(item.bedragen),
    "wie het doet": lambda item: item.trekker,
    "de plek": lambda item: (item.plek_omschrijving, item.heel_gebied, item.gebied_ids),
    "de soort": lambda item: (item.soort, item.domein, item.thema),
    "het doel": lambda item: item.doel_id,
    "de invloed van bewoners": lambda item: item.participatieniveau,
}
ANDERS = ("de omschrijving of andere gegevens",)


def changed_fields(old: Item, new: Item) -> tuple[str, ...]:
    """Return in words what differs between two standen of one project."""
    if old.stand_id == new.stand_id:
        return ()
    return tuple(naam for naam, value in VELDEN.items() if value(old) != value(new)) or ANDERS


def compare(old: Jaarprogramma, new: Jaarprogramma) -> Vergelijking:
    """Return what came, went and changed between two moments of one programme."""
    before, after = _by_project(old.regels), _by_project(new.regels)
    both = [(before[number], regel) for number, regel in after.items() if number in before]
    return Vergelijking(
        oud=old,
        nieuw=new,
        erbij=tuple(regel for number, regel in after.items() if number not in before),
        eraf=tuple(regel for number, regel in before.items() if number not in after),
        gewijzigd=tuple(
            Verschil(first, then, velden)
            for first, then in both
            if (velden := changed_fields(first.item, then.item))
        ),
        afgeweken=tuple(
            then for first, then in both if _is_same(first, then) and then.afwijking is not None
        ),
        gelijk=sum(_is_same(first, then) and then.afwijking is None for first, then in both),
    )


def _is_same(old: Regel, new: Regel) -> bool:
    return old.item.stand_id == new.item.stand_id


def _by_project(regels: Sequence[Regel]) -> Mapping[int, Regel]:
    return {regel.item.project_id: regel for regel in regels}
