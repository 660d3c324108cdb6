"""How long berichten are kept, and what goes when someone leaves."""

from sqlalchemy import delete

from participatie.accounts.events import AccountVerwijderd
from participatie.core import clock
from participatie.core.db import db
from participatie.notifications.models import Bericht, Overzicht
from participatie.notifications.models_voorkeuren import (
    Berichtvoorkeur,
    Volgvoorkeur,
    Zoekopdracht,
)
from participatie.notifications.rules_berichten import BEWAREN


def delete_old() -> None:
    """Delete what was told longer ago than it is kept, read or not."""
    before = clock.now() - BEWAREN
    db.session.execute(delete(Bericht).where(Bericht.op < before))
    db.session.execute(delete(Overzicht).where(Overzicht.op < before))


def forget_person(event: AccountVerwijderd) -> None:
    """Forget what someone was told and what he asked to be told."""
    for table in (Bericht, Overzicht, Berichtvoorkeur, Volgvoorkeur, Zoekopdracht):
        db.session.execute(delete(table).where(table.gebruiker_id == event.onderwerp.id))
