"""Mail to whom sent something in. Written in the transaction of what it tells."""

from participatie.core.mail import queue_mail, site_link
from participatie.inzendingen.events import InzendingStatusGewijzigd
from participatie.inzendingen.queries import get_inzending
from participatie.inzendingen.types import InzendingId, Status
from participatie.notifications.rules import path_of
from participatie.notifications.services_besluit import make_letter, send_letter


def mail_ontvangst(event: InzendingStatusGewijzigd) -> None:
    """Confirm the receipt with the time and a copy, each time the indiener himself sends it."""
    if event.naar != Status.INGEDIEND:
        return
    inzending = get_inzending(InzendingId(event.onderwerp.id))
    if event.actor_id != inzending.indiener_id:
        return
    queue_mail(
        to=inzending.indiener.email,
        template="notifications/mail/ontvangst.txt",
        inzending=inzending,
        moment=event.occurred_at,
        opnieuw=event.van == Status.AANPASSEN,
        link=site_link(path_of(inzending.soort, inzending.id)),
    )


def mail_ingetrokken(event: InzendingStatusGewijzigd) -> None:
    """Confirm to the indiener that he took it back."""
    if event.naar != Status.INGETROKKEN:
        return
    send_letter(make_letter("ingetrokken", event.onderwerp.id, moment=event.occurred_at))
