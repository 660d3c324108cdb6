"""Ticking the points of a checklist. Twice changes nothing, also when both come at once."""

from sqlalchemy import delete
from sqlalchemy.dialects import postgresql, sqlite

from participatie.core import clock
from participatie.core.db import db
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.kennisbank.errors import GeenPuntError
from participatie.kennisbank.events import PuntAfgevinkt, PuntTeruggezet
from participatie.kennisbank.models import Vinkje
from participatie.kennisbank.queries import list_checklists
from participatie.kennisbank.types import Hulpvraag


def tick(vraag: Hulpvraag, *, artikel_id: int, punt: int) -> bool:
    """Say that a point is seen to, and tell whether that is new."""
    _check_punt(vraag, artikel_id, punt)
    dialect = postgresql if db.engine.dialect.name == "postgresql" else sqlite
    statement = (
        dialect.insert(Vinkje)
        .values(
            onderwerp_soort=vraag.onderwerp.soort,
            onderwerp_id=vraag.onderwerp.id,
            artikel_id=artikel_id,
            punt=punt,
            op=clock.now(),
        )
        .on_conflict_do_nothing()
        .returning(Vinkje.id)
    )
    is_new = db.session.scalar(statement) is not None
    if is_new:
        _tell(PuntAfgevinkt, vraag.onderwerp, artikel_id, punt)
    return is_new


def untick(vraag: Hulpvraag, *, artikel_id: int, punt: int) -> bool:
    """Say that a point is to be seen to after all, and tell whether it was ticked."""
    statement = (
        delete(Vinkje)
        .where(
            Vinkje.onderwerp_soort == vraag.onderwerp.soort,
            Vinkje.onderwerp_id == vraag.onderwerp.id,
            Vinkje.artikel_id == artikel_id,
            Vinkje.punt == punt,
        )
        .returning(Vinkje.id)
    )
    was_ticked = db.session.scalar(statement) is not None
    if was_ticked:
        _tell(PuntTeruggezet, vraag.onderwerp, artikel_id, punt)
    return was_ticked


def _check_punt(vraag: Hulpvraag, artikel_id: int, punt: int) -> None:
    """Raise unless this point stands on this moment in a checklist for this kind of thing."""
    for lijst in list_checklists(vraag.initiatiefsoort, vraag.thema):
        if lijst.artikel_id == artikel_id and any(one.nummer == punt for one in lijst.puntenlijst):
            return
    raise GeenPuntError


def _tell(
    event_type: type[PuntAfgevinkt] | type[PuntTeruggezet],
    onderwerp: Onderwerp,
    artikel_id: int,
    punt: int,
) -> None:
    publish(
        event_type(
            occurred_at=clock.now(),
            actor_id=None,
            onderwerp=onderwerp,
            artikel_id=artikel_id,
            punt=punt,
        )
    )
