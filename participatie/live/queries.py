"""Reading the journal by its number, for who wants to know what is new."""

from collections.abc import Iterable
from datetime import timedelta

from sqlalchemy import Connection, or_, select

from participatie.core import clock
from participatie.core.db import db
from participatie.gebieden.queries import get_boom
from participatie.journal.models import JournalEntry
from participatie.live.rules import (
    advance,
    make_bericht,
    make_melding,
    openbare_namen,
)
from participatie.live.types import Bericht, Melding, Stand, Vraag

RECENT = 200
"""So many of the last lines are looked at for numbers that were skipped."""
RENDERING = timedelta(seconds=5)
"""What happened this shortly before a page was made may have been too late to be on it."""
AT_ONCE = 2_000


def find_stand(connection: Connection) -> Stand:
    """Return how far the journal is now, with the numbers that may still come."""
    recent = select(JournalEntry.id).order_by(JournalEntry.id.desc()).limit(RECENT)
    return _stand_of(connection.scalars(recent))


def page_stand() -> Stand:
    """Return from where a page that is made now must hear what is new."""
    recent = (
        select(JournalEntry.id, JournalEntry.occurred_at)
        .order_by(JournalEntry.id.desc())
        .limit(RECENT)
    )
    rows = db.session.execute(recent).all()
    before = clock.now() - RENDERING
    settled = [row.id for row in rows if row.occurred_at <= before]
    if rows and not settled:
        return Stand(nummer=rows[-1].id - 1)
    return _stand_of(settled)


def _stand_of(nummers: Iterable[int]) -> Stand:
    seen = sorted(nummers)
    return advance(Stand(nummer=seen[0] - 1), seen) if seen else Stand(nummer=0)


def list_nummers(connection: Connection, stand: Stand) -> list[int]:
    """Return the numbers of the lines after this stand, and of those that came late."""
    late = [JournalEntry.id.between(van, tot) for van, tot in stand.gaten]
    wanted = or_(JournalEntry.id > stand.nummer, *late)
    statement = select(JournalEntry.id).where(wanted).order_by(JournalEntry.id).limit(AT_ONCE)
    return list(connection.scalars(statement))


def list_meldingen(connection: Connection, nummers: list[int]) -> list[Melding]:
    """Return which of these lines are for everyone, as open pages hear them."""
    statement = (
        select(
            JournalEntry.id,
            JournalEntry.name,
            JournalEntry.onderwerp_soort,
            JournalEntry.onderwerp_id,
            JournalEntry.data,
        )
        .where(JournalEntry.id.in_(nummers), JournalEntry.name.in_(openbare_namen()))
        .order_by(JournalEntry.id)
    )
    return [
        make_melding(
            nummer=row.id,
            naam=row.name,
            soort=row.onderwerp_soort,
            onderwerp_id=row.onderwerp_id,
            data=row.data,
        )
        for row in connection.execute(statement)
    ]


def read_on(connection: Connection, stand: Stand) -> Bericht:
    """Return what is new since this stand, and the stand after it."""
    nummers = list_nummers(connection, stand)
    if not nummers:
        return Bericht(stand=stand)
    after = advance(stand, nummers)
    if len(nummers) == AT_ONCE:
        return Bericht(stand=after, alles=True)
    return make_bericht(after, list_meldingen(connection, nummers))


def catch_up(stand: Stand | None) -> Bericht:
    """Return what a page that was away has missed; of much only that there was."""
    connection = db.session.connection()
    if stand is None:
        return Bericht(stand=find_stand(connection))
    bericht = read_on(connection, stand)
    if bericht.alles:
        return Bericht(stand=find_stand(connection), alles=True)
    return bericht


def with_gebieden(vraag: Vraag) -> Vraag:
    """Let a page of a gebied also hear what is below it, and what is for all around it."""
    if not vraag.gebied_ids:
        return vraag
    boom = get_boom()
    known = [number for number in vraag.gebied_ids if number in boom.omtrekken]
    ids = vraag.gebied_ids.union(*(boom.onder(number) for number in known))
    ids = ids.union(*(boom.keten(number) for number in known))
    return Vraag(soorten=vraag.soorten, dingen=vraag.dingen, gebied_ids=ids, alles=vraag.alles)
