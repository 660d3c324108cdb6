"""Which published inzendingen look like one that is being written."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import undefer

from participatie.core.db import db
from participatie.core.geometry import Bounds, around, bounds_of, distance_m
from participatie.gebieden.queries import get_boom
from participatie.gebieden.types import GebiedId, Niveau
from participatie.inzendingen.models import Inzending
from participatie.inzendingen.rules import NABIJ_M
from participatie.inzendingen.types import Status

LIMIT = 5
MOST = 200
SMALL = frozenset({Niveau.WIJK, Niveau.BUURT})


@dataclass(frozen=True)
class Vergelijkbaar:
    """A published inzending near by, or about the same gebied and theme."""

    inzending: Inzending
    afstand_m: float | None


def list_vergelijkbare(inzending: Inzending, limit: int = LIMIT) -> Sequence[Vergelijkbaar]:
    """Return what others proposed there: same theme first, then nearest, then newest."""
    if inzending.gebied_id is None:
        return []
    statement = (
        select(Inzending)
        .where(
            Inzending.status == Status.GEPUBLICEERD,
            Inzending.indiener_id != inzending.indiener_id,
            Inzending.id != inzending.id,
            _touches(inzending, inzending.gebied_id),
        )
        .order_by(Inzending.gepubliceerd_op.desc(), Inzending.id.desc())
        .limit(MOST)
        .options(undefer(Inzending.geometrie))
    )
    found = [
        Vergelijkbaar(other, _distance(inzending, other))
        for other in db.session.scalars(statement)
    ]
    near = [item for item in found if item.afstand_m is None or item.afstand_m <= NABIJ_M]
    near.sort(key=lambda item: _relevance(item, inzending))
    return near[:limit]


def _touches(inzending: Inzending, gebied_id: GebiedId) -> ColumnElement[bool]:
    """Return the condition: near the point, or about a gebied around it with the same theme."""
    boom = get_boom()
    keten = {found for found in boom.keten(gebied_id) if boom.omtrekken[found].niveau in SMALL}
    about_gebied = and_(
        Inzending.west.is_(None),
        Inzending.gebied_id.in_(keten),
        Inzending.thema == inzending.thema,
    )
    if inzending.geometrie is not None:
        return or_(Inzending.in_bounds(_near(bounds_of(inzending.geometrie))), about_gebied)
    below = boom.onder(gebied_id) if gebied_id in keten else frozenset({gebied_id})
    in_gebied = and_(Inzending.gebied_id.in_(below), Inzending.thema == inzending.thema)
    return or_(in_gebied, about_gebied)


def _near(bounds: Bounds) -> Bounds:
    return around((bounds.west + bounds.oost) / 2, (bounds.zuid + bounds.noord) / 2, NABIJ_M)


def _distance(inzending: Inzending, other: Inzending) -> float | None:
    if inzending.geometrie is None or other.geometrie is None:
        return None
    return distance_m(inzending.geometrie, other.geometrie)


def _relevance(item: Vergelijkbaar, inzending: Inzending) -> tuple[bool, float]:
    distance = NABIJ_M if item.afstand_m is None else item.afstand_m
    return item.inzending.thema is not inzending.thema, distance
