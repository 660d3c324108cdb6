"""What happens to what someone said, supported and followed when that person leaves."""

from sqlalchemy import delete, update

from participatie.accounts.events import AccountVerwijderd
from participatie.core.db import db
from participatie.discussion.models import Steun, Volging
from participatie.discussion.models_gesprek import Reactie, ReactieMelding
from participatie.discussion.types import ReactieStatus


def forget_person(event: AccountVerwijderd) -> None:
    """Empty every reactie, for it may say who wrote it, and forget support and following.

    Where a reactie has answers a line without a name stays in its place. Of a report the ground
    stays, for the record of what the gemeente did; what was written with it goes.
    """
    who = event.onderwerp.id
    for teken in (Steun, Volging):
        db.session.execute(delete(teken).where(teken.gebruiker_id == who))
    db.session.execute(
        update(Reactie)
        .where(Reactie.auteur_id == who)
        .values(tekst="", status=ReactieStatus.VERWIJDERD, digest="")
    )
    db.session.execute(
        update(ReactieMelding).where(ReactieMelding.melder_id == who).values(toelichting="")
    )
