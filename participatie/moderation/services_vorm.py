"""Looking before or after something is public: kept per gebied, applied when it arrives."""

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.gebieden.models import Gebied
from participatie.gebieden.queries import get_boom
from participatie.inzendingen.models import Inzending
from participatie.inzendingen.services import publish_unseen
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


def publish_where_afterwards(inzending: Inzending) -> None:
    """Make public at once what arrives where the gemeente looks afterwards."""
    if list_achteraf() & set(get_boom().keten(inzending.gebied_id)):
        publish_unseen(inzending)
