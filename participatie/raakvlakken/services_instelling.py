"""Setting when projects touch and how many works are many. No commit here."""

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import StaleError
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.raakvlakken.events import RaakvlakInstellingGewijzigd
from participatie.raakvlakken.services import lock_instelling, mark_due
from participatie.raakvlakken.types import Instelling


def change_instelling(wanted: Instelling, *, actor_id: GebruikerId, versie: int) -> None:
    """Set when projects touch; a job then works out everything again."""
    row = lock_instelling()
    if row.versie != versie:
        raise StaleError
    changed = tuple(name for name, value in vars(wanted).items() if getattr(row, name) != value)
    if not changed:
        return
    for name in changed:
        setattr(row, name, getattr(wanted, name))
    db.session.flush()  # what is due is written beside the version
    publish(
        RaakvlakInstellingGewijzigd(
            occurred_at=clock.now(),
            actor_id=actor_id,
            onderwerp=Onderwerp("raakvlak-instelling", row.id),
            velden=changed,
        )
    )
    if {"afstand_m", "marge_maanden"} & set(changed):
        mark_due()
