"""Which published inzendingen look like another one: by its text, its place and its theme."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, and_, cast, or_, select

from participatie.core.db import db
from participatie.core.geometry import bounds_of, distances_m, widened
from participatie.gebieden.queries import get_boom
from participatie.gebieden.types import GebiedId, Niveau
from participatie.inzendingen.models import Inzending
from participatie.inzendingen.rules import NABIJ_M
from participatie.inzendingen.types import InzendingId, Status
from participatie.programmas.types import Thema
from participatie.zoeken.queries import list_similar

LIMIT = 5
MOST = 200
ALIKE = 10
SMALL = frozenset({Niveau.WIJK, Niveau.BUURT})
COLUMNS = (Inzending.id, Inzending.titel, Inzending.thema, Inzending.gebied_id)


@dataclass(frozen=True, kw_only=True)
class Vergelijkbaar:
    """A published inzending near by, or (without a distance) about the same gebied.

    `lijkt` says from 0 to 1 how much its text looks like that of the other.
    """

    id: InzendingId
    titel: str
    thema: Thema | None
    gebied_id: GebiedId | None
    afstand_m: float | None = None
    lijkt: float = 0.0


def list_vergelijkbare(inzending: Inzending, limit: int = LIMIT) -> Sequence[Vergelijkbaar]:
    """Return what others proposed there: what says the same, then same theme, then nearest."""
    if inzending.gebied_id is None:
        return []
    alike = {item.id: item for item in list_gelijkende(inzending, ALIKE)}
    there = {item.id: item for item in _about(inzending, inzending.gebied_id)}
    there |= {item.id: item for item in _near(inzending)}
    found = [
        replace(item, lijkt=alike[item.id].lijkt) if item.id in alike else item
        for item in (alike | there).values()
    ]
    found.sort(key=lambda item: _relevance(item, inzending))
    return found[:limit]


def list_gelijkende(inzending: Inzending, limit: int = LIMIT) -> Sequence[Vergelijkbaar]:
    """Return what others in the same stadsdeel wrote with the same words, most alike first."""
    scores = {
        InzendingId(one.onderwerp_id): one.score
        for one in list_similar(
            f"{inzending.titel}\n{inzending.toelichting}",
            inzending.soort,
            ALIKE + limit,
            behalve=(inzending.id,),
            gebied_ids=_around(inzending),
        )
    }
    statement = select(*COLUMNS).where(Inzending.id.in_(scores), _of_others(inzending))
    found = [
        Vergelijkbaar(**row._asdict(), lijkt=scores[row.id])
        for row in db.session.execute(statement)
    ]
    return sorted(found, key=lambda item: (-item.lijkt, -item.id))[:limit]


def _around(inzending: Inzending) -> Sequence[GebiedId]:
    """Return the stadsdeel of an inzending; nothing when it is about the whole city."""
    boom = get_boom()
    keten = boom.keten(inzending.gebied_id) if inzending.gebied_id is not None else ()
    return [one for one in keten if boom.omtrekken[one].niveau is Niveau.STADSDEEL]


def _near(inzending: Inzending) -> Sequence[Vergelijkbaar]:
    if inzending.geometrie is None:
        return []
    box = widened(bounds_of(inzending.geometrie), NABIJ_M)
    geojson = cast(Inzending.geometrie, Text).label("geojson")
    statement = select(*COLUMNS, geojson).where(Inzending.in_bounds(box), _of_others(inzending))
    rows = db.session.execute(_newest(statement)).all()
    distances = distances_m(inzending.geometrie, [row.geojson for row in rows])
    return [
        Vergelijkbaar(
            id=row.id,
            titel=row.titel,
            thema=row.thema,
            gebied_id=row.gebied_id,
            afstand_m=distance,
        )
        for row, distance in zip(rows, distances, strict=True)
        if distance <= NABIJ_M
    ]


def _about(inzending: Inzending, gebied_id: GebiedId) -> Sequence[Vergelijkbaar]:
    """Return what is about a small gebied around it, or lies in the gebied it is about."""
    boom = get_boom()
    keten = {found for found in boom.keten(gebied_id) if boom.omtrekken[found].niveau in SMALL}
    there = and_(Inzending.west.is_(None), Inzending.gebied_id.in_(keten))
    if inzending.geometrie is None:
        below = boom.onder(gebied_id) if gebied_id in keten else frozenset({gebied_id})
        there = or_(there, Inzending.gebied_id.in_(below))
    statement = select(*COLUMNS).where(
        there, Inzending.thema == inzending.thema, _of_others(inzending)
    )
    return [Vergelijkbaar(**row._asdict()) for row in db.session.execute(_newest(statement))]


def _of_others(inzending: Inzending) -> ColumnElement[bool]:
    return and_(
        Inzending.status == Status.GEPUBLICEERD,
        Inzending.indiener_id != inzending.indiener_id,
        Inzending.id != inzending.id,
    )


def _newest(statement: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    newest_first = (Inzending.gepubliceerd_op.desc(), Inzending.id.desc())
    return statement.order_by(*newest_first).limit(MOST)


def _relevance(item: Vergelijkbaar, inzending: Inzending) -> tuple[bool, float, float]:
    distance = NABIJ_M if item.afstand_m is None else item.afstand_m
    about_other = item.thema is not inzending.thema and not item.lijkt
    return about_other, -round(item.lijkt, 1), distance
