"""Who sent something in follows it from the day it is published."""

from participatie.discussion.services import follow
from participatie.inzendingen.events import InzendingStatusGewijzigd
from participatie.inzendingen.queries import get_inzending
from participatie.inzendingen.types import InzendingId, Status


def follow_own(event: InzendingStatusGewijzigd) -> None:
    """Let the sender follow it, the first time only: who stopped following is not made to."""
    if event.naar != Status.GEPUBLICEERD:
        return
    inzending = get_inzending(InzendingId(event.onderwerp.id))
    if inzending.gepubliceerd_op == event.occurred_at:
        follow(event.onderwerp, gebruiker_id=inzending.indiener_id)
