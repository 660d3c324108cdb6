"""Mail about a gesprek: to the author of a reactie, and to who moderates when too much comes."""

from participatie.accounts.queries import list_moderators
from participatie.core.db import db
from participatie.core.mail import page_link, queue_mail, site_link
from participatie.discussion.events import (
    ReactieGebeurtenis,
    ReactiestroomGemeten,
    ReactieTeruggezet,
    ReactieVerborgen,
)
from participatie.discussion.models_gesprek import Ingreep
from participatie.discussion.queries_gesprek import get_reactie
from participatie.discussion.queries_onderwerpen import find_onderwerp
from participatie.discussion.types import ReactieId
from participatie.gebieden.queries import get_gebied
from participatie.gebieden.types import GebiedId


def mail_verborgen(event: ReactieVerborgen) -> None:
    """Tell the author that a reactie was hidden, and why."""
    _mail_author("reactie_verborgen", event, event.ingreep_id)


def mail_teruggezet(event: ReactieTeruggezet) -> None:
    """Tell the author that a reactie can be read again."""
    _mail_author("reactie_teruggezet", event, event.ingreep_id)


def mail_stroom(event: ReactiestroomGemeten) -> None:
    """Tell who moderates in a gebied that far more reacties come than usual."""
    gebied = get_gebied(GebiedId(event.gebied_id))
    for moderator in list_moderators(gebied.id):
        queue_mail(
            to=moderator.email,
            template="notifications/mail/reactiestroom.txt",
            gebied=gebied,
            aantal=event.aantal,
            link=page_link("moderation.meldingen"),
        )


def _mail_author(name: str, event: ReactieGebeurtenis, ingreep_id: int) -> None:
    reactie = get_reactie(ReactieId(event.reactie_id))
    over = find_onderwerp(event.onderwerp)
    queue_mail(
        to=reactie.auteur.email,
        template=f"notifications/mail/{name}.txt",
        reactie=reactie,
        ingreep=db.session.get_one(Ingreep, ingreep_id),
        titel=over.titel if over else "",
        link=site_link(over.pad) if over else "",
    )
