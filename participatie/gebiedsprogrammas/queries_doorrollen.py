"""What a roll-over would do, what it did, and whether it can be undone."""

from collections.abc import Sequence

from sqlalchemy import and_, select
from sqlalchemy.orm import selectinload

from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.gebieden.types import Omtrek
from participatie.gebiedsprogrammas.models import DoorrolItem, Doorrolling, Gebiedsprogramma
from participatie.gebiedsprogrammas.queries import (
    eigen_ids,
    get_toestanden,
    list_programmagebieden,
)
from participatie.gebiedsprogrammas.queries_items import held, list_items
from participatie.gebiedsprogrammas.rules import AANTAL_JAREN
from participatie.gebiedsprogrammas.rules_doorrollen import jaren_om_te_kiezen, last_day
from participatie.gebiedsprogrammas.rules_programma import fingerprint
from participatie.gebiedsprogrammas.types import Item, ProgrammaStatus
from participatie.gebiedsprogrammas.types_planning import Doorrolvoorstel
from participatie.programmas.models import ProjectStand
from participatie.programmas.rules import FASEN_VOORBIJ


def list_doorroljaren() -> list[int]:
    """Return the years to which can be rolled over now, once each; see `jaren_om_te_kiezen`."""
    vandaag = clock.today()
    jaar = vandaag.year
    statement = select(Doorrolling.jaar).where(
        Doorrolling.ongedaan_op.is_(None), Doorrolling.jaar >= jaar
    )
    done = set(db.session.scalars(statement))
    choices = jaren_om_te_kiezen(vandaag)
    return [found for found in choices if found not in done and found + 1 not in done]


def get_voorstel(jaar: int) -> Doorrolvoorstel:
    """Return what a roll-over to this year would do."""
    gebieden = list_programmagebieden()
    years = (jaar, jaar + AANTAL_JAREN - 1)
    toestanden = get_toestanden([omtrek.id for omtrek in gebieden], years)
    nieuw = tuple(
        (omtrek, found)
        for omtrek in gebieden
        for found in years
        if not toestanden[omtrek.id, found].gemaakt
    )
    items = list_items(
        and_(
            held(None),
            ProjectStand.fase.not_in(FASEN_VOORBIJ),
            ProjectStand.eind <= last_day(jaar - 1),
        )
    )
    return Doorrolvoorstel(jaar, nieuw, _per_gebied(gebieden, items), fingerprint(items))


def _per_gebied(
    gebieden: Sequence[Omtrek], items: Sequence[Item]
) -> tuple[tuple[Omtrek, tuple[Item, ...]], ...]:
    """Return each item once, under the first gebied it is part of."""
    left = list(items)
    found = []
    for omtrek in gebieden:
        ids = eigen_ids(omtrek)
        here = tuple(item for item in left if not item.gebied_ids.isdisjoint(ids))
        left = [item for item in left if item not in here]
        if here:
            found.append((omtrek, here))
    return tuple(found)


def get_doorrolling(doorrolling_id: int, *, lock: bool = False) -> Doorrolling:
    """Return a roll-over with what it did, or raise."""
    statement = (
        select(Doorrolling)
        .where(Doorrolling.id == doorrolling_id)
        .options(selectinload(Doorrolling.items))
    )
    if lock:
        statement = statement.with_for_update()
    found = db.session.scalars(statement).one_or_none()
    if found is None:
        raise NotFoundError("Deze doorrolling bestaat niet.")
    return found


def list_doorrollingen() -> Sequence[Doorrolling]:
    """Return all roll-overs, newest first."""
    return db.session.scalars(select(Doorrolling).order_by(Doorrolling.id.desc())).all()


def list_gemaakt(doorrolling: Doorrolling) -> Sequence[Gebiedsprogramma]:
    """Return the concepts that a roll-over made, as far as they are still there."""
    statement = (
        select(Gebiedsprogramma)
        .where(Gebiedsprogramma.doorrolling_id == doorrolling.id)
        .order_by(Gebiedsprogramma.jaar, Gebiedsprogramma.id)
    )
    return db.session.scalars(statement).all()


def list_gedaan(doorrolling: Doorrolling) -> Sequence[tuple[DoorrolItem, ProjectStand]]:
    """Return what a roll-over did with each item, with what the item said before."""
    statement = (
        select(DoorrolItem, ProjectStand)
        .join(ProjectStand, ProjectStand.id == DoorrolItem.van_stand_id)
        .where(DoorrolItem.doorrolling_id == doorrolling.id)
        .order_by(DoorrolItem.id)
    )
    return [(item, stand) for item, stand in db.session.execute(statement)]


def list_obstakels(doorrolling: Doorrolling) -> list[str]:
    """Return what was changed by hand since, in words; undoing would overwrite it."""
    changed = (
        select(ProjectStand.titel)
        .join(DoorrolItem, DoorrolItem.naar_stand_id == ProjectStand.id)
        .where(DoorrolItem.doorrolling_id == doorrolling.id, ProjectStand.tot.is_not(None))
        .order_by(ProjectStand.titel)
    )
    touched = [
        f"het programma {programma.gebied.naam} {programma.jaar}"
        for programma in list_gemaakt(doorrolling)
        if programma.status is not ProgrammaStatus.CONCEPT or programma.versie > 1
    ]
    return [*(f"“{titel}”" for titel in db.session.scalars(changed)), *touched]
