"""The queue of the programmaredacteur: what partners offered."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, case, exists, func, select

from participatie.accounts.models import Gebruiker
from participatie.core import clock
from participatie.core.db import db
from participatie.core.paging import PAGE_SIZE, Page
from participatie.core.permissions import Permission
from participatie.gebieden.queries import get_boom, onder_ids
from participatie.gebieden.types import GebiedId
from participatie.organisaties.models import Organisatie
from participatie.voorstellen.models import Voorstel, voorstel_gebieden
from participatie.voorstellen.queries import list_rijen
from participatie.voorstellen.types import (
    Gebiedstelling,
    Inlezing,
    VoorstelId,
    VoorstelRij,
    VoorstelStatus,
)

WACHT = Voorstel.status == VoorstelStatus.AANGEBODEN
STADSDEEL_DIEPTE = 2
MAX_TEGELIJK = 500


@dataclass(frozen=True)
class Wachtrij:
    """What waits: how many in all, per part of the city, and by file."""

    totaal: int
    tellingen: Sequence[Gebiedstelling]
    inlezingen: Sequence[Inlezing]


def own_gebied_ids(gebruiker: Gebruiker) -> frozenset[GebiedId] | None:
    """Return the gebieden in which someone keeps the programme; None for the whole city."""
    own: set[GebiedId] = set()
    for verlening in gebruiker.rollen:
        if not verlening.gives(Permission.PROJECT_BEHEREN, None):
            continue
        if verlening.gebied_id is None:
            return None
        own |= onder_ids(verlening.gebied_id)
    return frozenset(own)


def get_wachtrij() -> Wachtrij:
    """Return the numbers of the queue."""
    pairs = db.session.execute(
        select(voorstel_gebieden.c.voorstel_id, voorstel_gebieden.c.gebied_id)
        .join(Voorstel, Voorstel.id == voorstel_gebieden.c.voorstel_id)
        .where(WACHT)
    )
    boom = get_boom()
    waiting: dict[GebiedId, set[VoorstelId]] = {}
    everything: set[VoorstelId] = set()
    for voorstel_id, gebied_id in pairs:
        everything.add(voorstel_id)
        keten = boom.keten(gebied_id)
        part = keten[-STADSDEEL_DIEPTE] if len(keten) >= STADSDEEL_DIEPTE else keten[-1]
        waiting.setdefault(part, set()).add(voorstel_id)
    tellingen = [
        Gebiedstelling(gebied_id, omtrek.slug, omtrek.naam, len(waiting[gebied_id]))
        for gebied_id, omtrek in boom.omtrekken.items()
        if gebied_id in waiting
    ]
    return Wachtrij(len(everything), tellingen, _list_inlezingen())


def count_waiting() -> int:
    """Return how many voorstellen wait for an answer."""
    return db.session.scalar(select(func.count(Voorstel.id)).where(WACHT)) or 0


def _list_inlezingen() -> Sequence[Inlezing]:
    statement = (
        select(
            Voorstel.inlezing,
            Organisatie.naam,
            func.min(Voorstel.aangeboden_op),
            func.count(Voorstel.id),
        )
        .join(Organisatie, Organisatie.id == Voorstel.organisatie_id)
        .where(WACHT, Voorstel.inlezing.is_not(None))
        .group_by(Voorstel.inlezing, Organisatie.naam)
        .order_by(func.min(Voorstel.aangeboden_op), Voorstel.inlezing)
    )
    return [
        Inlezing(sleutel, naam, op.astimezone(clock.AMSTERDAM).date(), aantal)
        for sleutel, naam, op, aantal in db.session.execute(statement)
        if sleutel is not None and op is not None
    ]


def list_wachtrij(
    gebruiker: Gebruiker,
    *,
    gebied_id: GebiedId | None = None,
    inlezing: str | None = None,
    number: int = 1,
    size: int = PAGE_SIZE,
) -> Page[VoorstelRij]:
    """Return a page of the queue: first what someone may decide about, the oldest first."""
    conditions: list[ColumnElement[bool]] = [WACHT]
    if gebied_id is not None:
        conditions.append(_in_gebieden(onder_ids(gebied_id)))
    if inlezing is not None:
        conditions.append(Voorstel.inlezing == inlezing)
    total = db.session.scalar(select(func.count(Voorstel.id)).where(*conditions)) or 0
    number = min(max(number, 1), Page((), 1, total, size).count)
    own = own_gebied_ids(gebruiker)
    order: list[Any] = []
    if own is not None:
        order.append(case((_elsewhere(own), 1), else_=0))
    rijen = list_rijen(
        conditions, [*order, Voorstel.aangeboden_op, Voorstel.id], number=number, size=size
    )
    mine = _list_own(own, [rij.id for rij in rijen])
    return Page([replace(rij, eigen=rij.id in mine) for rij in rijen], number, total, size)


def _list_own(
    own: Collection[GebiedId] | None, voorstel_ids: Sequence[VoorstelId]
) -> Collection[VoorstelId]:
    if own is None or not voorstel_ids:
        return frozenset(voorstel_ids)
    statement = select(Voorstel.id).where(Voorstel.id.in_(voorstel_ids), ~_elsewhere(own))
    return frozenset(db.session.scalars(statement))


def _in_gebieden(gebied_ids: Collection[GebiedId]) -> ColumnElement[bool]:
    return exists().where(
        voorstel_gebieden.c.voorstel_id == Voorstel.id,
        voorstel_gebieden.c.gebied_id.in_(sorted(gebied_ids)),
    )


def _elsewhere(own: Collection[GebiedId]) -> ColumnElement[bool]:
    return exists().where(
        voorstel_gebieden.c.voorstel_id == Voorstel.id,
        voorstel_gebieden.c.gebied_id.not_in(sorted(own)),
    )


def list_waiting(voorstel_ids: Collection[int]) -> Sequence[Voorstel]:
    """Return those of these voorstellen that still wait, the oldest first."""
    statement = (
        select(Voorstel)
        .where(WACHT, Voorstel.id.in_(sorted(voorstel_ids)[:MAX_TEGELIJK]))
        .order_by(Voorstel.aangeboden_op, Voorstel.id)
    )
    return db.session.scalars(statement).all()
