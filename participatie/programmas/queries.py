"""Reading programme items."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.orm import joinedload, selectinload, undefer

from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.core.paging import PAGE_SIZE, Page
from participatie.core.peildatum import moment_after
from participatie.gebieden.models import Gebied
from participatie.gebieden.types import GebiedId
from participatie.organisaties.models import Organisatie
from participatie.programmas.models import (
    Project,
    ProjectStand,
    project_gebieden,
    stand_gebieden,
)
from participatie.programmas.rules import FASEN_VOORBIJ
from participatie.programmas.types import ProjectFilter, ProjectRij

NO_FILTER = ProjectFilter()
Tabel = type[Project] | type[ProjectStand]


def find_project(project_id: int, *, lock: bool = False) -> Project | None:
    """Return the project with its gebieden, money and place, or None."""
    statement = (
        select(Project)
        .where(Project.id == project_id)
        .options(
            undefer(Project.geometrie),
            joinedload(Project.organisatie),
            selectinload(Project.gebieden),
            selectinload(Project.jaarbedragen),
        )
    )
    if lock:
        statement = statement.with_for_update(of=Project)
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


def tabel_op(peildatum: date | None) -> Tabel:
    """Return where to read the register: as it is now, or as it was at the end of a day."""
    return Project if peildatum is None else ProjectStand


def matches(wanted: ProjectFilter) -> ColumnElement[bool]:
    """Return the condition on `tabel_op(wanted.peildatum)` that stands for a filter."""
    tabel = tabel_op(wanted.peildatum)
    conditions: list[ColumnElement[bool]] = [
        column.in_(values)
        for column, values in (
            (tabel.domein, wanted.domeinen),
            (tabel.fase, wanted.fasen),
            (tabel.soort, wanted.soorten),
            (tabel.thema, wanted.themas),
        )
        if values
    ]
    conditions += [
        column == value
        for column, value in (
            (tabel.doel_id, wanted.doel_id),
            (tabel.organisatie_id, wanted.organisatie_id),
        )
        if value is not None
    ]
    if wanted.trekker:
        conditions.append(tabel.trekker == wanted.trekker)
    if wanted.peildatum is not None:
        conditions.append(was_so(wanted.peildatum))
    if wanted.gebied_ids is not None:
        conditions.append(_in_gebieden(tabel, wanted.gebied_ids))
    if wanted.jaren:
        conditions.append(or_(*(in_jaar(jaar, tabel) for jaar in sorted(wanted.jaren))))
    if wanted.bounds is not None:
        conditions.append(tabel.in_bounds(wanted.bounds))
    conditions += [_has_word(word, tabel) for word in wanted.tekst.split()]
    return and_(True, *conditions)  # noqa: FBT003  # SQL's TRUE: no filter, all projects


def was_so(peildatum: date) -> ColumnElement[bool]:
    """Return the condition that a stand held at the end of a day in Haarlem."""
    moment = moment_after(peildatum)
    over = or_(ProjectStand.tot.is_(None), ProjectStand.tot >= moment)
    return and_(ProjectStand.van < moment, over)


def in_jaar(jaar: int, tabel: Tabel = Project) -> ColumnElement[bool]:
    """Return the condition that a project is planned in this year."""
    return and_(tabel.start <= date(jaar, 12, 31), tabel.eind >= date(jaar, 1, 1))


def _in_gebieden(tabel: Tabel, gebied_ids: frozenset[GebiedId]) -> ColumnElement[bool]:
    links = project_gebieden if tabel is Project else stand_gebieden
    row_id = links.c.project_id if tabel is Project else links.c.stand_id
    return tabel.id.in_(select(row_id).where(links.c.gebied_id.in_(gebied_ids)))


def _has_word(word: str, tabel: Tabel) -> ColumnElement[bool]:
    columns = (tabel.titel, tabel.omschrijving, tabel.plek_omschrijving, tabel.trekker)
    return or_(*(column.icontains(word, autoescape=True) for column in columns))


def count_projecten(wanted: ProjectFilter = NO_FILTER) -> int:
    """Return how many projects match."""
    tabel = tabel_op(wanted.peildatum)
    statement = select(func.count()).select_from(tabel).where(matches(wanted))
    return db.session.scalar(statement) or 0


def list_projecten(
    wanted: ProjectFilter = NO_FILTER, number: int = 1, *, size: int = PAGE_SIZE
) -> Page[ProjectRij]:
    """Return a page of projects: what goes on or comes first, then what is over."""
    total = count_projecten(wanted)
    number = min(max(number, 1), Page((), 1, total, size).count)
    tabel = tabel_op(wanted.peildatum)
    vandaag = wanted.peildatum or clock.today()
    over = or_(tabel.eind < vandaag, tabel.fase.in_(FASEN_VOORBIJ))
    statement = (
        select(*rij_columns(tabel))
        .where(matches(wanted))
        .order_by(case((over, 1), else_=0), tabel.start, tabel.titel, tabel.project_id)
        .limit(size)
        .offset((number - 1) * size)
    )
    return Page(list_rijen(statement, tabel=tabel), number, total, size)


def list_rijen(
    statement: Select[*tuple[Any, ...]], *, with_gebieden: bool = True, tabel: Tabel = Project
) -> Sequence[ProjectRij]:
    """Return the rows of a statement that selects `rij_columns`, with the names of gebieden."""
    rows = db.session.execute(statement).all()
    namen = _gebied_namen([row.row_id for row in rows] if with_gebieden else [], tabel)
    names = ProjectRij.__dataclass_fields__.keys() - {"gebieden"}
    return [
        ProjectRij(
            **{name: value for name, value in row._asdict().items() if name in names},
            gebieden=tuple(namen[row.row_id]) if with_gebieden else (),
        )
        for row in rows
    ]


def list_jaren(peildatum: date | None = None) -> range:
    """Return the years in which anything is planned, or was by then."""
    tabel = tabel_op(peildatum)
    held = matches(ProjectFilter(peildatum=peildatum))
    found = db.session.execute(
        select(  # apart, so that each is found in its own index
            select(func.min(tabel.start)).where(held).scalar_subquery(),
            select(func.max(tabel.eind)).where(held).scalar_subquery(),
        )
    ).one()
    first: date | None = found[0]
    last: date | None = found[1]
    return range(first.year, last.year + 1) if first and last else range(0)


def rij_columns(tabel: Tabel = Project) -> tuple[ColumnElement[Any], ...]:
    """Return what to select for a `ProjectRij`; `row_id` is the row of the table itself."""
    return (
        tabel.project_id.label("id"),
        tabel.id.label("row_id"),
        *(getattr(tabel, name) for name in _RIJ_NAMEN),
        tabel.west.is_(None).label("heel_gebied"),
        select(Organisatie.naam)
        .where(Organisatie.id == tabel.organisatie_id)
        .correlate(tabel)
        .scalar_subquery()
        .label("organisatie"),
    )


_RIJ_NAMEN = (
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
)
RIJ_COLUMNS = rij_columns()


def _gebied_namen(row_ids: Sequence[int], tabel: Tabel) -> dict[int, list[str]]:
    namen: dict[int, list[str]] = defaultdict(list)
    if not row_ids:
        return namen
    links = project_gebieden if tabel is Project else stand_gebieden
    row_id = links.c.project_id if tabel is Project else links.c.stand_id
    statement = (
        select(row_id, Gebied.naam)
        .join(Gebied, Gebied.id == links.c.gebied_id)
        .where(row_id.in_(row_ids))
        .order_by(Gebied.naam)
    )
    for found_id, gebied_naam in db.session.execute(statement):
        namen[found_id].append(gebied_naam)
    return namen
