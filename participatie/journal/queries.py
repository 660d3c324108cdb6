"""Reading the journal."""

from collections.abc import Sequence

from sqlalchemy import func, select

from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.journal.models import JournalEntry


def latest_number() -> int:
    """Return the number of the newest line; 0 when nothing happened yet."""
    return db.session.scalar(select(func.max(JournalEntry.id))) or 0


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
