"""Moving a moment of the P&C cycle."""

from datetime import date

from sqlalchemy.exc import IntegrityError

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import StaleError
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.gebiedsprogrammas.events import PcMomentVerplaatst
from participatie.gebiedsprogrammas.models import PcMoment
from participatie.gebiedsprogrammas.queries_pc import find_pc_moment
from participatie.gebiedsprogrammas.rules import check_jaar
from participatie.gebiedsprogrammas.rules_pc import check_datum
from participatie.gebiedsprogrammas.types_planning import PcSoort


def zet_moment(
    *, soort: PcSoort, jaar: int, datum: date | None, actor_id: GebruikerId | None, versie: int
) -> None:
    """Give a moment another day; `versie` is what the redacteur saw, 0 for the usual day."""
    dag = check_datum(datum, check_jaar(jaar))
    moment = find_pc_moment(soort, jaar)
    if (moment.versie if moment else 0) != versie:
        raise StaleError
    try:
        with db.session.begin_nested():
            if moment is None:
                moment = PcMoment(soort=soort, jaar=jaar, datum=dag)
                db.session.add(moment)
            moment.datum = dag
            db.session.flush()  # the event needs the id; a colleague may be first
    except IntegrityError as error:
        raise StaleError from error
    publish(
        PcMomentVerplaatst(
            occurred_at=clock.now(),
            actor_id=actor_id,
            onderwerp=Onderwerp("pc_moment", moment.id),
            soort=soort.value,
            jaar=jaar,
            datum=dag.isoformat(),
        )
    )
