"""What happens to an inzending the moment it is sent for the first time."""

from participatie.inzendingen.events import InzendingStatusGewijzigd
from participatie.inzendingen.queries import get_inzending
from participatie.inzendingen.types import InzendingId, Status
from participatie.moderation.services_verdeling import route_by_rule
from participatie.moderation.services_vorm import publish_where_afterwards


def on_arrival(event: InzendingStatusGewijzigd) -> None:
    """Give it to who handles it, and make it public where the gemeente looks afterwards.

    What comes back after a question is looked at first: there was a reason to ask.
    """
    if (event.van, event.naar) != (Status.CONCEPT, Status.INGEDIEND):
        return
    inzending = get_inzending(InzendingId(event.onderwerp.id))
    route_by_rule(inzending)
    publish_where_afterwards(inzending)
