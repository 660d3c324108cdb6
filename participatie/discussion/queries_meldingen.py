"""Reading what waits for a gebiedsverbinder: reported reacties, and those to check first."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import joinedload

from participatie.core.db import db
from participatie.core.paging import PAGE_SIZE, Page
from participatie.discussion.models_gesprek import Gesprek, Ingreep, Reactie, ReactieMelding
from participatie.discussion.queries_onderwerpen import list_onderwerpen
from participatie.discussion.types import (
    Gespreksonderwerp,
    MeldGrond,
    Meldregel,
    ReactieId,
    ReactieStatus,
)
from participatie.gebieden.types import GebiedId

OPEN_REPORT = exists().where(
    ReactieMelding.reactie_id == Reactie.id, ReactieMelding.afgehandeld_op.is_(None)
)
WAITING = or_(
    Reactie.status == ReactieStatus.WACHT,
    and_(Reactie.status == ReactieStatus.ZICHTBAAR, OPEN_REPORT),
)


def list_open(gebied_ids: Collection[GebiedId], number: int = 1) -> Page[Meldregel]:
    """Return a page of what waits in these gebieden: reported first, then what waits longest."""
    condition = and_(WAITING, _in(gebied_ids))
    base = select(Reactie).join(Gesprek, Gesprek.id == Reactie.gesprek_id).where(condition)
    total = db.session.scalar(select(func.count()).select_from(base.subquery())) or 0
    number = min(max(number, 1), max(1, -(-total // PAGE_SIZE)))
    statement = (
        base.order_by(Reactie.status == ReactieStatus.WACHT, Reactie.op, Reactie.id)
        .limit(PAGE_SIZE)
        .offset((number - 1) * PAGE_SIZE)
        .options(joinedload(Reactie.gesprek), joinedload(Reactie.auteur))
    )
    return Page(items=_as_regels(db.session.scalars(statement).all()), number=number, total=total)


def count_open(gebied_ids: Collection[GebiedId]) -> Mapping[GebiedId | None, int]:
    """Return how much waits in each of these gebieden; where nothing waits is left out."""
    statement = (
        select(Gesprek.gebied_id, func.count(Reactie.id))
        .join(Reactie, Reactie.gesprek_id == Gesprek.id)
        .where(WAITING, _in(gebied_ids))
        .group_by(Gesprek.gebied_id)
    )
    return {row[0]: row[1] for row in db.session.execute(statement)}


def list_meldingen(reactie_id: ReactieId) -> Sequence[ReactieMelding]:
    """Return every report of a reactie, oldest first."""
    statement = select(ReactieMelding).where(ReactieMelding.reactie_id == reactie_id)
    return db.session.scalars(statement.order_by(ReactieMelding.id)).all()


def list_ingrepen(reactie_id: ReactieId) -> Sequence[Ingreep]:
    """Return what was done with a reactie, oldest first."""
    statement = (
        select(Ingreep)
        .where(Ingreep.reactie_id == reactie_id)
        .order_by(Ingreep.id)
        .options(joinedload(Ingreep.door))
    )
    return db.session.scalars(statement).all()


def has_reported(reactie_id: ReactieId, gebruiker_id: int) -> bool:
    """Tell whether someone reported this reactie before."""
    statement = select(ReactieMelding.id).where(
        ReactieMelding.reactie_id == reactie_id, ReactieMelding.melder_id == gebruiker_id
    )
    return db.session.scalar(statement) is not None


def _in(gebied_ids: Collection[GebiedId]) -> ColumnElement[bool]:
    """Return the condition on the gebied; what lies in none is for everyone who moderates."""
    return or_(Gesprek.gebied_id.in_(sorted(gebied_ids)), Gesprek.gebied_id.is_(None))


def _as_regels(reacties: Sequence[Reactie]) -> list[Meldregel]:
    about = list_onderwerpen({reactie.gesprek.onderwerp for reactie in reacties})
    gronden = _gronden([reactie.id for reactie in reacties])
    return [
        _as_regel(reactie, about.get(reactie.gesprek.onderwerp), gronden[reactie.id])
        for reactie in reacties
    ]


def _as_regel(
    reactie: Reactie, over: Gespreksonderwerp | None, gronden: Sequence[MeldGrond]
) -> Meldregel:
    return Meldregel(
        reactie_id=reactie.id,
        soort=reactie.gesprek.onderwerp_soort,
        onderwerp_id=reactie.gesprek.onderwerp_id,
        titel=over.titel if over else "",
        gebied_id=reactie.gesprek.gebied_id,
        naam=reactie.auteur.naam,
        tekst=reactie.tekst,
        status=reactie.status,
        op=reactie.op,
        meldingen=len(gronden),
        gronden=tuple(dict.fromkeys(gronden)),
    )


def _gronden(ids: Sequence[ReactieId]) -> Mapping[ReactieId, Sequence[MeldGrond]]:
    """Return the grounds of the open reports of each of these."""
    statement = (
        select(ReactieMelding.reactie_id, ReactieMelding.grond)
        .where(ReactieMelding.reactie_id.in_(ids), ReactieMelding.afgehandeld_op.is_(None))
        .order_by(ReactieMelding.id)
    )
    found: dict[ReactieId, list[MeldGrond]] = defaultdict(list)
    for reactie_id, grond in db.session.execute(statement):
        found[reactie_id].append(grond)
    return found
