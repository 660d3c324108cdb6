"""What is planned near a place: the question "is dit al bekend of gepland?"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Text, and_, cast, or_, select

from participatie.core import clock
from participatie.core.db import db
from participatie.core.geometry import Geometry, bounds_of, distances_m, middle_of, widened
from participatie.gebieden.queries import gebied_at, get_boom
from participatie.gebieden.types import NIVEAUS, GebiedId, Niveau
from participatie.programmas.models import Project, project_gebieden
from participatie.programmas.rules import (
    FASEN_VOORBIJ,
    RAAKVLAK_AFSTAND_M,
    plek_in_woorden,
    raakvlak_zin,
)
from participatie.programmas.types import Raakvlak, Thema

AnyRow = Row[*tuple[Any, ...]]
LIMIT = 20
RUIM = frozenset({Niveau.STAD, Niveau.STADSDEEL})
COLUMNS = (
    Project.id,
    Project.titel,
    Project.thema,
    Project.fase,
    Project.start,
    Project.eind,
    Project.participatieniveau,
)


@dataclass(frozen=True)
class _Plek:
    """Where to look. Gebieden so large that everything is in them count for one thema only."""

    geometry: Geometry | None
    dichtbij: frozenset[GebiedId]
    ruim: frozenset[GebiedId]


@dataclass(frozen=True)
class _Found:
    """A project that touches the place: at a distance, or because it is about a whole gebied."""

    row: AnyRow
    afstand_m: float | None = None
    gebied_id: GebiedId | None = None


def list_raakvlakken_bij(
    *,
    geometry: Geometry | None,
    gebied_id: GebiedId | None,
    thema: Thema | None,
    vanaf_jaar: int,
    afstand_m: float = RAAKVLAK_AFSTAND_M,
    limit: int = LIMIT,
) -> Sequence[Raakvlak]:
    """Return planned projects that touch a place: same thema first, then nearest, then soonest."""
    plek = _plek(geometry, gebied_id)
    if thema is None:
        plek = replace(plek, ruim=frozenset())
    vanaf = max(clock.today(), date(vanaf_jaar, 1, 1))
    going_on = and_(Project.eind >= vanaf, Project.fase.not_in(FASEN_VOORBIJ))
    found = [
        *_located(plek, going_on, thema, afstand_m),
        *_whole_area(plek, going_on, thema),
    ]
    found.sort(key=lambda item: _relevance(item, thema, afstand_m))
    return [_raakvlak(item, thema) for item in found[:limit]]


def _relevance(
    item: _Found, thema: Thema | None, afstand_m: float
) -> tuple[bool, float, date, int]:
    """Order a whole-area project as if it lay at the edge of what is near."""
    distance = afstand_m if item.afstand_m is None else item.afstand_m
    other = thema is not None and item.row.thema is not thema
    return other, distance, item.row.start, item.row.id


def _plek(geometry: Geometry | None, gebied_id: GebiedId | None) -> _Plek:
    boom = get_boom()
    if geometry is not None:
        gebied_id = gebied_at(*middle_of(geometry)).kleinste or gebied_id
    keten = frozenset(boom.keten(gebied_id))
    ruim = frozenset(found for found in keten if boom.omtrekken[found].niveau in RUIM)
    if geometry is not None or gebied_id is None:
        return _Plek(geometry, keten - ruim, ruim)
    onder = boom.onder(gebied_id)
    if gebied_id in ruim:
        return _Plek(None, frozenset(), ruim | onder)
    return _Plek(None, (keten | onder) - ruim, ruim)


def _located(
    plek: _Plek, going_on: ColumnElement[bool], thema: Thema | None, afstand_m: float
) -> Iterable[_Found]:
    if plek.geometry is None:
        return _located_in_gebied(plek, going_on, thema)
    near = Project.in_bounds(widened(bounds_of(plek.geometry), afstand_m))
    statement = select(*COLUMNS, cast(Project.geometrie, Text).label("geojson"))
    rows = db.session.execute(statement.where(near, going_on)).all()
    distances = distances_m(plek.geometry, [row.geojson for row in rows])
    return [
        _Found(row, afstand_m=distance)
        for row, distance in zip(rows, distances, strict=True)
        if distance <= afstand_m
    ]


def _located_in_gebied(
    plek: _Plek, going_on: ColumnElement[bool], thema: Thema | None
) -> Iterable[_Found]:
    about = or_(_is_about(plek.dichtbij), and_(Project.thema == thema, _is_about(plek.ruim)))
    statement = select(*COLUMNS).where(Project.west.is_not(None), going_on, about)
    return [_Found(row, afstand_m=0) for row in db.session.execute(statement)]


def _whole_area(
    plek: _Plek, going_on: ColumnElement[bool], thema: Thema | None
) -> Iterable[_Found]:
    near = project_gebieden.c.gebied_id.in_(plek.dichtbij)
    wide = and_(Project.thema == thema, project_gebieden.c.gebied_id.in_(plek.ruim))
    statement = (
        select(*COLUMNS, project_gebieden.c.gebied_id)
        .join(project_gebieden, project_gebieden.c.project_id == Project.id)
        .where(Project.west.is_(None), going_on, or_(near, wide))
        .order_by(Project.id, project_gebieden.c.gebied_id)
    )
    omtrekken = get_boom().omtrekken
    rows = sorted(
        db.session.execute(statement),
        key=lambda row: NIVEAUS.index(omtrekken[row.gebied_id].niveau),
    )
    smallest = {row.id: _Found(row, gebied_id=row.gebied_id) for row in rows}
    return smallest.values()


def _is_about(gebied_ids: frozenset[GebiedId]) -> ColumnElement[bool]:
    linked = select(project_gebieden.c.project_id).where(
        project_gebieden.c.gebied_id.in_(gebied_ids)
    )
    return Project.id.in_(linked)


def _raakvlak(item: _Found, thema: Thema | None) -> Raakvlak:
    row, gebied_id = item.row, item.gebied_id
    heel_gebied = None if gebied_id is None else get_boom().omtrekken[gebied_id].naam
    return Raakvlak(
        project_id=row.id,
        titel=row.titel,
        thema=row.thema,
        fase=row.fase,
        start=row.start,
        eind=row.eind,
        participatieniveau=row.participatieniveau,
        afstand_m=item.afstand_m,
        heel_gebied=heel_gebied,
        zelfde_thema=thema is not None and row.thema is thema,
        zin=raakvlak_zin(
            titel=row.titel,
            fase=row.fase,
            start=row.start,
            eind=row.eind,
            niveau=row.participatieniveau,
            plek=plek_in_woorden(item.afstand_m, heel_gebied),
            vandaag=clock.today(),
        ),
    )
