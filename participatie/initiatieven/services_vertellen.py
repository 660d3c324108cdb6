"""Telling the house what happened to a published initiatief. No commit here."""

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.events import Event, publish
from participatie.core.onderwerpen import Onderwerp
from participatie.initiatieven.errors_voortgang import AlOpgegaanError
from participatie.initiatieven.events import BezwaarBeoordeeld
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.models_klopt import Kloptantwoord
from participatie.initiatieven.types_voortgang import Oordeel
from participatie.inzendingen.services import flush_version, publish_publiek_gewijzigd


def onderwerp_of(initiatief: Initiatief) -> Onderwerp:
    """Return what events about an initiatief are about."""
    return Onderwerp(initiatief.soort, initiatief.id)


def tell(initiatief: Initiatief, event: Event) -> None:
    """Publish what happened, and that everyone can read something new about it."""
    initiatief.gewijzigd_op = event.occurred_at
    flush_version()
    publish(event)
    door_id = initiatief.indiener_id if event.actor_id is None else GebruikerId(event.actor_id)
    publish_publiek_gewijzigd(initiatief, door_id=door_id)


def check_goes_on(initiatief: Initiatief) -> None:
    """Raise when it went into another and goes on there."""
    if initiatief.opgegaan_in_id is not None:
        raise AlOpgegaanError


def judge(
    initiatief: Initiatief,
    bezwaar: Kloptantwoord,
    oordeel: Oordeel,
    *,
    reden: str,
    door_id: GebruikerId,
) -> None:
    """Write down what becomes of an objection, and why."""
    bezwaar.oordeel = oordeel
    bezwaar.oordeel_reden = reden
    bezwaar.beoordeeld_op = clock.now()
    bezwaar.beoordeeld_door_id = door_id
    publish(
        BezwaarBeoordeeld(
            occurred_at=bezwaar.beoordeeld_op,
            actor_id=door_id,
            onderwerp=onderwerp_of(initiatief),
            antwoord_id=bezwaar.id,
            oordeel=oordeel,
            gebied_id=initiatief.gebied_id,
        )
    )
