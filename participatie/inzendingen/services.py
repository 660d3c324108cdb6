"""Changing what all inzendingen share. No commit here: see core.transactions."""

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.inzendingen.events import InzendingStatusGewijzigd
from participatie.inzendingen.models import Inzending, Statusstap
from participatie.inzendingen.rules import check_transition, due_date
from participatie.inzendingen.types import Status


def change_status(
    inzending: Inzending, naar: Status, *, door_id: GebruikerId, toelichting: str = ""
) -> None:
    """Move an inzending along the transition table and write it in its history."""
    van = inzending.status
    check_transition(van, naar)
    moment = clock.now()
    inzending.status = naar
    inzending.gewijzigd_op = moment
    if naar is Status.INGEDIEND:
        inzending.ingediend_op = inzending.ingediend_op or moment
        inzending.reactie_voor = due_date(moment.astimezone(clock.AMSTERDAM).date())
    if naar is Status.GEPUBLICEERD:
        inzending.gepubliceerd_op = inzending.gepubliceerd_op or moment
    inzending.stappen.append(
        Statusstap(van=van, naar=naar, op=moment, door_id=door_id, toelichting=toelichting)
    )
    db.session.flush()  # a stale version is refused here, before anyone hears of it
    publish(
        InzendingStatusGewijzigd(
            occurred_at=moment,
            actor_id=door_id,
            onderwerp=Onderwerp(inzending.soort, inzending.id),
            van=van,
            naar=naar,
            gebied_id=inzending.gebied_id,
        )
    )
