"""Reading programme items."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.orm import selectinload, undefer

from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.core.paging import PAGE_SIZE, Page
from participatie.gebieden.models import Gebied
from participatie.programmas.models import Project, project_gebieden
from participatie.programmas.rules import FASEN_VOORBIJ
from participatie.programmas.types import ProjectFilter, ProjectId, ProjectRij

NO_FILTER = ProjectFilter()


def find_project(project_id: int, *, lock: bool = False) -> Project | None:
    """Return the project with its gebieden, money and place, or None."""
    statement = (
        select(Project)
        .where(Project.id == project_id)
        .options(
            undefer(Project.geometrie),
            selectinload(Project.gebieden),
            selectinload(Project.jaarbedragen),
        )
    )
    if lock:
        statement = statement.with_for_update()
    return db.session.scalars(statement).one_or_none()


def get_project(project_id: int, *, lock: bool = False) -> Project:
    """Return the project with its gebieden, money and place, or raise; `lock` to change it."""
    project = find_project(project_id, lock=lock)
    if project is None:
        raise NotFoundError("Dit project bestaat niet.")
    return project


def find_by_source(bronsysteem: str, bronsleutel: str) -> Project | None:
    """Return the project that has this key in the system it comes from, if there is one."""
    statement = select(Project).where(
        Project.bronsysteem == bronsysteem, Project.bronsleutel == bronsleutel
    )
    return db.session.scalars(statement).one_or_none()


def matches(wanted: ProjectFilter) -> ColumnElement[bool]:
    """Return the condition on `Project` that stands for a filter."""
    conditions: list[ColumnElement[bool]] = [
        column.in_(values)
        for column, values in (
            (Project.domein, wanted.domeinen),
            (Project.fase, wanted.fasen),
            (Project.soort, wanted.soorten),
            (Project.thema, wanted.themas),
        )
        if values
    ]
    if wanted.gebied_ids is not None:
        in_gebied = select(project_gebieden.c.project_id).where(
            project_gebieden.c.gebied_id.in_(wanted.gebied_ids)
        )
        conditions.append(Project.id.in_(in_gebied))
    if wanted.jaren:
        conditions.append(or_(*(in_jaar(jaar) for jaar in sorted(wanted.jaren))))
    if wanted.bounds is not None:
        conditions.append(Project.in_bounds(wanted.bounds))
    conditions += [_has_word(word) for word in wanted.tekst.split()]
    return and_(True, *conditions)  # noqa: FBT003  # SQL's TRUE: no filter, all projects


def in_jaar(jaar: int) -> ColumnElement[bool]:
    """Return the condition that a project is planned in this year."""
    return and_(Project.start <= date(jaar, 12, 31), Project.eind >= date(jaar, 1, 1))


def _has_word(word: str) -> ColumnElement[bool]:
    columns = (Project.titel, Project.omschrijving, Project.plek_omschrijving, Project.trekker)
    return or_(*(column.icontains(word, autoescape=True) for column in columns))


def count_projecten(wanted: ProjectFilter = NO_FILTER) -> int:
    """Return how many projects match."""
    statement = select(func.count()).select_from(Project).where(matches(wanted))
    return db.session.scalar(statement) or 0


def list_projecten(
    wanted: ProjectFilter = NO_FILTER, number: int = 1, *, size: int = PAGE_SIZE
) -> Page[ProjectRij]:
    """Return a page of projects: what goes on or comes first, then what is over."""
    total = count_projecten(wanted)
    number = min(max(number, 1), Page((), 1, total, size).count)
    over = or_(Project.eind < clock.today(), Project.fase.in_(FASEN_VOORBIJ))
    statement = (
        select(*RIJ_COLUMNS)
        .where(matches(wanted))
        .order_by(case((over, 1), else_=0), Project.start, Project.titel, Project.id)
        .limit(size)
        .offset((number - 1) * size)
    )
    return Page(list_rijen(statement), number, total, size)


def list_rijen(
    statement: Select[*tuple[Any, ...]], *, with_gebieden: bool = True
) -> Sequence[ProjectRij]:
    """Return the rows of a statement that selects `RIJ_COLUMNS`, with the names of gebieden."""
    rows = db.session.execute(statement).all()
    namen = _gebied_namen([row.id for row in rows] if with_gebieden else [])
    names = ProjectRij.__dataclass_fields__.keys() - {"gebieden"}
    return [
        ProjectRij(
            **{name: value for name, value in row._asdict().items() if name in names},
            gebieden=tuple(namen[row.id]),
        )
        for row in rows
    ]


def list_jaren() -> range:
    """Return the years in which anything is planned."""
    first: date | None = db.session.scalar(select(func.min(Project.start)))
    last: date | None = db.session.scalar(select(func.max(Project.eind)))
    return range(first.year, last.year + 1) if first and last else range(0)


RIJ_COLUMNS = (
    Project.id,
    Project.titel,
    Project.soort,
    Project.domein,
    Project.thema,
    Project.fase,
    Project.start,
    Project.eind,
    Project.participatieniveau,
    Project.plek_omschrijving,
    Project.trekker,
    Project.west.is_(None).label("heel_gebied"),
)


def _gebied_namen(project_ids: Sequence[ProjectId]) -> dict[ProjectId, list[str]]:
    namen: dict[ProjectId, list[str]] = defaultdict(list)
    if not project_ids:
        return namen
    statement = (
        select(project_gebieden.c.project_id, Gebied.naam)
        .join(Gebied, Gebied.id == project_gebieden.c.gebied_id)
        .where(project_gebieden.c.project_id.in_(project_ids))
        .order_by(Gebied.naam)
    )
    for project_id, gebied_naam in db.session.execute(statement):
        namen[project_id].append(gebied_naam)
    return namen
