"""Finding the gebied of inzendingen again when outlines have changed. No commit here."""

from sqlalchemy import select, update

from participatie.core import clock
from participatie.core.db import db
from participatie.core.events import Event, publish
from participatie.core.geometry import middle_of
from participatie.core.onderwerpen import Onderwerp
from participatie.gebieden.queries import gebied_at
from participatie.inzendingen.events import InzendingenHerverdeeld
from participatie.inzendingen.models import Inzending


def find_gebieden_again(event: Event) -> None:
    """Put each inzending with a place in the gebied that is drawn around it now.

    A place that lies outside the new outlines keeps the gebied it had.
    """
    rows = db.session.execute(
        select(Inzending.id, Inzending.gebied_id, Inzending.geometrie)
        .where(Inzending.west.is_not(None))
        .order_by(Inzending.id)
    )
    moved = 0
    for inzending_id, gebied_id, geometrie in rows.all():
        found = gebied_at(*middle_of(geometrie)).kleinste
        if found is not None and found != gebied_id:
            change = update(Inzending).where(Inzending.id == inzending_id)
            db.session.execute(change.values(gebied_id=found))
            moved += 1
    if moved:
        publish(
            InzendingenHerverdeeld(
                occurred_at=clock.now(),
                actor_id=event.actor_id,
                onderwerp=Onderwerp("inzendingen", 0),
                aantal=moved,
            )
        )
