"""Reading the journal."""

from collections.abc import Sequence

from sqlalchemy import func, select

from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.journal.models import JournalEntry

RECENT = 1_000


def latest_number() -> int:
    """Return the number of the newest line; 0 when nothing happened yet."""
    return db.session.scalar(select(func.max(JournalEntry.id))) or 0


def get_version(*, zonder: Sequence[str] = ()) -> str:
    """Return a text that changes with every line, but for those about the soorten in `zonder`.

    The newest number alone would miss a transaction that got its number early and was committed
    late; so the number of recent lines is part of it.
    """
    counts = JournalEntry.onderwerp_soort.not_in(zonder)
    latest = select(func.coalesce(func.max(JournalEntry.id), 0)).where(counts).scalar_subquery()
    recent = select(func.count()).where(counts, JournalEntry.id > latest - RECENT)
    number, lines = db.session.execute(select(latest, recent.scalar_subquery())).one()
    return f"{number}-{lines}"


def find_changed(
    since: str, *, zonder: Sequence[str] = (), most: int
) -> frozenset[Onderwerp] | None:
    """Return what changed since a version of `get_version` with the same `zonder`.

    None when that is more than `most` lines, or when a line came late and nobody knows which.
    """
    number, lines = (int(part) for part in since.split("-"))
    counts = JournalEntry.onderwerp_soort.not_in(zonder)
    before = select(func.count()).where(
        counts, JournalEntry.id > number - RECENT, JournalEntry.id <= number
    )
    if db.session.scalar(before) != lines:
        return None
    rows = db.session.execute(
        select(JournalEntry.onderwerp_soort, JournalEntry.onderwerp_id)
        .where(counts, JournalEntry.id > number)
        .limit(most + 1)
    ).all()
    return frozenset(Onderwerp(*row) for row in rows) if len(rows) <= most else None


def list_entries(onderwerp: Onderwerp) -> Sequence[JournalEntry]:
    """Return what happened to this onderwerp, oldest first."""
    statement = (
        select(JournalEntry)
        .where(
            JournalEntry.onderwerp_soort == onderwerp.soort,
            JournalEntry.onderwerp_id == onderwerp.id,
        )
        .order_by(JournalEntry.id)
    )
    return db.session.scalars(statement).all()
