"""Writing to who asked or offered, answering, taking back. No commit here.

Who wrote is in no event: the message itself says it, to the one it is for.
"""

from sqlalchemy.exc import IntegrityError

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
    AanbodDichtError,
    AlAangemeldError,
    EigenAanbodError,
    EigenOproepError,
    InitiatiefDichtError,
    OproepDichtError,
    OvergangError,
    TeVeelError,
)
from participatie.vraagaanbod.events import (
    AanmeldingBeantwoord,
    AanmeldingGestuurd,
    AanmeldingIngetrokken,
)
from participatie.vraagaanbod.models import Aanbod, Hulpaanmelding, Oproep
from participatie.vraagaanbod.queries import get_aanbod, get_oproep, may_ask
from participatie.vraagaanbod.queries_aanmeldingen import (
    count_today,
    get_eigen,
    get_ontvangen,
)
from participatie.vraagaanbod.services_aanbod import check_spreekt_voor
from participatie.vraagaanbod.types import (
    AanbodId,
    AanbodStatus,
    AanmeldingId,
    AanmeldingStatus,
    Bericht,
    OproepId,
    OproepStatus,
)


def help_with(oproep_id: OproepId, bericht: Bericht, *, van_id: GebruikerId) -> Hulpaanmelding:
    """Say that one can help; once per person."""
    oproep = get_oproep(oproep_id, lock=True)
    check_open(oproep, van_id)
    return _send(Hulpaanmelding(oproep_id=oproep.id, van_id=van_id), bericht)


def check_open(oproep: Oproep, van_id: GebruikerId) -> None:
    """Raise unless this person can respond to this need now."""
    if not may_ask(oproep.initiatief):
        raise InitiatiefDichtError
    if oproep.status is not OproepStatus.OPEN:
        raise OproepDichtError
    if is_initiatiefnemer(oproep.initiatief, van_id):
        raise EigenOproepError


def ask_for(
    aanbod_id: AanbodId, initiatief: Initiatief, bericht: Bericht, *, van_id: GebruikerId
) -> Hulpaanmelding:
    """Ask for what is offered, for an initiatief of one's own; once per initiatief."""
    aanbod = get_aanbod(aanbod_id, lock=True)
    check_offered(aanbod, van_id)
    if not is_initiatiefnemer(initiatief, van_id):
        raise NotAllowedError
    if not may_ask(initiatief):
        raise InitiatiefDichtError
    return _send(
        Hulpaanmelding(aanbod_id=aanbod.id, initiatief_id=initiatief.id, van_id=van_id), bericht
    )


def check_offered(aanbod: Aanbod, van_id: GebruikerId) -> None:
    """Raise unless this person can ask for this offer now."""
    if aanbod.status is not AanbodStatus.ZICHTBAAR or aanbod.tot < clock.today():
        raise AanbodDichtError
    if aanbod.aanbieder_id == van_id:
        raise EigenAanbodError


def _send(aanmelding: Hulpaanmelding, bericht: Bericht) -> Hulpaanmelding:
    aanmelding.bericht = rules.check_bericht(bericht.tekst)
    aanmelding.telefoon = rules.check_telefoon(bericht.telefoon) or None
    check_spreekt_voor(bericht.organisatie_id, aanmelding.van_id)
    if count_today(aanmelding.van_id) >= rules.AANMELDINGEN_PER_DAG:
        raise TeVeelError("berichten gestuurd voor een dag")
    aanmelding.organisatie_id = bericht.organisatie_id
    aanmelding.status = AanmeldingStatus.GESTUURD
    aanmelding.op = clock.now()
    try:
        with db.session.begin_nested():
            db.session.add(aanmelding)
    except IntegrityError as error:
        raise AlAangemeldError from error
    publish(
        AanmeldingGestuurd(
            occurred_at=aanmelding.op,
            actor_id=None,
            onderwerp=_onderwerp(aanmelding),
            aanmelding_id=aanmelding.id,
        )
    )
    return aanmelding


def answer(
    aanmelding_id: AanmeldingId, naar: AanmeldingStatus, *, antwoord: str, door_id: GebruikerId
) -> Hulpaanmelding:
    """Accept, thank or decline; who wrote it hears it."""
    aanmelding = get_ontvangen(aanmelding_id, door_id)
    if naar not in rules.AANMELDING_OVERGANGEN[aanmelding.status]:
        raise OvergangError
    aanmelding.status = naar
    aanmelding.antwoord = antwoord.replace("\r\n", "\n").strip()[: rules.BERICHT_MAX_LENGTH]
    aanmelding.beantwoord_op = clock.now()
    publish(
        AanmeldingBeantwoord(
            occurred_at=aanmelding.beantwoord_op,
            actor_id=door_id,
            onderwerp=_onderwerp(aanmelding),
            aanmelding_id=aanmelding.id,
            naar=naar,
        )
    )
    return aanmelding


def take_back(aanmelding_id: AanmeldingId, *, van_id: GebruikerId) -> None:
    """Take one's message back: nothing of it stays."""
    aanmelding = get_eigen(aanmelding_id, van_id)
    publish(
        AanmeldingIngetrokken(
            occurred_at=clock.now(),
            actor_id=None,
            onderwerp=_onderwerp(aanmelding),
            aanmelding_id=aanmelding.id,
        )
    )
    db.session.delete(aanmelding)


def _onderwerp(aanmelding: Hulpaanmelding) -> Onderwerp:
    if aanmelding.oproep is not None:
        return Onderwerp(aanmelding.oproep.initiatief.soort, aanmelding.oproep.initiatief_id)
    return Onderwerp("aanbod", aanmelding.aanbod_id or 0)
