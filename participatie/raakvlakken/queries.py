"""What is needed to work out which projects touch, and what is stored of it."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta

from sqlalchemy import ColumnElement, Text, and_, cast, false, or_, select

from participatie.core.db import db
from participatie.core.geometry import bounds_of, widened
from participatie.gebieden.queries import get_boom
from participatie.gebieden.rules import Boom
from participatie.gebieden.types import GebiedId, Niveau
from participatie.programmas.models import Project, project_gebieden
from participatie.programmas.rules import FASEN_VOORBIJ
from participatie.programmas.types import ProjectId
from participatie.raakvlakken.models import Raakvlak, RaakvlakInstelling
from participatie.raakvlakken.rules import Klein, days_of
from participatie.raakvlakken.types import Bekend, Instelling, InstellingStand, Item, Raakt

KLEIN = frozenset({Niveau.WIJK, Niveau.BUURT})
GAAT_DOOR = Project.fase.not_in(FASEN_VOORBIJ)
KNOWN_COLUMNS = (
    Raakvlak.id,
    Raakvlak.project_a_id,
    Raakvlak.project_b_id,
    Raakvlak.afstand_m,
    Raakvlak.gebied_id,
    Raakvlak.van,
    Raakvlak.tot,
    Raakvlak.gat_dagen,
    Raakvlak.lon,
    Raakvlak.lat,
    Raakvlak.vervallen_op,
    Raakvlak.gezien,
    Raakvlak.opnieuw,
)


def get_instelling() -> Instelling:
    """Return when projects touch and how many works are many."""
    row = db.session.get(RaakvlakInstelling, 1)
    if row is None:
        return Instelling()
    return Instelling(row.afstand_m, row.marge_maanden, row.drempel_buurt, row.drempel_straat)


def get_instelling_stand() -> InstellingStand:
    """Return which version of the settings holds, and how far the working out is."""
    row = db.session.get(RaakvlakInstelling, 1)
    if row is None:
        return InstellingStand()
    return InstellingStand(row.versie, row.berekend_op, herberekenen=row.herberekenen)


def small_gebieden(boom: Boom) -> Klein:
    """Return each wijk and buurt with the wijk and buurt it lies in, itself first."""
    return {
        gebied_id: tuple(
            above for above in boom.keten(gebied_id) if boom.omtrekken[above].niveau in KLEIN
        )
        for gebied_id, omtrek in boom.omtrekken.items()
        if omtrek.niveau in KLEIN
    }


def list_items() -> Sequence[Item]:
    """Return everything that can touch: what goes on or is still to come."""
    return _items(GAAT_DOOR)


def list_items_around(project_id: ProjectId, instelling: Instelling) -> Sequence[Item]:
    """Return a project, when it still goes on, with everything that can touch it."""
    own = _items(and_(Project.id == project_id, GAAT_DOOR))
    if not own:
        return ()
    [item] = own
    marge = timedelta(days=days_of(instelling.marge_maanden))
    others = and_(
        GAAT_DOOR,
        Project.id != project_id,
        Project.start <= item.eind + marge,
        Project.eind >= item.start - marge,
        or_(_in_reach(item, instelling), _shares_gebied(item)),
    )
    return [item, *_items(others)]


def _in_reach(item: Item, instelling: Instelling) -> ColumnElement[bool]:
    if item.geojson is None:
        return false()
    bounds = bounds_of(json.loads(item.geojson))
    return Project.in_bounds(widened(bounds, instelling.afstand_m))


def _shares_gebied(item: Item) -> ColumnElement[bool]:
    """Return the condition that a project of the same thema lies in the same wijk or buurt.

    What has a place itself touches only what has none.
    """
    if item.thema is None:
        return false()
    boom = get_boom()
    klein = small_gebieden(boom)
    around = {
        found
        for own in item.gebied_ids & klein.keys()
        for found in (*klein[own], *boom.onder(own))
    }
    linked = select(project_gebieden.c.project_id).where(project_gebieden.c.gebied_id.in_(around))
    condition = (Project.thema == item.thema) & Project.id.in_(linked)
    return condition if item.geojson is None else condition & Project.west.is_(None)


def _items(condition: ColumnElement[bool]) -> Sequence[Item]:
    gebieden: dict[ProjectId, set[GebiedId]] = defaultdict(set)
    links = select(project_gebieden.c.project_id, project_gebieden.c.gebied_id).where(
        project_gebieden.c.project_id.in_(select(Project.id).where(condition))
    )
    for project_id, gebied_id in db.session.execute(links):
        gebieden[project_id].add(gebied_id)
    statement = select(
        Project.id,
        Project.start,
        Project.eind,
        Project.thema,
        cast(Project.geometrie, Text).label("geojson"),
    )
    return [
        Item(row.id, row.start, row.eind, row.thema, frozenset(gebieden[row.id]), row.geojson)
        for row in db.session.execute(statement.where(condition))
    ]


def list_items_of(project_ids: Iterable[ProjectId]) -> Sequence[Item]:
    """Return these projects as they count for a judgement, the lowest number first."""
    found = _items(Project.id.in_(sorted(project_ids)))
    return sorted(found, key=lambda item: item.id)


def list_known(project_id: ProjectId | None = None) -> Sequence[Bekend]:
    """Return the pairs that are stored: all, or those of one project."""
    statement = select(*KNOWN_COLUMNS)
    if project_id is not None:
        statement = statement.where(
            or_(Raakvlak.project_a_id == project_id, Raakvlak.project_b_id == project_id)
        )
    return [
        Bekend(
            row[0],
            (row[1], row[2]),
            Raakt(*row[3:10]),
            is_vervallen=row.vervallen_op is not None,
            gezien=row.gezien,
            opnieuw=row.opnieuw,
        )
        for row in db.session.execute(statement)
    ]
