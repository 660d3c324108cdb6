"""More time for an answer, once and with a reason; and taking that back."""

from participatie.accounts.models import Gebruiker
from participatie.core import clock
from participatie.core.db import db
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.inzendingen.models import Inzending
from participatie.inzendingen.queries import get_inzending, get_termijn
from participatie.inzendingen.rules import due_date
from participatie.inzendingen.services import flush_version
from participatie.inzendingen.types import Status
from participatie.moderation.errors import NietTerugTeDraaienError, VerlengenKanNietError
from participatie.moderation.events import TermijnVerlengd, VerlengingIngetrokken
from participatie.moderation.models_werk import Verlenging
from participatie.moderation.queries_termijn import find_verlenging
from participatie.moderation.rules import check_reden
from participatie.moderation.services import take_turn


def extend(*, inzending: Inzending, reden: str, door: Gebruiker, versie: int) -> Verlenging:
    """Promise the answer one term later; the sender is told why."""
    reden = check_reden(reden)
    take_turn(inzending, versie)
    if inzending.status is not Status.INGEDIEND or inzending.reactie_voor is None:
        raise VerlengenKanNietError("Er loopt geen termijn. Er is al antwoord gegeven.")
    if find_verlenging(inzending.id) is not None:
        raise VerlengenKanNietError
    moment = clock.now()
    van = inzending.reactie_voor
    inzending.reactie_voor = due_date(max(van, clock.today()), get_termijn(inzending.soort))
    inzending.gewijzigd_op = moment
    verlenging = Verlenging(
        inzending_id=inzending.id,
        van=van,
        tot=inzending.reactie_voor,
        reden=reden,
        door_id=door.id,
        op=moment,
    )
    db.session.add(verlenging)
    flush_version()
    publish(
        TermijnVerlengd(
            occurred_at=moment,
            actor_id=door.id,
            onderwerp=Onderwerp(inzending.soort, inzending.id),
            verlenging_id=verlenging.id,
        )
    )
    return verlenging


def take_back(verlenging: Verlenging, *, door: Gebruiker) -> None:
    """Let the term be again what it was; the sender is told."""
    inzending = get_inzending(verlenging.inzending_id)
    if verlenging.ingetrokken_op is not None or inzending.reactie_voor != verlenging.tot:
        raise NietTerugTeDraaienError("De termijn is daarna nog veranderd.")
    if inzending.status is not Status.INGEDIEND:
        raise NietTerugTeDraaienError("Er is intussen antwoord gegeven.")
    verlenging.ingetrokken_op = clock.now()
    inzending.reactie_voor = verlenging.van
    inzending.gewijzigd_op = verlenging.ingetrokken_op
    flush_version()
    publish(
        VerlengingIngetrokken(
            occurred_at=verlenging.ingetrokken_op,
            actor_id=door.id,
            onderwerp=Onderwerp(inzending.soort, inzending.id),
            verlenging_id=verlenging.id,
        )
    )
