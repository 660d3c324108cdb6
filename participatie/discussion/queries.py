"""Reading who follows and how many support."""

from collections.abc import Sequence

from sqlalchemy import func, select

from participatie.accounts.types import GebruikerId
from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.discussion.models import Steun, Volging


def list_volger_ids(onderwerp: Onderwerp) -> Sequence[GebruikerId]:
    """Return who follows this."""
    return db.session.scalars(
        select(Volging.gebruiker_id)
        .where(Volging.onderwerp_soort == onderwerp.soort, Volging.onderwerp_id == onderwerp.id)
        .order_by(Volging.gebruiker_id)
    ).all()


def is_volger(onderwerp: Onderwerp, gebruiker_id: GebruikerId) -> bool:
    """Tell whether someone follows this."""
    return (
        db.session.scalar(
            select(Volging.id).where(
                Volging.onderwerp_soort == onderwerp.soort,
                Volging.onderwerp_id == onderwerp.id,
                Volging.gebruiker_id == gebruiker_id,
            )
        )
        is not None
    )


def count_steun(onderwerp: Onderwerp) -> int:
    """Return how many support this."""
    return (
        db.session.scalar(
            select(func.count()).where(
                Steun.onderwerp_soort == onderwerp.soort, Steun.onderwerp_id == onderwerp.id
            )
        )
        or 0
    )
