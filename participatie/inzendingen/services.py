"""Changing what all inzendingen share. No commit here: see core.transactions."""

from datetime import datetime

from sqlalchemy.orm.exc import StaleDataError

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import StaleError
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.inzendingen.events import (
    InzendingStatusGewijzigd,
    PubliekGewijzigd,
    ReactietermijnGewijzigd,
)
from participatie.inzendingen.models import Inzending, Reactietermijn, Statusstap
from participatie.inzendingen.queries import get_termijn
from participatie.inzendingen.rules import (
    DIRECT_GEPLAATST,
    check_termijn,
    check_transition,
    due_date,
    kenmerk_of,
)
from participatie.inzendingen.types import InzendingSoort, Status


def change_status(
    inzending: Inzending, naar: Status, *, door_id: GebruikerId, toelichting: str = ""
) -> None:
    """Move an inzending along the transition table and write it in its history."""
    van = inzending.status
    check_transition(van, naar)
    moment = clock.now()
    inzending.status = naar
    inzending.gewijzigd_op = moment
    inzending.nog_niet_bekeken = False
    if naar is Status.INGEDIEND and door_id == inzending.indiener_id:
        _receive(inzending, moment)
    if naar is Status.GEPUBLICEERD:
        inzending.gepubliceerd_op = inzending.gepubliceerd_op or moment
    inzending.stappen.append(
        Statusstap(van=van, naar=naar, op=moment, door_id=door_id, toelichting=toelichting)
    )
    flush_version()
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
    if Status.GEPUBLICEERD in {van, naar}:
        publish_publiek_gewijzigd(inzending, door_id=door_id)


def publish_publiek_gewijzigd(
    inzending: Inzending, *, door_id: GebruikerId, ook_project_ids: frozenset[int] = frozenset()
) -> None:
    """Tell everyone who reads about this inzending that it changed."""
    project_ids = frozenset(int(koppeling.project_id) for koppeling in inzending.koppelingen)
    publish(
        PubliekGewijzigd(
            occurred_at=inzending.gewijzigd_op,
            actor_id=door_id,
            onderwerp=Onderwerp(inzending.soort, inzending.id),
            gebied_ids=() if inzending.gebied_id is None else (inzending.gebied_id,),
            project_ids=tuple(sorted(project_ids | ook_project_ids)),
        )
    )


def _receive(inzending: Inzending, moment: datetime) -> None:
    """Give it a number when it is new, and let the term of answer run from now."""
    day = moment.astimezone(clock.AMSTERDAM).date()
    inzending.ingediend_op = inzending.ingediend_op or moment
    inzending.kenmerk = inzending.kenmerk or kenmerk_of(inzending.id, day.year)
    inzending.reactie_voor = due_date(day, get_termijn(inzending.soort))


def publish_unseen(inzending: Inzending) -> None:
    """Make public at once what was sent in, to be looked at afterwards."""
    change_status(
        inzending,
        Status.GEPUBLICEERD,
        door_id=inzending.indiener_id,
        toelichting=DIRECT_GEPLAATST,
    )
    inzending.nog_niet_bekeken = True
    flush_version()


def mark_seen(inzending: Inzending, *, door_id: GebruikerId, toelichting: str) -> None:
    """Leave on the site what was public already, now that the gemeente has looked at it."""
    moment = clock.now()
    inzending.nog_niet_bekeken = False
    inzending.gewijzigd_op = moment
    inzending.stappen.append(
        Statusstap(
            van=inzending.status,
            naar=inzending.status,
            op=moment,
            door_id=door_id,
            toelichting=toelichting,
        )
    )
    flush_version()
    publish_publiek_gewijzigd(inzending, door_id=door_id)


def set_termijn(soort: InzendingSoort, dagen: int | None, *, door_id: GebruikerId) -> None:
    """Say within how many days a kind of inzending is answered; what was promised stays so."""
    found = db.session.get(Reactietermijn, soort) or Reactietermijn(soort=soort)
    found.dagen = check_termijn(dagen)
    db.session.add(found)
    publish(
        ReactietermijnGewijzigd(
            occurred_at=clock.now(),
            actor_id=door_id,
            onderwerp=Onderwerp("reactietermijn", 0),
            soort=soort,
            dagen=found.dagen,
        )
    )


def check_version(inzending: Inzending, versie: int) -> None:
    """Raise when the inzending was changed since the version someone looked at."""
    if inzending.versie != versie:
        raise StaleError


def flush_version() -> None:
    """Send the changes to the database; a version someone else changed is refused here."""
    try:
        db.session.flush()  # a stale version is refused before anyone hears of the change
    except StaleDataError as error:
        raise StaleError from error
