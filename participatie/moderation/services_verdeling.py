"""Who handles an inzending: by hand with a reason, or by a rule when it arrives."""

from participatie.accounts.models import Gebruiker
from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.gebieden.queries import get_boom
from participatie.inzendingen.models import Inzending
from participatie.inzendingen.queries import get_inzending
from participatie.moderation import rules_verdeling
from participatie.moderation.errors import NietTerugTeDraaienError, ToewijzenKanNietError
from participatie.moderation.events import InzendingToegewezen, ToewijzingBeeindigd
from participatie.moderation.models_werk import Afdeling, Toewijzing
from participatie.moderation.queries_verdeling import (
    find_toewijzing,
    find_toewijzing_before,
    list_regels,
)
from participatie.moderation.rules import check_koppel_reden


def route(
    *, inzending: Inzending, naar: Gebruiker | Afdeling, reden: str, door: Gebruiker
) -> Toewijzing:
    """Give an inzending to a colleague or a department, with a reason for them."""
    reden = check_koppel_reden(reden)
    if inzending.status not in rules_verdeling.TOE_TE_WIJZEN:
        raise ToewijzenKanNietError
    if isinstance(naar, Afdeling) and not naar.is_actief:
        raise ToewijzenKanNietError
    standing = find_toewijzing(inzending.id)
    if standing and standing.wie == naar.naam and _goes_to(standing, naar):
        raise ToewijzenKanNietError(f"{naar.naam} behandelt dit al.")
    return _assign(inzending, naar, reden=reden, door_id=door.id)


def _goes_to(toewijzing: Toewijzing, naar: Gebruiker | Afdeling) -> bool:
    if isinstance(naar, Afdeling):
        return toewijzing.afdeling_id == naar.id
    return toewijzing.gebruiker_id == naar.id


def _assign(
    inzending: Inzending,
    naar: Gebruiker | Afdeling,
    *,
    reden: str,
    door_id: GebruikerId | None,
) -> Toewijzing:
    moment = clock.now()
    standing = find_toewijzing(inzending.id)
    if standing:
        standing.tot = moment
        db.session.flush()  # the old one ends before the new one begins: only one counts
    is_afdeling = isinstance(naar, Afdeling)
    toewijzing = Toewijzing(
        inzending_id=inzending.id,
        afdeling_id=naar.id if is_afdeling else None,
        gebruiker_id=None if is_afdeling else naar.id,
        reden=reden,
        door_id=door_id,
        op=moment,
    )
    db.session.add(toewijzing)
    db.session.flush()  # the event names the id
    publish(
        InzendingToegewezen(
            occurred_at=moment,
            actor_id=door_id,
            onderwerp=Onderwerp(inzending.soort, inzending.id),
            toewijzing_id=toewijzing.id,
            afdeling_id=toewijzing.afdeling_id,
        )
    )
    return toewijzing


def undo_route(toewijzing: Toewijzing, *, door: Gebruiker) -> None:
    """Take it back: who handled it before, handles it again."""
    if toewijzing.tot is not None:
        raise NietTerugTeDraaienError("Intussen is dit aan iemand anders gegeven.")
    inzending = get_inzending(toewijzing.inzending_id)
    before = find_toewijzing_before(toewijzing)
    toewijzing.tot = clock.now()
    db.session.flush()  # only one counts
    publish(
        ToewijzingBeeindigd(
            occurred_at=toewijzing.tot,
            actor_id=door.id,
            onderwerp=Onderwerp(inzending.soort, inzending.id),
            toewijzing_id=toewijzing.id,
        )
    )
    naar = before and (before.gebruiker or before.afdeling)
    if before and naar:
        _assign(inzending, naar, reden=before.reden, door_id=before.door_id)


def route_by_rule(inzending: Inzending) -> None:
    """Apply the rule that fits best to what arrives."""
    regels = {regel.id: regel for regel in list_regels()}
    best = rules_verdeling.best_rule(
        [
            rules_verdeling.Regelvorm(regel.id, regel.gebied_id, regel.thema)
            for regel in regels.values()
        ],
        keten=get_boom().keten(inzending.gebied_id),
        thema=inzending.thema,
    )
    naar = best and (regels[best].gebruiker or regels[best].afdeling)
    if best and naar:
        words = rules_verdeling.why(regels[best].gebied, regels[best].thema)
        _assign(inzending, naar, reden=words, door_id=None)
