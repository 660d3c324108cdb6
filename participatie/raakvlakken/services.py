"""Keeping up to date which projects touch. No commit here: see core.transactions."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from participatie.core import clock
from participatie.core.db import db
from participatie.core.events import Event, publish
from participatie.core.jobs import run_soon
from participatie.core.onderwerpen import Onderwerp
from participatie.core.transactions import after_commit, before_commit, on_rollback
from participatie.gebieden.queries import get_boom
from participatie.programmas.events import ProjectGewijzigd, ProjectToegevoegd
from participatie.programmas.types import ProjectId
from participatie.raakvlakken.events import RaakvlakkenBijgewerkt
from participatie.raakvlakken.models import Raakvlak, RaakvlakInstelling
from participatie.raakvlakken.queries import (
    get_instelling,
    list_items,
    list_items_around,
    list_known,
    small_gebieden,
)
from participatie.raakvlakken.rules import compare, days_of, find_raakvlakken
from participatie.raakvlakken.types import Instelling, Item, Paar, Raakt, Verschil

TELT = frozenset({"start", "eind", "geometrie", "gebied_ids", "thema", "fase"})
ONE_BY_ONE = 20
_WAITING = "projects whose raakvlakken wait"


def note_change(event: Event) -> None:
    """Work out at the end of this transaction what a new or changed project touches."""
    if isinstance(event, ProjectGewijzigd) and not TELT & set(event.velden):
        return
    if isinstance(event, ProjectGewijzigd | ProjectToegevoegd):
        waiting = db.session.info.get(_WAITING)
        if waiting is None:
            waiting = db.session.info[_WAITING] = set()
            on_rollback(_forget)
        waiting.add(event.onderwerp.id)
        before_commit(update_what_waits)


def update_what_waits() -> None:
    """Work out what the changed projects touch; after many changes a job does all at once."""
    waiting: set[ProjectId] = db.session.info.get(_WAITING, set())
    _forget()
    if len(waiting) > ONE_BY_ONE:
        mark_due()
        return
    for project_id in sorted(waiting):
        update_project(project_id)


def _forget() -> None:
    db.session.info.pop(_WAITING, None)


def mark_due() -> None:
    """Have everything worked out again soon, outside this transaction."""
    instelling = lock_instelling()
    _keep(instelling, herberekenen=True)
    after_commit(_ask)


def _ask() -> None:
    run_soon(recompute_when_due)


def recompute_when_due() -> None:
    """Work everything out again when that is due; a job, so a missed run loses nothing."""
    due = db.session.scalar(select(RaakvlakInstelling.herberekenen))
    if due:
        recompute()


def recompute() -> Verschil:
    """Work out everything that touches and store it; doing it twice changes nothing."""
    row = lock_instelling()
    items = list_items()
    verschil = compare(_found(items, get_instelling()), list_known(), items)
    _store(verschil)
    _keep(row, herberekenen=False, berekend_op=clock.now())
    _tell(verschil, 0)
    return verschil


def update_project(project_id: ProjectId) -> Verschil:
    """Work out what one project touches and store it."""
    lock_instelling()
    instelling = get_instelling()
    items = list_items_around(project_id, instelling)
    found = {
        paar: raakt for paar, raakt in _found(items, instelling).items() if project_id in paar
    }
    verschil = compare(found, list_known(project_id), items)
    _store(verschil)
    _tell(verschil, project_id)
    return verschil


def lock_instelling() -> RaakvlakInstelling:
    """Return the one row, held until the end of the transaction: one works out at a time.

    Two projects that change at once would otherwise not see each other.
    """
    held = select(RaakvlakInstelling).with_for_update()
    row = db.session.scalars(held).one_or_none()
    if row is None:
        default = Instelling()
        row = RaakvlakInstelling(id=1, **vars(default))
        try:
            with db.session.begin_nested():
                db.session.add(row)
        except IntegrityError:  # someone else was first
            row = db.session.scalars(held).one()
    return row


def _keep(row: RaakvlakInstelling, **values: object) -> None:
    """Write what the job needs; the version is for what people set."""
    statement = update(RaakvlakInstelling).where(RaakvlakInstelling.id == row.id).values(**values)
    db.session.execute(statement.execution_options(synchronize_session=False))
    db.session.expire(row)


def _found(items: Sequence[Item], instelling: Instelling) -> Mapping[Paar, Raakt]:
    return find_raakvlakken(
        items,
        small_gebieden(get_boom()),
        afstand_m=instelling.afstand_m,
        marge_dagen=days_of(instelling.marge_maanden),
    )


def _store(verschil: Verschil) -> None:
    now = clock.now()
    new = [_new_row(paar, raakt, now) for paar, raakt in verschil.nieuw.items()]
    if new:
        db.session.execute(insert(Raakvlak), new)
    herzien = [
        {"row_id": one.bekend.id, "opnieuw": one.opnieuw, **one.raakt._asdict()}
        for one in verschil.herzien
    ]
    _update(herzien, now, vervallen_op=None)
    _update([{"row_id": gone.id} for gone in verschil.vervallen], now, vervallen_op=now)


def _update(rows: Sequence[dict[str, Any]], now: datetime, **same: datetime | None) -> None:
    """Write many rows at once; who looked at one before has an older version."""
    if not rows:
        return
    names = rows[0].keys() - {"row_id"}
    values = {name: bindparam(name) for name in names} | {
        "versie": Raakvlak.versie + 1,
        "gewijzigd_op": now,
    }
    statement = update(Raakvlak).where(Raakvlak.id == bindparam("row_id"))
    db.session.connection().execute(statement.values(**values, **same), rows)


def _new_row(paar: Paar, raakt: Raakt, now: datetime) -> dict[str, Any]:
    return {
        "project_a_id": paar[0],
        "project_b_id": paar[1],
        **raakt._asdict(),
        "gevonden_op": now,
        "gewijzigd_op": now,
        "versie": 1,
    }


def _tell(verschil: Verschil, project_id: int) -> None:
    if verschil:
        publish(
            RaakvlakkenBijgewerkt(
                occurred_at=clock.now(),
                actor_id=None,
                onderwerp=Onderwerp("project" if project_id else "raakvlak", project_id),
                nieuw=len(verschil.nieuw),
                gewijzigd=len(verschil.herzien),
                vervallen=len(verschil.vervallen),
                opnieuw=verschil.opnieuw,
            )
        )
