"""Reading what was done to many at once."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from participatie.accounts.types import GebruikerId
from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.gebieden.types import GebiedId
from participatie.inzendingen.models import Inzending
from participatie.inzendingen.types import Status
from participatie.moderation.models_werk import Bulkactie, Bulkdeel
from participatie.moderation.types import Keuze


def find_bulkactie_by_sleutel(sleutel: str) -> Bulkactie | None:
    """Return what was done with this form."""
    return db.session.scalars(select(Bulkactie).where(Bulkactie.sleutel == sleutel)).one_or_none()


def get_bulkactie(actie_id: int, door_id: GebruikerId) -> Bulkactie:
    """Return what this person did to many at once; that of others does not exist here."""
    statement = (
        select(Bulkactie)
        .where(Bulkactie.id == actie_id, Bulkactie.door_id == door_id)
        .options(selectinload(Bulkactie.delen).joinedload(Bulkdeel.inzending))
    )
    found = db.session.scalars(statement).one_or_none()
    if found is None:
        raise NotFoundError
    return found


def list_chosen(keuzes: Sequence[Keuze], own: frozenset[GebiedId]) -> Sequence[Inzending]:
    """Return what was ticked and is of one's own gebieden, in that order."""
    wanted = [keuze.inzending_id for keuze in keuzes]
    statement = (
        select(Inzending)
        .where(
            Inzending.id.in_(wanted),
            Inzending.gebied_id.in_(sorted(own)),
            Inzending.status != Status.CONCEPT,
        )
        .options(joinedload(Inzending.gebied))
    )
    found = {one.id: one for one in db.session.scalars(statement)}
    return [found[number] for number in wanted if number in found]
