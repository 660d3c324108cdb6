"""What is planned near a place: the question "is dit al bekend of gepland?"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Text, and_, cast, or_, select

from participatie.core import clock
from participatie.core.db import db
from participatie.core.geometry import Geometry, bounds_of, distances_m, middle_of, widened
from participatie.gebieden.queries import get_boom, gebied_at
from participatie.gebieden.types import NIVEAUS, GebiedId, Niveau
from participatie.programmas.models import Project, project_gebieden
from participatie.programmas.rules import (
    FASEN_VOORBIJ,
    RAAKVLAK_AFSTAND_M,
    plek_in_woorden,
    raakvlak_zin,
)
from participatie.programmas.types import Raakvlak, Thema

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
    vanaf = max(clock.today(), date(vanaf_jaar, 1, 1))
    going_on = and_(Project.eind >= vanaf, Project.fase.not_in(FASEN_VOORBIJ))
    found = [
        *_located(plek, going_on, thema, afstand_m),
        *_whole_area(plek, going_on, thema),
    ]
    found.sort(key=lambda item: _relevance(item, afstand_m))
    return found[:limit]


def _relevance(item: Raakvlak, afstand_m: float) -> tuple[bool, float, date, int]:
    """Order a whole-area project as if it lay at the edge of what is near."""
    distance = afstand_m if item.afstand_m is None else item.afstand_m
    return not item.zelfde_thema, distance, item.start, item.project_id


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
) -> Iterable[Raakvlak]:
    if plek.geometry is None:
        yield from _located_in_gebied(plek, going_on, thema)
        return
    near = Project.in_bounds(widened(bounds_of(plek.geometry), afstand_m))
    statement = select(*COLUMNS, cast(Project.geometrie, Text).label("geojson"))
    rows = db.session.execute(statement.where(near, going_on)).all()
    distances = distances_m(plek.geometry, [row.geojson for row in rows])
    for row, distance in zip(rows, distances, strict=True):
        if distance <= afstand_m:
            yield _raakvlak(row, thema, afstand_m=distance)


def _located_in_gebied(
    plek: _Plek, going_on: ColumnElement[bool], thema: Thema | None
) -> Iterable[Raakvlak]:
    statement = (
        select(*COLUMNS)
        .distinct()
        .join(project_gebieden, project_gebieden.c.project_id == Project.id)
        .where(Project.west.is_not(None), going_on, _in_plek(plek, thema))
    )
    for row in db.session.execute(statement):
        yield _raakvlak(row, thema, afstand_m=0)


def _whole_area(
    plek: _Plek, going_on: ColumnElement[bool], thema: Thema | None
) -> Iterable[Raakvlak]:
    statement = (
        select(*COLUMNS, project_gebieden.c.gebied_id)
        .join(project_gebieden, project_gebieden.c.project_id == Project.id)
        .where(Project.west.is_(None), going_on, _in_plek(plek, thema))
        .order_by(Project.id, project_gebieden.c.gebied_id)
    )
    omtrekken = get_boom().omtrekken
    smallest: dict[int, Row[Any]] = {}
    for row in db.session.execute(statement):
        kept = smallest.setdefault(row.id, row)
        if _diepte(omtrekken[row.gebied_id].niveau) > _diepte(omtrekken[kept.gebied_id].niveau):
            smallest[row.id] = row
    for row in smallest.values():
        yield _raakvlak(row, thema, heel_gebied=omtrekken[row.gebied_id].naam)


def _diepte(niveau: Niveau) -> int:
    return NIVEAUS.index(niveau)


def _in_plek(plek: _Plek, thema: Thema | None) -> ColumnElement[bool]:
    """Return the condition that a project is about one of the gebieden that count."""
    near = project_gebieden.c.gebied_id.in_(plek.dichtbij)
    if thema is None:
        return near
    return or_(near, and_(project_gebieden.c.gebied_id.in_(plek.ruim), Project.thema == thema))


def _raakvlak(
    row: Row[Any],
    thema: Thema | None,
    *,
    afstand_m: float | None = None,
    heel_gebied: str | None = None,
) -> Raakvlak:
    return Raakvlak(
        project_id=row.id,
        titel=row.titel,
        thema=row.thema,
        fase=row.fase,
        start=row.start,
        eind=row.eind,
        participatieniveau=row.participatieniveau,
        afstand_m=afstand_m,
        heel_gebied=heel_gebied,
        zelfde_thema=thema is not None and row.thema is thema,
        zin=raakvlak_zin(
            titel=row.titel,
            fase=row.fase,
            start=row.start,
            eind=row.eind,
            niveau=row.participatieniveau,
            plek=plek_in_woorden(afstand_m, heel_gebied),
            vandaag=clock.today(),
        ),
    )
