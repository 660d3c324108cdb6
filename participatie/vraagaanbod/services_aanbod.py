"""Offering something to a gebied, and what a gebiedsverbinder does with it. No commit here."""

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import NotAllowedError
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.organisaties.queries import is_lid
from participatie.organisaties.types import OrganisatieId
from participatie.vraagaanbod import rules
from participatie.vraagaanbod.errors import (
    EigenAanbodError,
    GeenLidVanError,
    OvergangError,
    TeVeelError,
)
from participatie.vraagaanbod.events import (
    AanbodGeplaatst,
    AanbodGewijzigd,
    AanbodStatusGewijzigd,
)
from participatie.vraagaanbod.models import Aanbod
from participatie.vraagaanbod.queries import get_aanbod
from participatie.vraagaanbod.types import AanbodId, AanbodStatus, NieuwAanbod


def offer(nieuw: NieuwAanbod, *, aanbieder_id: GebruikerId) -> Aanbod:
    """Offer something; with a link or a phone number in it, a gebiedsverbinder looks first."""
    wat = rules.check_wat(nieuw.wat)
    rules.check_tot(nieuw.tot, today=clock.today())
    check_spreekt_voor(nieuw.organisatie_id, aanbieder_id)
    found = _find(nieuw.sleutel, aanbieder_id)
    if found is not None:
        return found
    if _count_standing(aanbieder_id) >= rules.AANBOD_MAX:
        raise TeVeelError("aanbod op de site")
    must_wait = rules.shows_contact(wat, nieuw.toelichting)
    aanbod = Aanbod(
        sleutel=nieuw.sleutel,
        soort=nieuw.soort,
        wat=wat,
        toelichting=nieuw.toelichting.replace("\r\n", "\n").strip(),
        gebied_id=nieuw.gebied_id,
        thema=nieuw.thema,
        tot=nieuw.tot,
        aanbieder_id=aanbieder_id,
        organisatie_id=nieuw.organisatie_id,
        status=AanbodStatus.WACHT if must_wait else AanbodStatus.ZICHTBAAR,
        aangemaakt_op=clock.now(),
    )
    try:
        with db.session.begin_nested():
            db.session.add(aanbod)
    except IntegrityError:  # the same form was sent twice at the same moment
        found = _find(nieuw.sleutel, aanbieder_id)
        if found is None:
            raise
        return found
    publish(
        AanbodGeplaatst(
            occurred_at=aanbod.aangemaakt_op,
            actor_id=aanbieder_id,
            onderwerp=_onderwerp(aanbod),
            behoefte=aanbod.soort,
            status=aanbod.status,
            gebied_id=aanbod.gebied_id,
        )
    )
    if aanbod.status is AanbodStatus.ZICHTBAAR:
        _tell_pages(aanbod)
    return aanbod


def check_spreekt_voor(organisatie_id: OrganisatieId | None, gebruiker_id: GebruikerId) -> None:
    """Raise unless someone writes for himself, or for an organisatie he belongs to."""
    if organisatie_id is not None and not is_lid(organisatie_id, gebruiker_id):
        raise GeenLidVanError


def _find(sleutel: str, aanbieder_id: GebruikerId) -> Aanbod | None:
    return db.session.scalar(
        select(Aanbod).where(Aanbod.sleutel == sleutel, Aanbod.aanbieder_id == aanbieder_id)
    )


def _count_standing(aanbieder_id: GebruikerId) -> int:
    statement = select(func.count(Aanbod.id)).where(
        Aanbod.aanbieder_id == aanbieder_id, Aanbod.status != AanbodStatus.GESLOTEN
    )
    return db.session.scalar(statement) or 0


def close_own(aanbod_id: AanbodId, *, door_id: GebruikerId) -> Aanbod:
    """Offer it no longer."""
    aanbod = get_aanbod(aanbod_id, lock=True)
    if aanbod.aanbieder_id != door_id:
        raise NotAllowedError
    _go(aanbod, AanbodStatus.GESLOTEN, door_id=door_id)
    return aanbod


def hide(aanbod_id: AanbodId, *, reden: str, door_id: GebruikerId) -> Aanbod:
    """Hide an offer, with a reason for who made it."""
    reden = rules.check_reden(reden)
    aanbod = _take(aanbod_id, door_id)
    aanbod.reden = reden
    _go(aanbod, AanbodStatus.VERBORGEN, door_id=door_id)
    return aanbod


def show(aanbod_id: AanbodId, *, door_id: GebruikerId) -> Aanbod:
    """Let everyone read an offer that waited, or that was hidden."""
    aanbod = _take(aanbod_id, door_id)
    aanbod.reden = ""
    _go(aanbod, AanbodStatus.ZICHTBAAR, door_id=door_id)
    return aanbod


def _take(aanbod_id: AanbodId, door_id: GebruikerId) -> Aanbod:
    aanbod = get_aanbod(aanbod_id, lock=True)
    if aanbod.aanbieder_id == door_id:
        raise EigenAanbodError
    return aanbod


def _go(aanbod: Aanbod, naar: AanbodStatus, *, door_id: GebruikerId | None) -> None:
    van, moment = aanbod.status, clock.now()
    if naar not in rules.AANBOD_OVERGANGEN[van]:
        raise OvergangError
    aanbod.status = naar
    aanbod.afgesloten_op = moment if naar is AanbodStatus.GESLOTEN else None
    publish(
        AanbodStatusGewijzigd(
            occurred_at=moment,
            actor_id=door_id,
            onderwerp=_onderwerp(aanbod),
            van=van,
            naar=naar,
            gebied_id=aanbod.gebied_id,
        )
    )
    if AanbodStatus.ZICHTBAAR in {van, naar}:
        _tell_pages(aanbod)


def close_expired() -> None:
    """Close the offers whose last day is over."""
    statement = (
        select(Aanbod)
        .where(Aanbod.status != AanbodStatus.GESLOTEN, Aanbod.tot < clock.today())
        .order_by(Aanbod.id)
    )
    for aanbod in db.session.scalars(statement).all():
        _go(aanbod, AanbodStatus.GESLOTEN, door_id=None)


def _onderwerp(aanbod: Aanbod) -> Onderwerp:
    return Onderwerp("aanbod", aanbod.id)


def _tell_pages(aanbod: Aanbod) -> None:
    publish(
        AanbodGewijzigd(
            occurred_at=clock.now(),
            actor_id=None,
            onderwerp=_onderwerp(aanbod),
            gebied_ids=(aanbod.gebied_id,),
        )
    )
