"""Forgetting what is over, and whoever left. No commit here."""

from sqlalchemy import delete, or_, select, update

from participatie.accounts.events import AccountVerwijderd
from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.models_voortgang import Medeinitiatiefnemer
from participatie.vraagaanbod.models import Aanbod, Hulpaanmelding, Oproep
from participatie.vraagaanbod.rules import BEWAARD
from participatie.vraagaanbod.types import AanbodStatus, AanmeldingStatus, OproepStatus


def forget_old() -> None:
    """Delete messages about what ended long ago, and offers that did."""
    grens = clock.now() - BEWAARD
    oproepen = select(Oproep.id).where(Oproep.afgesloten_op < grens)
    aanbod = select(Aanbod.id).where(
        Aanbod.status == AanbodStatus.GESLOTEN, Aanbod.afgesloten_op < grens
    )
    afgewezen = (Hulpaanmelding.status == AanmeldingStatus.AFGEWEZEN) & (
        Hulpaanmelding.beantwoord_op < grens
    )
    db.session.execute(
        delete(Hulpaanmelding).where(
            or_(
                Hulpaanmelding.oproep_id.in_(oproepen),
                Hulpaanmelding.aanbod_id.in_(aanbod),
                afgewezen,
            )
        )
    )
    db.session.execute(delete(Aanbod).where(Aanbod.id.in_(aanbod)))


def forget_person(event: AccountVerwijderd) -> None:
    """Delete what someone offered and wrote; what only he asked is sought no longer."""
    wie = GebruikerId(event.onderwerp.id)
    own = select(Aanbod.id).where(Aanbod.aanbieder_id == wie)
    db.session.execute(
        delete(Hulpaanmelding).where(
            or_(Hulpaanmelding.van_id == wie, Hulpaanmelding.aanbod_id.in_(own))
        )
    )
    db.session.execute(delete(Aanbod).where(Aanbod.aanbieder_id == wie))
    others = select(Medeinitiatiefnemer.initiatief_id).where(
        Medeinitiatiefnemer.gebruiker_id != wie
    )
    alone = select(Initiatief.id).where(
        Initiatief.indiener_id == wie, Initiatief.id.not_in(others)
    )
    unread = select(Oproep.id).where(Oproep.initiatief_id.in_(alone))
    db.session.execute(delete(Hulpaanmelding).where(Hulpaanmelding.oproep_id.in_(unread)))
    db.session.execute(
        update(Oproep)
        .where(Oproep.initiatief_id.in_(alone), Oproep.status == OproepStatus.OPEN)
        .values(status=OproepStatus.GESLOTEN, afgesloten_op=clock.now())
    )
