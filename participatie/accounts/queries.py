"""Reading accounts."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from participatie.accounts.models import Gebruiker
from participatie.accounts.types import GebruikerId
from participatie.core.db import db
from participatie.core.errors import NotFoundError


def find_by_session_id(session_id: str) -> Gebruiker | None:
    """Return the gebruiker of a session cookie, unless the zegel has changed since."""
    number, _, zegel = session_id.partition(":")
    if not number.isdecimal() or len(number) > len(str(2**31)):
        return None
    statement = (
        select(Gebruiker)
        .where(Gebruiker.id == int(number), Gebruiker.zegel == zegel)
        .options(joinedload(Gebruiker.rollen))
    )
    return db.session.scalars(statement).unique().one_or_none()


def find_by_email(email: str) -> Gebruiker | None:
    """Return the gebruiker with this address, however it is written."""
    return db.session.scalar(select(Gebruiker).where(Gebruiker.email == email.strip().lower()))


def get_gebruiker(gebruiker_id: GebruikerId) -> Gebruiker:
    """Return the gebruiker, or raise when there is none."""
    gebruiker = db.session.get(Gebruiker, gebruiker_id)
    if gebruiker is None:
        raise NotFoundError
    return gebruiker
