"""Judging pairs and taking that back. No commit here: see core.transactions."""

from collections.abc import Iterable, Mapping, Sequence

from participatie.accounts.models import Gebruiker
from participatie.core import clock
from participatie.core.db import db
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.programmas.types import ProjectId
from participatie.raakvlakken import rules
from participatie.raakvlakken.errors import (
    AlBeoordeeldError,
    NietsTerugTeNemenError,
    VervallenError,
)
from participatie.raakvlakken.events import RaakvlakBeoordeeld
from participatie.raakvlakken.models import Oordeelstap, Raakvlak
from participatie.raakvlakken.queries import list_items_of
from participatie.raakvlakken.types import Item, Oordeel


def judge(
    *,
    raakvlak: Raakvlak,
    oordeel: Oordeel,
    reden: str,
    door: Gebruiker,
    versie: int,
    tonen: bool = False,
) -> None:
    """Say what this touching means, about both projects as they are now."""
    reden = rules.check_reden(reden)
    rules.check_tonen(oordeel, tonen=tonen)
    _take_turn(raakvlak, versie)
    items = list_items_of((raakvlak.project_a_id, raakvlak.project_b_id))
    _judge(raakvlak, _by_id(items), oordeel, reden, door, tonen=tonen)


def take_back(*, raakvlak: Raakvlak, reden: str, door: Gebruiker, versie: int) -> None:
    """Take a judgement back: the pair is to be judged again. What was said stays in history."""
    reden = rules.check_reden(reden)
    _take_turn(raakvlak, versie)
    if raakvlak.oordeel is Oordeel.OPEN:
        raise NietsTerugTeNemenError
    raakvlak.gezien = raakvlak.reden = raakvlak.door = raakvlak.beoordeeld_op = None
    _change(raakvlak, Oordeel.OPEN, reden, door, tonen=False)


def judge_many(
    *,
    pairs: Sequence[tuple[Raakvlak, int]],
    oordeel: Oordeel,
    reden: str,
    door: Gebruiker,
) -> None:
    """Judge several pairs with one reason: all of them, or none when one has changed."""
    reden = rules.check_reden(reden)
    in_order = sorted(pairs, key=lambda pair: pair[0].id)
    for raakvlak, versie in in_order:
        _take_turn(raakvlak, versie)
    both = {one for raakvlak, _ in pairs for one in (raakvlak.project_a_id, raakvlak.project_b_id)}
    items = _by_id(list_items_of(both))
    for raakvlak, _ in in_order:
        _judge(raakvlak, items, oordeel, reden, door, tonen=False)


def _by_id(items: Iterable[Item]) -> Mapping[ProjectId, Item]:
    return {item.id: item for item in items}


def _take_turn(raakvlak: Raakvlak, versie: int) -> None:
    """Hold the pair until the end of the transaction; raise when a colleague was first."""
    db.session.refresh(raakvlak, ["versie", "oordeel", "vervallen_op"], with_for_update=True)
    if raakvlak.versie != versie:
        raise AlBeoordeeldError
    if raakvlak.vervallen_op is not None:
        raise VervallenError


def _judge(
    raakvlak: Raakvlak,
    items: Mapping[ProjectId, Item],
    oordeel: Oordeel,
    reden: str,
    door: Gebruiker,
    *,
    tonen: bool,
) -> None:
    if oordeel is Oordeel.OPEN:
        raise NietsTerugTeNemenError
    situatie = rules.situatie_of(items[raakvlak.project_a_id], items[raakvlak.project_b_id])
    raakvlak.gezien = dict(situatie)
    raakvlak.reden = reden
    raakvlak.door = door
    raakvlak.beoordeeld_op = clock.now()
    _change(raakvlak, oordeel, reden, door, tonen=tonen)


def _change(
    raakvlak: Raakvlak, oordeel: Oordeel, reden: str, door: Gebruiker, *, tonen: bool
) -> None:
    was, now = raakvlak.oordeel, clock.now()
    raakvlak.oordeel, raakvlak.tonen, raakvlak.opnieuw = oordeel, tonen, ""
    raakvlak.gewijzigd_op = now
    db.session.add(
        Oordeelstap(
            raakvlak_id=raakvlak.id, oordeel=oordeel, reden=reden, tonen=tonen, door=door, op=now
        )
    )
    publish(
        RaakvlakBeoordeeld(
            occurred_at=now,
            actor_id=door.id,
            onderwerp=Onderwerp("raakvlak", raakvlak.id),
            project_ids=(raakvlak.project_a_id, raakvlak.project_b_id),
            oordeel=oordeel,
            was=was,
            tonen=tonen,
        )
    )
