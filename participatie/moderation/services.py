"""Deciding about an inzending and undoing that. No commit here: see core.transactions."""

from participatie.accounts.models import Gebruiker
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.inzendingen.errors import TransitionNotAllowedError
from participatie.inzendingen.models import Inzending
from participatie.inzendingen.rules import STATUS_NAMEN_STAFF
from participatie.inzendingen.services import change_status, mark_seen
from participatie.inzendingen.types import Status
from participatie.moderation import queries, rules
from participatie.moderation.errors import (
    AlBehandeldError,
    EigenInzendingError,
    NietTerugTeDraaienError,
)
from participatie.moderation.events import BesluitGenomen, BesluitTeruggedraaid
from participatie.moderation.models import Besluit
from participatie.moderation.queries_kader import find_grond
from participatie.moderation.types import Uitkomst


def take_turn(inzending: Inzending, versie: int) -> None:
    """Hold the inzending until the end of the transaction; raise when a colleague was first."""
    db.session.refresh(inzending, ["versie", "status", "nog_niet_bekeken"], with_for_update=True)
    if inzending.versie != versie:
        raise AlBehandeldError


def check_not_own(inzending: Inzending, door: Gebruiker) -> None:
    """Raise when someone would decide about what he sent in himself."""
    if inzending.indiener_id == door.id:
        raise EigenInzendingError


def besluit_nemen(
    *,
    inzending: Inzending,
    uitkomst: Uitkomst,
    grond: str,
    reden: str,
    door: Gebruiker,
    versie: int,
) -> Besluit:
    """Decide about an inzending that was sent in."""
    woorden = rules.check_grond(find_grond(uitkomst, grond))
    reden = rules.check_reden(reden)
    check_not_own(inzending, door)
    take_turn(inzending, versie)
    if inzending.gebied_id is None or inzending.thema is None:
        raise NotFoundError
    _move(inzending, uitkomst, door=door, reden=reden)
    besluit = Besluit(
        inzending=inzending,
        inzending_versie=versie,
        gebied_id=inzending.gebied_id,
        thema=inzending.thema,
        uitkomst=uitkomst,
        grond=woorden.sleutel,
        grond_versie=woorden.versie,
        reden=reden,
        door=door,
        op=inzending.gewijzigd_op,
    )
    db.session.add(besluit)
    db.session.flush()  # the event names the id
    publish(
        BesluitGenomen(
            occurred_at=besluit.op,
            actor_id=door.id,
            onderwerp=Onderwerp(inzending.soort, inzending.id),
            besluit_id=besluit.id,
            uitkomst=uitkomst,
            grond=besluit.grond,
            gebied_id=besluit.gebied_id,
        )
    )
    return besluit


def _move(inzending: Inzending, uitkomst: Uitkomst, *, door: Gebruiker, reden: str) -> None:
    """Give the inzending its new status; what was public unseen and may stay, is seen now."""
    naar = rules.STATUS_NA[uitkomst]
    if inzending.nog_niet_bekeken and naar is inzending.status:
        mark_seen(inzending, door_id=door.id, toelichting=reden)
        return
    if not rules.outcomes_for(inzending.status, onbekeken=inzending.nog_niet_bekeken):
        raise TransitionNotAllowedError(
            STATUS_NAMEN_STAFF[inzending.status], STATUS_NAMEN_STAFF[naar]
        )
    change_status(inzending, naar, door_id=door.id, toelichting=reden)


def besluit_terugdraaien(*, besluit: Besluit, reden: str, door: Gebruiker, versie: int) -> None:
    """Undo the decision that stands; the inzending is in the queue again.

    The day the sender was promised an answer stays as it was: a mistake of the gemeente gives the
    gemeente no new term, and what was late is late again.
    """
    reden = rules.check_reden(reden)
    inzending = besluit.inzending
    check_not_own(inzending, door)
    take_turn(inzending, versie)
    if queries.find_standing_besluit(inzending) is not besluit:
        raise NietTerugTeDraaienError
    change_status(inzending, Status.INGEDIEND, door_id=door.id, toelichting=reden)
    besluit.teruggedraaid_op = clock.now()
    besluit.teruggedraaid_door = door
    besluit.teruggedraaid_reden = reden
    publish(
        BesluitTeruggedraaid(
            occurred_at=besluit.teruggedraaid_op,
            actor_id=door.id,
            onderwerp=Onderwerp(inzending.soort, inzending.id),
            besluit_id=besluit.id,
            uitkomst=besluit.uitkomst,
            gebied_id=besluit.gebied_id,
        )
    )
