"""What is planned in a gebied, by year."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from participatie.core import clock
from participatie.core.db import db
from participatie.gebieden.queries import get_boom, keten_ids, onder_ids
from participatie.gebieden.types import GebiedId, Niveau
from participatie.programmas.models import Project
from participatie.programmas.queries import (
    RIJ_COLUMNS,
    in_jaar,
    list_rijen,
    matches,
)
from participatie.programmas.rules import FASEN_VOORBIJ
from participatie.programmas.types import Gebiedsplan, Jaarplan, ProjectFilter, ProjectRij

JAREN = 4
EERSTE = 3
ORDER = (Project.start, Project.titel, Project.id)


def get_gebiedsplan(gebied_id: GebiedId) -> Gebiedsplan:
    """Return what is planned from this year on in a gebied, with what counts for all of it.

    The numbers by year are those of the list of projects: what is over is counted too.
    """
    going_on = and_(Project.eind >= clock.today(), Project.fase.not_in(FASEN_VOORBIJ))
    is_stad = get_boom().omtrekken[gebied_id].niveau is Niveau.STAD
    inside = matches(ProjectFilter(gebied_ids=None if is_stad else onder_ids(gebied_id)))
    about = matches(ProjectFilter(gebied_ids=frozenset(keten_ids(gebied_id))))
    whole = and_(going_on, Project.west.is_(None), about)
    placed = and_(going_on, inside, or_(Project.west.is_not(None), ~about))
    this_year = clock.today().year
    years = range(this_year, this_year + JAREN)
    total = select(func.count()).select_from(Project).where(whole).scalar_subquery()
    counts = [func.sum(case((in_jaar(jaar), 1), else_=0)) for jaar in years]
    aantal_heel, *aantallen = db.session.execute(select(total, *counts).where(inside)).one()
    eerste = _list_first(years, placed)
    heel = list_rijen(
        select(*RIJ_COLUMNS).where(whole).order_by(_nearest(gebied_id), *ORDER).limit(EERSTE)
    )
    jaren = tuple(
        Jaarplan(jaar, aantal or 0, tuple(eerste.get(jaar, ())))
        for jaar, aantal in zip(years, aantallen, strict=True)
    )
    return Gebiedsplan(jaren, tuple(heel), aantal_heel)


def _nearest(gebied_id: GebiedId) -> ColumnElement[int]:
    """Return the order in which what is for this gebied itself comes before what is wider."""
    keten = keten_ids(gebied_id)
    about = (matches(ProjectFilter(gebied_ids=frozenset({found}))) for found in keten)
    return case(*zip(about, range(len(keten)), strict=True), else_=len(keten))


def _list_first(years: range, placed: ColumnElement[bool]) -> Mapping[int, Sequence[ProjectRij]]:
    """Return the first projects of each year in which they begin; what goes on is in the first."""
    begin = case(
        *((Project.start < date(jaar + 1, 1, 1), jaar) for jaar in years), else_=years.stop
    )
    place = func.row_number().over(partition_by=begin, order_by=ORDER)
    ranked = select(*RIJ_COLUMNS, place.label("place")).where(
        placed, Project.start < date(years.stop, 1, 1)
    )
    rows = ranked.subquery()
    first = (
        select(rows).where(rows.c.place <= EERSTE).order_by(rows.c.start, rows.c.titel, rows.c.id)
    )
    found = defaultdict(list)
    for rij in list_rijen(first, with_gebieden=False):
        found[max(rij.start.year, years.start)].append(rij)
    return found
