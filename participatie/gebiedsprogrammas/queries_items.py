"""Reading the items of programmes: as they are, as they were, and as they were adopted."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import ColumnElement, RowMapping, and_, or_, select, true

from participatie.core.db import db
from participatie.core.peildatum import moment_after
from participatie.gebieden.queries import get_boom
from participatie.gebieden.types import GebiedId, Omtrek
from participatie.gebiedsprogrammas.models import ProgrammaItem
from participatie.gebiedsprogrammas.queries import eigen_ids, list_programmagebieden
from participatie.gebiedsprogrammas.types import Item, Uitslag
from participatie.opgaven.models import DoelTekst, OpgaveVersie
from participatie.opgaven.types import DoelId, OpgaveStatus
from participatie.programmas.models import ProjectStand, stand_gebieden
from participatie.programmas.queries import in_jaar, was_so
from participatie.programmas.rules_geld import bedragen_from_json
from participatie.programmas.types import Fase, ProjectId

NAMEN = (
    "project_id",
    "van",
    "titel",
    "soort",
    "domein",
    "thema",
    "fase",
    "start",
    "eind",
    "participatieniveau",
    "plek_omschrijving",
    "trekker",
    "doel_id",
    "organisatie_id",
    "bedragen",
    "reden",
)
COLUMNS = (
    ProjectStand.id.label("stand_id"),
    ProjectStand.west.is_(None).label("heel_gebied"),
    *(getattr(ProjectStand, name) for name in NAMEN),
)
ORDER = (ProjectStand.start, ProjectStand.titel, ProjectStand.project_id)


def held(peildatum: date | None) -> ColumnElement[bool]:
    """Return the condition that a stand is the newest, or was at the end of a day."""
    return ProjectStand.tot.is_(None) if peildatum is None else was_so(peildatum)


def planned_in(gebied_ids: Collection[GebiedId], jaren: Iterable[int]) -> ColumnElement[bool]:
    """Return the condition that a stand is of these gebieden, in one of these years."""
    linked = select(stand_gebieden.c.stand_id).where(stand_gebieden.c.gebied_id.in_(gebied_ids))
    return and_(
        ProjectStand.fase != Fase.GESTOPT,
        or_(*(in_jaar(jaar, ProjectStand) for jaar in jaren)),
        ProjectStand.id.in_(linked),
    )


def list_planned(
    omtrek: Omtrek, jaren: Sequence[int], peildatum: date | None = None
) -> list[Item]:
    """Return what is planned in a gebied in any of these years, in a steady order."""
    return list_items(and_(held(peildatum), planned_in(eigen_ids(omtrek), jaren)))


def list_items(condition: ColumnElement[bool]) -> list[Item]:
    """Return the standen for which a condition holds, as items, in a steady order."""
    rows = db.session.execute(select(*COLUMNS).where(condition).order_by(*ORDER)).mappings().all()
    gebieden = _gebied_ids([row["stand_id"] for row in rows])
    return [_item(row, gebieden[row["stand_id"]]) for row in rows]


def list_adopted(vaststelling_id: int) -> list[tuple[Item, Uitslag]]:
    """Return what was adopted by a step, in its order, with what came of it."""
    statement = (
        select(
            *COLUMNS,
            ProgrammaItem.resultaat,
            ProgrammaItem.naar_jaar,
            ProgrammaItem.toelichting.label("uitleg"),
        )
        .join(ProgrammaItem, ProgrammaItem.stand_id == ProjectStand.id)
        .where(ProgrammaItem.vaststelling_id == vaststelling_id)
        .order_by(ProgrammaItem.volgorde, ProgrammaItem.id)
    )
    rows = db.session.execute(statement).mappings().all()
    gebieden = _gebied_ids([row["stand_id"] for row in rows])
    return [
        (
            _item(row, gebieden[row["stand_id"]]),
            Uitslag(row["resultaat"], row["naar_jaar"], row["uitleg"]),
        )
        for row in rows
    ]


def adopted_projects(vaststelling_id: int) -> ColumnElement[bool]:
    """Return the condition that a stand is of a project that was adopted by a step."""
    adopted = select(ProgrammaItem.project_id).where(
        ProgrammaItem.vaststelling_id == vaststelling_id
    )
    return ProjectStand.project_id.in_(adopted)


def _item(row: RowMapping, gebied_ids: Iterable[GebiedId]) -> Item:
    values = {name: row[name] for name in (*NAMEN, "stand_id", "heel_gebied")}
    values["bedragen"] = bedragen_from_json(row["bedragen"])
    return Item(**values, gebied_ids=frozenset(gebied_ids))


def _gebied_ids(stand_ids: Sequence[int]) -> Mapping[int, list[GebiedId]]:
    found: dict[int, list[GebiedId]] = defaultdict(list)
    statement = select(stand_gebieden.c.stand_id, stand_gebieden.c.gebied_id).where(
        stand_gebieden.c.stand_id.in_(stand_ids)
    )
    for stand_id, gebied_id in db.session.execute(statement):
        found[stand_id].append(gebied_id)
    return found


def mark_shared(items: Iterable[Item], omtrek: Omtrek) -> list[Item]:
    """Return the items with the names of what they are for, and of other programmes with them."""
    ids = eigen_ids(omtrek)
    others = [(one.naam, eigen_ids(one)) for one in list_programmagebieden() if one != omtrek]
    return [
        replace(
            item,
            voor_heel=tuple(find_namen_of(item.gebied_ids & ids))
            if item.heel_gebied and omtrek.id not in item.gebied_ids
            else (),
            gedeeld_met=tuple(
                naam for naam, gebied_ids in others if not item.gebied_ids.isdisjoint(gebied_ids)
            ),
        )
        for item in items
    ]


def get_doel_titels(doel_ids: Collection[DoelId | None]) -> Mapping[DoelId, str]:
    """Return what goals are called in their newest adopted version."""
    wanted = {doel_id for doel_id in doel_ids if doel_id is not None}
    if not wanted:
        return {}
    statement = (
        select(DoelTekst.doel_id, DoelTekst.titel)
        .join(OpgaveVersie, OpgaveVersie.id == DoelTekst.opgave_versie_id)
        .where(DoelTekst.doel_id.in_(wanted), OpgaveVersie.status == OpgaveStatus.VASTGESTELD)
        .order_by(OpgaveVersie.nummer)
    )
    return dict(db.session.execute(statement).all())  # the last of each counts


def find_namen_of(gebied_ids: Iterable[GebiedId]) -> list[str]:
    """Return the names of gebieden."""
    omtrekken = get_boom().omtrekken
    return sorted(omtrekken[gebied_id].naam for gebied_id in gebied_ids if gebied_id in omtrekken)


def newest_stand_of(project_ids: Collection[ProjectId]) -> Mapping[ProjectId, int]:
    """Return the number of the newest stand of each project."""
    statement = select(ProjectStand.project_id, ProjectStand.id).where(
        ProjectStand.tot.is_(None), ProjectStand.project_id.in_(project_ids)
    )
    return dict(db.session.execute(statement).all())


def why_stopped(items: Iterable[Item], peildatum: date | None = None) -> Mapping[ProjectId, str]:
    """Return why projects were stopped: what was said then, not with a later change."""
    stopped = [item.project_id for item in items if item.fase is Fase.GESTOPT]
    if not stopped:
        return {}
    statement = (
        select(ProjectStand.project_id, ProjectStand.fase, ProjectStand.reden)
        .where(ProjectStand.project_id.in_(stopped), began_by(peildatum))
        .order_by(ProjectStand.project_id, ProjectStand.van, ProjectStand.id)
    )
    found: dict[ProjectId, str] = {}
    for project_id, fase, reden in db.session.execute(statement):
        if fase is not Fase.GESTOPT:
            found.pop(project_id, None)  # it went on again
        else:
            found.setdefault(project_id, reden)
    return found


def began_by(peildatum: date | None) -> ColumnElement[bool]:
    """Return the condition that a stand began before the end of a day."""
    if peildatum is None:
        return true()
    return ProjectStand.van < moment_after(peildatum)
