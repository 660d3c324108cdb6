"""Writing the journal."""

from dataclasses import fields

from participatie.core.db import db
from participatie.core.events import Event
from participatie.journal.models import JournalEntry

OWN_FIELDS = {field.name for field in fields(Event)}


def record(event: Event) -> None:
    """Write the event down, in the same transaction as the change itself."""
    details = {field.name: getattr(event, field.name) for field in fields(event)}
    entry = JournalEntry(
        occurred_at=event.occurred_at,
        name=type(event).__name__,
        actor_id=event.actor_id,
        onderwerp_soort=event.onderwerp.soort,
        onderwerp_id=event.onderwerp.id,
        data={key: value for key, value in details.items() if key not in OWN_FIELDS},
    )
    db.session.add(entry)
