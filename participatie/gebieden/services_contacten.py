"""Changing who answers questions about a gebied. No commit here: see core.transactions."""

from collections.abc import Sequence

from sqlalchemy import func, select

from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import InvalidInputError, NotFoundError, StaleError
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.gebieden.events import ContactenGewijzigd
from participatie.gebieden.models import Contact, Gebied
from participatie.gebieden.types import Contactgegevens

MAX_CONTACTEN = 10


def list_contacten(gebied: Gebied) -> Sequence[Contact]:
    """Return the contacts of this gebied itself."""
    statement = (
        select(Contact)
        .where(Contact.gebied_id == gebied.id)
        .order_by(Contact.volgorde, Contact.naam, Contact.id)
    )
    return db.session.scalars(statement).all()


def get_contact(gebied: Gebied, contact_id: int) -> Contact:
    """Return a contact of this gebied, or raise `NotFoundError`."""
    for contact in list_contacten(gebied):
        if contact.id == contact_id:
            return contact
    raise NotFoundError("Dit contact bestaat niet meer.")


def add_contact(gebied: Gebied, gegevens: Contactgegevens, *, door_id: int) -> Contact:
    """Add someone to call about a gebied."""
    if _count(gebied) >= MAX_CONTACTEN:
        raise InvalidInputError(
            f"Een gebied heeft hoogstens {MAX_CONTACTEN} contacten. Haal er eerst een weg.",
            field="naam",
        )
    contact = Contact(gebied_id=gebied.id, volgorde=_count(gebied))
    _fill(contact, gegevens)
    db.session.add(contact)
    _publish(gebied, door_id)
    return contact


def change_contact(
    contact: Contact, gegevens: Contactgegevens, *, versie: int, door_id: int
) -> None:
    """Change a contact, unless someone else did in the meantime."""
    if contact.versie != versie:
        raise StaleError
    _fill(contact, gegevens)
    _publish(contact.gebied, door_id)


def remove_contact(contact: Contact, *, door_id: int) -> None:
    """Remove a contact."""
    gebied = contact.gebied
    db.session.delete(contact)
    _publish(gebied, door_id)


def _fill(contact: Contact, gegevens: Contactgegevens) -> None:
    contact.naam = gegevens.naam
    contact.functie = gegevens.functie
    contact.email = gegevens.email or None
    contact.telefoon = gegevens.telefoon or None


def _count(gebied: Gebied) -> int:
    statement = select(func.count(Contact.id)).where(Contact.gebied_id == gebied.id)
    return db.session.scalar(statement) or 0


def _publish(gebied: Gebied, door_id: int) -> None:
    db.session.flush()  # so that the count is of what is there now
    publish(
        ContactenGewijzigd(
            occurred_at=clock.now(),
            actor_id=door_id,
            onderwerp=Onderwerp("gebied", gebied.id),
            gebied_id=gebied.id,
            aantal=_count(gebied),
        )
    )
