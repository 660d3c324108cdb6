"""Reading what is planned in a wijk, by whoever does it."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, and_, func, or_, select

from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.gebieden.queries import get_boom
from participatie.gebieden.types import GebiedId, Niveau, Omtrek
from participatie.organisaties.models import Organisatie
from participatie.programmas.models import Project, project_gebieden
from participatie.programmas.queries import in_jaar
from participatie.wijkprogrammas.rules import jaren_of, make_programma
from participatie.wijkprogrammas.types import WijkItem, Wijkprogramma

COLUMNS = (
    Project.id,
    Project.titel,
    Project.omschrijving,
    Project.soort,
    Project.domein,
    Project.fase,
    Project.start,
    Project.eind,
    Project.participatieniveau,
    Project.plek_omschrijving,
    Project.trekker,
    Project.mijlpalen,
    Project.versie,
    Project.gewijzigd_op,
    Project.west.is_(None).label("heel_gebied"),
    Organisatie.naam.label("organisatie"),
)


def list_wijken() -> list[tuple[Omtrek, list[Omtrek]]]:
    """Return the stadsdelen with their wijken, by name."""
    return [
        (stadsdeel, sorted(_only_wijken(below), key=lambda wijk: wijk.naam))
        for stadsdeel, below in get_boom().per_stadsdeel()
    ]


def _only_wijken(omtrekken: Sequence[Omtrek]) -> list[Omtrek]:
    return [omtrek for omtrek in omtrekken if omtrek.niveau is Niveau.WIJK]


def get_wijk(slug: str) -> Omtrek:
    """Return the wijk with this slug, or raise."""
    boom = get_boom()
    gebied_id = boom.by_slug.get(slug)
    if gebied_id is None or boom.omtrekken[gebied_id].niveau is not Niveau.WIJK:
        raise NotFoundError("Deze wijk bestaat niet.")
    return boom.omtrekken[gebied_id]


def list_jaren() -> range:
    """Return the years that have a page."""
    ends = select(func.min(Project.start), func.max(Project.eind))
    found = [day.year for day in db.session.execute(ends).one() if day is not None]
    planned = range(found[0], found[1] + 1) if found else range(0)
    return jaren_of(planned, clock.today().year)


def get_wijkprogramma(slug: str, jaar: int) -> Wijkprogramma:
    """Return everything planned in a wijk in a year, or raise."""
    wijk = get_wijk(slug)
    boom = get_boom()
    keten = boom.keten(wijk.id)
    inside = boom.onder(wijk.id)
    about = and_(Project.west.is_(None), _in(frozenset(keten)))
    planned = and_(in_jaar(jaar), or_(_in(inside), about))
    return make_programma(wijk, jaar, list_items(planned), keten[1:])


def list_items(condition: ColumnElement[bool]) -> list[WijkItem]:
    """Return the projects for which a condition holds, in the order of their planning."""
    statement = (
        select(*COLUMNS)
        .outerjoin(Organisatie, Organisatie.id == Project.organisatie_id)
        .where(condition)
        .order_by(Project.start, Project.titel, Project.id)
    )
    items = [WijkItem(**row) for row in db.session.execute(statement).mappings()]
    return _with_gebieden(items)


def _with_gebieden(items: Sequence[WijkItem]) -> list[WijkItem]:
    gebieden: dict[int, set[GebiedId]] = defaultdict(set)
    statement = select(project_gebieden).where(
        project_gebieden.c.project_id.in_([item.id for item in items])
    )
    for project_id, gebied_id in db.session.execute(statement):
        gebieden[project_id].add(gebied_id)
    return [replace(item, gebied_ids=frozenset(gebieden[item.id])) for item in items]


def _in(gebied_ids: Collection[GebiedId]) -> ColumnElement[bool]:
    linked = select(project_gebieden.c.project_id).where(
        project_gebieden.c.gebied_id.in_(gebied_ids)
    )
    return Project.id.in_(linked)


def of_wijk(wijk: Omtrek) -> ColumnElement[bool]:
    """Return the condition that a project is of a wijk or of something in it."""
    return _in(get_boom().onder(wijk.id))
