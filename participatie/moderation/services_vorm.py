"""Looking before or after something is public: kept per gebied, applied when it arrives."""

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.gebieden.models import Gebied
from participatie.gebieden.queries import get_boom
from participatie.inzendingen.events import InzendingStatusGewijzigd
from participatie.inzendingen.queries import get_inzending
from participatie.inzendingen.services import publish_unseen
from participatie.inzendingen.types import InzendingId, Status
from participatie.moderation.events import ModeratievormGewijzigd
from participatie.moderation.models_werk import Achterafgebied
from participatie.moderation.queries_verdeling import list_achteraf


def set_vorm(gebied: Gebied, *, achteraf: bool, door_id: GebruikerId) -> None:
    """Say whether the gemeente looks afterwards in this gebied and all that lies in it."""
    found = db.session.get(Achterafgebied, gebied.id)
    if (found is not None) is achteraf:
        return
    if found is None:
        db.session.add(Achterafgebied(gebied_id=gebied.id, sinds=clock.now()))
    else:
        db.session.delete(found)
    publish(
        ModeratievormGewijzigd(
            occurred_at=clock.now(),
            actor_id=door_id,
            onderwerp=Onderwerp("gebied", gebied.id),
            gebied_id=gebied.id,
            achteraf=achteraf,
        )
    )


def publish_on_arrival(event: InzendingStatusGewijzigd) -> None:
    """Make public at once what is sent in for the first time where the gemeente looks afterwards.

    What comes back after a question is looked at first: there was a reason to ask.
    """
    if (event.van, event.naar) != (Status.CONCEPT, Status.INGEDIEND):
        return
    inzending = get_inzending(InzendingId(event.onderwerp.id))
    if list_achteraf() & set(get_boom().keten(inzending.gebied_id)):
        publish_unseen(inzending)
