"""Following and supporting. Doing it twice changes nothing, also when both come at once."""

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.discussion.models import Steun, Volging

Teken = type[Volging] | type[Steun]


def follow(onderwerp: Onderwerp, *, gebruiker_id: GebruikerId) -> bool:
    """Let someone follow, and tell whether that is new."""
    return _add(Volging, onderwerp, gebruiker_id)


def unfollow(onderwerp: Onderwerp, *, gebruiker_id: GebruikerId) -> bool:
    """Let someone follow no more, and tell whether he did."""
    return _remove(Volging, onderwerp, gebruiker_id)


def support(onderwerp: Onderwerp, *, gebruiker_id: GebruikerId) -> bool:
    """Let someone support, and tell whether that is new."""
    return _add(Steun, onderwerp, gebruiker_id)


def withdraw_support(onderwerp: Onderwerp, *, gebruiker_id: GebruikerId) -> bool:
    """Let someone support no more, and tell whether he did."""
    return _remove(Steun, onderwerp, gebruiker_id)


def _add(teken: Teken, onderwerp: Onderwerp, gebruiker_id: GebruikerId) -> bool:
    dialect = postgresql if db.engine.dialect.name == "postgresql" else sqlite
    statement = (
        dialect.insert(teken)
        .values(
            onderwerp_soort=onderwerp.soort,
            onderwerp_id=onderwerp.id,
            gebruiker_id=gebruiker_id,
            op=clock.now(),
        )
        .on_conflict_do_nothing()
        .returning(teken.id)
    )
    return db.session.scalar(statement) is not None


def _remove(teken: Teken, onderwerp: Onderwerp, gebruiker_id: GebruikerId) -> bool:
    found = db.session.scalar(
        select(teken).where(
            teken.onderwerp_soort == onderwerp.soort,
            teken.onderwerp_id == onderwerp.id,
            teken.gebruiker_id == gebruiker_id,
        )
    )
    if found is None:
        return False
    db.session.execute(delete(teken).where(teken.id == found.id))
    return True
