"""Reading berichten."""

from sqlalchemy import func, select

from participatie.core.db import db
from participatie.notifications.models import Bericht

MOST_COUNTED = 100


def count_ongelezen(gebruiker_id: int) -> int:
    """Return how many berichten someone did not read, and no more than needed to say "many"."""
    unread = (
        select(Bericht.id)
        .where(Bericht.gebruiker_id == gebruiker_id, Bericht.gelezen_op.is_(None))
        .limit(MOST_COUNTED)
        .subquery()
    )
    return db.session.scalar(select(func.count()).select_from(unread)) or 0
