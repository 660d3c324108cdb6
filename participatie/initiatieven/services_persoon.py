"""What happens to someone's initiatieven when that person leaves."""

from sqlalchemy import delete, update

from participatie.accounts.events import AccountVerwijderd
from participatie.accounts.types import GebruikerId
from participatie.core.db import db
from participatie.initiatieven.models_klopt import Kloptantwoord
from participatie.initiatieven.models_voortgang import Medeinitiatiefnemer, Uitnodiging
from participatie.initiatieven.queries import list_eigen
from participatie.initiatieven.services import delete_concept
from participatie.inzendingen.types import Status

NA_VERWIJDEREN = "Wie dit schreef, heeft geen account meer."


def delete_concepten(event: AccountVerwijderd) -> None:
    """Throw away what was never sent: only its writer could see it."""
    for initiatief in list_eigen(GebruikerId(event.onderwerp.id)):
        if initiatief.status is Status.CONCEPT:
            delete_concept(initiatief)


def forget_deelname(event: AccountVerwijderd) -> None:
    """Let someone take part no longer: what was public stays, what was for few goes."""
    wie = GebruikerId(event.onderwerp.id)
    db.session.execute(delete(Medeinitiatiefnemer).where(Medeinitiatiefnemer.gebruiker_id == wie))
    db.session.execute(delete(Uitnodiging).where(Uitnodiging.door_id == wie))
    db.session.execute(
        update(Kloptantwoord)
        .where(Kloptantwoord.gebruiker_id == wie, Kloptantwoord.reden != "")
        .values(reden=NA_VERWIJDEREN)
    )
