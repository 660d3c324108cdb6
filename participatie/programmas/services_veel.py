"""Adding and changing many projects at once, in few statements. No commit here.

What one project gets from `services`, each of these gets too: its stand, its money, its gebieden
and its event.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Table, bindparam, delete, insert, update

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import StaleError
from participatie.core.events import publish
from participatie.core.geometry import bounds_of
from participatie.core.onderwerpen import Onderwerp
from participatie.gebieden.types import GebiedId
from participatie.programmas.events import ProjectGewijzigd, ProjectToegevoegd
from participatie.programmas.models import (
    Jaarbedrag,
    Project,
    ProjectStand,
    project_gebieden,
    stand_gebieden,
)
from participatie.programmas.queries_gegevens import APART, VELDEN
from participatie.programmas.rules_geld import bedragen_as_json
from participatie.programmas.types import ProjectGegevens, ProjectId

CHUNK = 500
T = TypeVar("T")
Rij = dict[str, Any]


@dataclass(frozen=True)
class Herkomst:
    """Where changes come from: which system, who brought them in, and why."""

    bronsysteem: str
    actor_id: GebruikerId | None
    reden: str = ""


@dataclass(frozen=True)
class Wijziging:
    """What becomes of a project, and which version of it this is about."""

    project_id: ProjectId
    versie: int
    gegevens: ProjectGegevens
    velden: tuple[str, ...]
    gebied_ids_voor: frozenset[GebiedId]


def add_projecten(
    toe_te_voegen: Sequence[tuple[str, ProjectGegevens]], herkomst: Herkomst
) -> dict[str, ProjectId]:
    """Add projects, given with their key in their own system; return their ids by key."""
    added: dict[str, ProjectId] = {}
    for part in _parts(toe_te_voegen):
        rows = [
            _row(gegevens)
            | {"bronsysteem": herkomst.bronsysteem, "bronsleutel": sleutel, "versie": 1}
            | {"aangemaakt_op": clock.now(), "gewijzigd_op": clock.now()}
            for sleutel, gegevens in part
        ]
        statement = insert(Project).returning(Project.id, sort_by_parameter_order=True)
        ids = list(db.session.scalars(statement, rows))
        standen = [(id_, 1, gegevens) for id_, (_, gegevens) in zip(ids, part, strict=True)]
        _link(standen)
        _keep_standen(standen, herkomst)
        for id_, (sleutel, gegevens) in zip(ids, part, strict=True):
            added[sleutel] = id_
            _tell_added(id_, gegevens, herkomst)
        db.session.flush()  # lets go of the events, so that memory stays small
    return added


def change_projecten(wijzigingen: Sequence[Wijziging], herkomst: Herkomst) -> None:
    """Change projects, or raise `StaleError` when one is no longer what it was."""
    table = _table(Project)
    for part in _parts(wijzigingen):
        rows = [
            _row(one.gegevens)
            | {"gewijzigd_op": clock.now(), "versie": one.versie + 1}
            | {"this_id": one.project_id, "this_versie": one.versie}
            for one in part
        ]
        statement = update(table).where(
            table.c.id == bindparam("this_id"), table.c.versie == bindparam("this_versie")
        )
        found = db.session.connection().execute(statement, rows)
        if found.rowcount != len(rows):
            raise StaleError
        ids = [one.project_id for one in part]
        db.session.execute(delete(Jaarbedrag).where(Jaarbedrag.project_id.in_(ids)))
        db.session.execute(delete(project_gebieden).where(project_gebieden.c.project_id.in_(ids)))
        standen = [(one.project_id, one.versie + 1, one.gegevens) for one in part]
        _link(standen)
        _end_standen(ids)
        _keep_standen(standen, herkomst)
        for one in part:
            _tell_changed(one, herkomst)
        db.session.flush()  # lets go of the events, so that memory stays small
    db.session.expire_all()


Stand = tuple[ProjectId, int, ProjectGegevens]


def _row(gegevens: ProjectGegevens) -> Rij:
    row: Rij = {veld: getattr(gegevens, veld) for veld in VELDEN if veld not in APART}
    geometry = gegevens.geometrie
    row["geometrie"] = geometry
    bounds = bounds_of(geometry) if geometry is not None else None
    for side in ("west", "zuid", "oost", "noord"):
        row[side] = getattr(bounds, side) if bounds is not None else None
    return row


def _link(standen: Sequence[Stand]) -> None:
    gebieden = [
        {"project_id": id_, "gebied_id": gebied_id}
        for id_, _versie, gegevens in standen
        for gebied_id in sorted(gegevens.gebied_ids)
    ]
    bedragen = [
        {"project_id": id_, "jaar": jaar, "bron": bron, "bedrag_cent": cents}
        for id_, _versie, gegevens in standen
        for (jaar, bron), cents in sorted(gegevens.bedragen.items())
    ]
    if gebieden:
        db.session.execute(insert(project_gebieden), gebieden)
    if bedragen:
        db.session.execute(insert(_table(Jaarbedrag)), bedragen)


def _end_standen(ids: Sequence[ProjectId]) -> None:
    db.session.execute(
        update(ProjectStand)
        .where(ProjectStand.project_id.in_(ids), ProjectStand.tot.is_(None))
        .values(tot=clock.now())
        .execution_options(synchronize_session=False)
    )


def _keep_standen(standen: Sequence[Stand], herkomst: Herkomst) -> None:
    rows = [
        _row(gegevens)
        | {"project_id": id_, "versie": versie, "van": clock.now(), "tot": None}
        | {"actor_id": herkomst.actor_id, "reden": herkomst.reden, "bron": herkomst.bronsysteem}
        | {"bedragen": bedragen_as_json(gegevens.bedragen)}
        for id_, versie, gegevens in standen
    ]
    statement = insert(ProjectStand).returning(ProjectStand.id, sort_by_parameter_order=True)
    ids = db.session.scalars(statement, rows)
    links = [
        {"stand_id": stand_id, "gebied_id": gebied_id}
        for stand_id, (_id, _versie, gegevens) in zip(ids, standen, strict=True)
        for gebied_id in sorted(gegevens.gebied_ids)
    ]
    if links:
        db.session.execute(insert(stand_gebieden), links)


def _tell_added(id_: ProjectId, gegevens: ProjectGegevens, herkomst: Herkomst) -> None:
    publish(
        ProjectToegevoegd(
            occurred_at=clock.now(),
            actor_id=herkomst.actor_id,
            onderwerp=Onderwerp("project", id_),
            bronsysteem=herkomst.bronsysteem,
            gebied_ids=tuple(sorted(gegevens.gebied_ids)),
        )
    )


def _tell_changed(one: Wijziging, herkomst: Herkomst) -> None:
    publish(
        ProjectGewijzigd(
            occurred_at=clock.now(),
            actor_id=herkomst.actor_id,
            onderwerp=Onderwerp("project", one.project_id),
            velden=one.velden,
            gebied_ids=tuple(sorted({*one.gebied_ids_voor, *one.gegevens.gebied_ids})),
        )
    )


def _table(model: type[Any]) -> Table:
    table: Table = model.__table__
    return table


def _parts(many: Sequence[T]) -> Iterator[Sequence[T]]:
    for begin in range(0, len(many), CHUNK):
        yield many[begin : begin + CHUNK]
