"""A week in which far more was heard than usual, and what the gemeente did with it."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from sqlalchemy import select

from participatie.accounts.models import Gebruiker
from participatie.core import clock
from participatie.core.clock import AMSTERDAM
from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.demo.services_mensen import BEWONERS
from participatie.discussion.services import support
from participatie.gebieden.queries import get_boom
from participatie.inzendingen.models import Inzending
from participatie.inzendingen.types import Status
from participatie.signalen.rules import last_week
from participatie.signalen.services import make_signalen

STADSDEEL = "Schalkwijk"


def hear_a_rise(people: Mapping[str, Gebruiker]) -> None:
    """Let many support one initiatief of Schalkwijk in the last week that is over."""
    boom = get_boom()
    (deel,) = (found.id for found in boom.omtrekken.values() if found.naam == STADSDEEL)
    statement = (
        select(Inzending)
        .where(Inzending.status == Status.GEPUBLICEERD, Inzending.gebied_id.in_(boom.onder(deel)))
        .order_by(Inzending.id.desc())
        .limit(1)
    )
    initiatief = db.session.scalars(statement).one()
    begin = datetime.combine(last_week(clock.today()), time(19), AMSTERDAM)
    for number, bewoner in enumerate(BEWONERS):
        with clock.set_to(begin + timedelta(hours=5 * number)):
            support(Onderwerp("initiatief", initiatief.id), gebruiker_id=people[bewoner.email].id)
    make_signalen()
