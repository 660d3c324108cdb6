"""Following and supporting. Doing it twice changes nothing, also when both come at once."""

from sqlalchemy import delete
from sqlalchemy.dialects import postgresql, sqlite

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.events import Event, publish
from participatie.core.onderwerpen import Onderwerp
from participatie.discussion.events import (
    GesprekGewijzigd,
    SteunGegeven,
    SteunIngetrokken,
    VolgenBegonnen,
    VolgenGestopt,
)
from participatie.discussion.models import Steun, Volging
from participatie.gebieden.types import GebiedId

Teken = type[Volging] | type[Steun]


def follow(onderwerp: Onderwerp, *, gebruiker_id: GebruikerId) -> bool:
    """Let someone follow, and tell whether that is new."""
    return _add(Volging, onderwerp, gebruiker_id) and _tell(VolgenBegonnen, onderwerp)


def unfollow(onderwerp: Onderwerp, *, gebruiker_id: GebruikerId) -> bool:
    """Let someone follow no more, and tell whether he did."""
    return _remove(Volging, onderwerp, gebruiker_id) and _tell(VolgenGestopt, onderwerp)


def support(onderwerp: Onderwerp, *, gebruiker_id: GebruikerId) -> bool:
    """Let someone support, and tell whether that is new."""
    return _add(Steun, onderwerp, gebruiker_id) and _tell(SteunGegeven, onderwerp)


def withdraw_support(onderwerp: Onderwerp, *, gebruiker_id: GebruikerId) -> bool:
    """Let someone support no more, and tell whether he did."""
    return _remove(Steun, onderwerp, gebruiker_id) and _tell(SteunIngetrokken, onderwerp)


def publish_gewijzigd(onderwerp: Onderwerp, gebied_id: GebiedId | None) -> None:
    """Tell the open pages about this, which is public, to look again."""
    publish(
        GesprekGewijzigd(
            occurred_at=clock.now(), actor_id=None, onderwerp=onderwerp, gebied_id=gebied_id
        )
    )


def _tell(event_type: type[Event], onderwerp: Onderwerp) -> bool:
    publish(event_type(occurred_at=clock.now(), actor_id=None, onderwerp=onderwerp))
    return True


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
    statement = (
        delete(teken)
        .where(
            teken.onderwerp_soort == onderwerp.soort,
            teken.onderwerp_id == onderwerp.id,
            teken.gebruiker_id == gebruiker_id,
        )
        .returning(teken.id)
    )
    return db.session.scalar(statement) is not None
