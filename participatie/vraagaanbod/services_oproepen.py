"""Saying what an initiatief seeks, and that it was found. No commit here."""

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import joinedload

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import NotAllowedError
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.queries_voortgang import is_initiatiefnemer
from participatie.vraagaanbod import rules
from participatie.vraagaanbod.errors import (
    ContactInTekstError,
    GeslotenDoorGemeenteError,
    InitiatiefDichtError,
    OvergangError,
    TeVeelError,
)
from participatie.vraagaanbod.events import (
    OproepenGewijzigd,
    OproepGeplaatst,
    OproepStatusGewijzigd,
)
from participatie.vraagaanbod.models import Oproep
from participatie.vraagaanbod.queries import get_oproep, is_gaande, may_ask
from participatie.vraagaanbod.types import NieuweOproep, OproepId, OproepStatus


def place_oproep(initiatief: Initiatief, nieuw: NieuweOproep, *, door_id: GebruikerId) -> Oproep:
    """Let an initiatief say what it seeks; the same form sent twice is one need."""
    if not is_initiatiefnemer(initiatief, door_id):
        raise NotAllowedError
    wat = rules.check_wat(nieuw.wat)
    if rules.shows_contact(wat, nieuw.hoeveel, nieuw.wanneer):
        raise ContactInTekstError
    if not may_ask(initiatief):
        raise InitiatiefDichtError
    found = _find(nieuw.sleutel, initiatief)
    if found is not None:
        return found
    if _count_open(initiatief) >= rules.OPROEPEN_MAX:
        raise TeVeelError("open oproepen")
    oproep = Oproep(
        initiatief=initiatief,
        sleutel=nieuw.sleutel,
        soort=nieuw.soort,
        wat=wat,
        hoeveel=nieuw.hoeveel.strip(),
        wanneer=nieuw.wanneer.strip(),
        status=OproepStatus.OPEN,
        door_id=door_id,
        aangemaakt_op=clock.now(),
    )
    try:
        with db.session.begin_nested():
            db.session.add(oproep)
    except IntegrityError:  # the same form was sent twice at the same moment
        found = _find(nieuw.sleutel, initiatief)
        if found is None:
            raise
        return found
    publish(
        OproepGeplaatst(
            occurred_at=oproep.aangemaakt_op,
            actor_id=door_id,
            onderwerp=_onderwerp(oproep),
            oproep_id=oproep.id,
            behoefte=oproep.soort,
        )
    )
    _tell_pages(oproep)
    return oproep


def _find(sleutel: str, initiatief: Initiatief) -> Oproep | None:
    return db.session.scalar(
        select(Oproep).where(Oproep.sleutel == sleutel, Oproep.initiatief_id == initiatief.id)
    )


def _count_open(initiatief: Initiatief) -> int:
    statement = select(func.count(Oproep.id)).where(
        Oproep.initiatief_id == initiatief.id, Oproep.status == OproepStatus.OPEN
    )
    return db.session.scalar(statement) or 0


def change_oproep(oproep_id: OproepId, naar: OproepStatus, *, door_id: GebruikerId) -> Oproep:
    """Say that it was found, is not sought any longer, or is sought again."""
    oproep = get_oproep(oproep_id, lock=True)
    if not is_initiatiefnemer(oproep.initiatief, door_id):
        raise NotAllowedError
    if oproep.reden:
        raise GeslotenDoorGemeenteError
    if naar is OproepStatus.OPEN and not may_ask(oproep.initiatief):
        raise InitiatiefDichtError
    _go(oproep, naar, door_id=door_id)
    return oproep


def close_for_gemeente(oproep_id: OproepId, *, reden: str, door_id: GebruikerId) -> Oproep:
    """Close what does not belong on the site, with a reason for its initiatiefnemers."""
    reden = rules.check_reden(reden)
    oproep = get_oproep(oproep_id, lock=True)
    if is_initiatiefnemer(oproep.initiatief, door_id):
        raise NotAllowedError
    oproep.reden = reden
    _go(oproep, OproepStatus.GESLOTEN, door_id=door_id)
    return oproep


def _go(oproep: Oproep, naar: OproepStatus, *, door_id: GebruikerId | None) -> None:
    van, moment = oproep.status, clock.now()
    if naar not in rules.OPROEP_OVERGANGEN[van]:
        raise OvergangError
    oproep.status = naar
    oproep.afgesloten_op = None if naar is OproepStatus.OPEN else moment
    publish(
        OproepStatusGewijzigd(
            occurred_at=moment,
            actor_id=door_id,
            onderwerp=_onderwerp(oproep),
            oproep_id=oproep.id,
            van=van,
            naar=naar,
            door_gemeente=bool(oproep.reden),
        )
    )
    _tell_pages(oproep)


def close_finished() -> None:
    """Close what is sought by initiatieven that are finished, or left the site."""
    statement = (
        select(Oproep)
        .join(Oproep.initiatief)
        .where(Oproep.status == OproepStatus.OPEN, ~is_gaande())
        .order_by(Oproep.id)
        .options(joinedload(Oproep.initiatief))
    )
    for oproep in db.session.scalars(statement).all():
        _go(oproep, OproepStatus.GESLOTEN, door_id=None)


def _onderwerp(oproep: Oproep) -> Onderwerp:
    return Onderwerp(oproep.initiatief.soort, oproep.initiatief_id)


def _tell_pages(oproep: Oproep) -> None:
    gebied_id = oproep.initiatief.gebied_id
    if not may_ask(oproep.initiatief):
        return
    publish(
        OproepenGewijzigd(
            occurred_at=clock.now(),
            actor_id=None,
            onderwerp=_onderwerp(oproep),
            gebied_ids=() if gebied_id is None else (gebied_id,),
        )
    )
