"""Internal notes: written for colleagues, never public."""

from participatie.accounts.models import Gebruiker
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import NotAllowedError
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.inzendingen.models import Inzending
from participatie.moderation import rules
from participatie.moderation.events import NotitieGeschreven, NotitieVerwijderd
from participatie.moderation.models import Notitie


def notitie_schrijven(*, inzending: Inzending, tekst: str, door: Gebruiker) -> Notitie:
    """Write a note for colleagues."""
    notitie = Notitie(
        inzending_id=inzending.id, tekst=rules.check_notitie(tekst), door=door, op=clock.now()
    )
    db.session.add(notitie)
    db.session.flush()  # the event names the id
    publish(
        NotitieGeschreven(
            occurred_at=notitie.op,
            actor_id=door.id,
            onderwerp=Onderwerp(inzending.soort, inzending.id),
            notitie_id=notitie.id,
        )
    )
    return notitie


def notitie_verwijderen(*, inzending: Inzending, notitie: Notitie, door: Gebruiker) -> None:
    """Remove a note of one's own, for good: it may be about a person."""
    if notitie.door_id != door.id:
        raise NotAllowedError("Alleen wie een notitie schreef, kan haar weghalen.")
    db.session.delete(notitie)
    publish(
        NotitieVerwijderd(
            occurred_at=clock.now(),
            actor_id=door.id,
            onderwerp=Onderwerp(inzending.soort, inzending.id),
            notitie_id=notitie.id,
        )
    )
