"""Reading gebieden. The tree and the outlines are kept in memory and renewed when they change."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from sqlalchemy import Row, case, event, func, select
from sqlalchemy.orm import Session, UOWTransaction, joinedload, undefer

from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.core.geometry import Geometry
from participatie.gebieden.models import Gebied, Kengetal
from participatie.gebieden.rules import Boom, GebiedIndex
from participatie.gebieden.rules_tekening import Tekening, draw_city, draw_gebied
from participatie.gebieden.types import NIVEAUS, GebiedId, Gebiedsketen, Niveau, Omtrek

FROM_LARGE_TO_SMALL = case(
    {niveau: number for number, niveau in enumerate(NIVEAUS)}, value=Gebied.niveau
)
_CHECKED = "gebieden in memory"


@dataclass(frozen=True)
class Snapshot:
    """All gebieden as they were when the database had this version."""

    version: tuple[Any, ...]
    boom: Boom
    index: GebiedIndex
    tekeningen: dict[GebiedId | None, Tekening | None] = field(default_factory=dict)


_kept: Snapshot | None = None
_lock = Lock()


def gebied_at(lon: float, lat: float) -> Gebiedsketen:
    """Return the gebied of each niveau at this point; see `GebiedIndex` for borders and gaps."""
    return _snapshot().index.at(lon, lat)


def list_crossed(geometry: Geometry) -> frozenset[GebiedId]:
    """Return the smallest gebieden that a shape lies in; see `GebiedIndex.crossed`."""
    return _snapshot().index.crossed(geometry)


def keten_ids(gebied_id: GebiedId) -> tuple[GebiedId, ...]:
    """Return the gebied and everything above it, smallest first; nothing when unknown."""
    return _snapshot().boom.keten(gebied_id)


def onder_ids(gebied_id: GebiedId) -> frozenset[GebiedId]:
    """Return the gebied and everything below it; nothing when unknown."""
    return _snapshot().boom.onder(gebied_id)


def list_outlines() -> Sequence[Omtrek]:
    """Return what a map needs of every gebied, from large to small, then by code."""
    return list(_snapshot().boom.omtrekken.values())


def get_boom() -> Boom:
    """Return what lies under what."""
    return _snapshot().boom


def get_tekening(gebied_id: GebiedId | None) -> Tekening | None:
    """Return the drawing of a gebied, or of the whole city; made once, kept until one changes."""
    kept = _snapshot()
    if gebied_id not in kept.tekeningen:
        boom = kept.boom
        drawn = draw_city(boom) if gebied_id is None else draw_gebied(boom, gebied_id)
        kept.tekeningen[gebied_id] = drawn
    return kept.tekeningen[gebied_id]


def outlines_version() -> str:
    """Return a text that changes whenever a gebied changes, for the cache of a map."""
    parts = "-".join(str(part) for part in _snapshot().version)
    return hashlib.sha256(parts.encode()).hexdigest()[:16]


def get_gebied(gebied_id: GebiedId) -> Gebied:
    """Return the gebied, or raise `NoResultFound`."""
    return db.session.get_one(Gebied, gebied_id)


def get_gebied_by_slug(slug: str, *, with_cijfers: bool = False) -> Gebied:
    """Return the gebied with this slug, or raise `NotFoundError`.

    The slug comes from an address and may be anything; it is looked up in memory, so that the
    database only ever sees one that exists.
    """
    gebied_id = _snapshot().boom.by_slug.get(slug)
    if gebied_id is None:
        raise NotFoundError("Dit gebied bestaat niet.")
    options = [joinedload(Gebied.kengetallen)] if with_cijfers else []
    return db.session.get_one(Gebied, gebied_id, options=options)


def find_gebied(code: str) -> Gebied | None:
    """Return the gebied with this code, if there is one."""
    return db.session.scalar(select(Gebied).where(Gebied.code == code))


def find_gebied_by_id(gebied_id: GebiedId | None) -> Gebied | None:
    """Return the gebied, if there is one."""
    return db.session.get(Gebied, gebied_id) if gebied_id is not None else None


def list_gebieden(niveau: Niveau | None = None) -> Sequence[Gebied]:
    """Return gebieden from large to small, then by name."""
    statement = select(Gebied).order_by(FROM_LARGE_TO_SMALL, Gebied.naam, Gebied.code)
    if niveau is not None:
        statement = statement.where(Gebied.niveau == niveau)
    return db.session.scalars(statement).all()


def list_with_outlines() -> Sequence[Gebied]:
    """Return all gebieden with their outlines, from large to small, then by code."""
    statement = (
        select(Gebied)
        .options(undefer(Gebied.geometrie))
        .order_by(FROM_LARGE_TO_SMALL, Gebied.code)
    )
    return db.session.scalars(statement).all()


def list_kengetallen() -> Sequence[Kengetal]:
    """Return the figures of all gebieden."""
    statement = select(Kengetal).order_by(Kengetal.gebied_id, Kengetal.sleutel, Kengetal.jaar)
    return db.session.scalars(statement).all()


def _snapshot() -> Snapshot:
    """Return the gebieden in memory, compared with the database once in each session."""
    checked = db.session.info.get(_CHECKED)
    if isinstance(checked, Snapshot):
        return checked
    version = tuple(_version())
    global _kept  # noqa: PLW0603  # one snapshot for the whole process
    with _lock:
        if _kept is None or _kept.version != version:
            _kept = _read(version)
        db.session.info[_CHECKED] = _kept
        return _kept


def _version() -> Row[Any]:
    """Return a few sums that differ as soon as a gebied is added, moved, changed or removed."""
    edges = Gebied.west + 2 * Gebied.zuid + 3 * Gebied.oost + 5 * Gebied.noord
    statement = select(
        func.count(),
        func.max(Gebied.gewijzigd_op),
        func.sum(Gebied.id),
        func.coalesce(func.sum(Gebied.id * Gebied.ouder_id), 0),
        func.round(func.coalesce(func.sum(edges), 0) * 1000),
    )
    return db.session.execute(statement).one()


def _read(version: tuple[Any, ...]) -> Snapshot:
    columns = (
        Gebied.id,
        Gebied.slug,
        Gebied.code,
        Gebied.naam,
        Gebied.niveau,
        Gebied.ouder_id,
        Gebied.geometrie.label("geometry"),
    )
    statement = select(*columns).order_by(FROM_LARGE_TO_SMALL, Gebied.code)
    rows = db.session.execute(statement).mappings()
    boom = Boom({row["id"]: Omtrek(**row) for row in rows})
    return Snapshot(version, boom, GebiedIndex(boom))


@event.listens_for(Session, "after_flush")
def _forget_after_change(session: Session, _context: UOWTransaction) -> None:
    changed = (*session.new, *session.dirty, *session.deleted)
    if any(isinstance(found, Gebied) for found in changed):
        session.info.pop(_CHECKED, None)


@event.listens_for(Session, "after_soft_rollback")
def _forget_after_rollback(session: Session, _previous: object) -> None:
    session.info.pop(_CHECKED, None)
