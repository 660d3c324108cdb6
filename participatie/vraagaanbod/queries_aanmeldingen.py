"""Reading messages to who asked or offered: only ever for one of the two of them."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from participatie.accounts.models import Gebruiker
from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.queries_voortgang import is_initiatiefnemer, list_mede
from participatie.inzendingen.types import InzendingId
from participatie.vraagaanbod.models import Aanbod, Hulpaanmelding, Oproep
from participatie.vraagaanbod.types import AanbodId, AanmeldingId, OproepId

_WIE = (joinedload(Hulpaanmelding.van), joinedload(Hulpaanmelding.organisatie))
_WAARVOOR = (
    joinedload(Hulpaanmelding.oproep).joinedload(Oproep.initiatief),
    joinedload(Hulpaanmelding.aanbod).joinedload(Aanbod.aanbieder),
    joinedload(Hulpaanmelding.initiatief),
)


def list_voor_initiatief(
    initiatief_id: InzendingId,
) -> Mapping[OproepId, Sequence[Hulpaanmelding]]:
    """Return who wants to help, per need. For its initiatiefnemers only."""
    found: dict[OproepId, list[Hulpaanmelding]] = {}
    statement = (
        select(Hulpaanmelding)
        .join(Hulpaanmelding.oproep)
        .where(Oproep.initiatief_id == initiatief_id)
        .order_by(Hulpaanmelding.id)
        .options(*_WIE)
    )
    for aanmelding in db.session.scalars(statement):
        if aanmelding.oproep_id is not None:
            found.setdefault(aanmelding.oproep_id, []).append(aanmelding)
    return found


def list_voor_aanbod(aanbod_id: AanbodId) -> Sequence[Hulpaanmelding]:
    """Return which initiatieven ask for an offer. For who offers it only."""
    statement = (
        select(Hulpaanmelding)
        .where(Hulpaanmelding.aanbod_id == aanbod_id)
        .order_by(Hulpaanmelding.id)
        .options(*_WIE, joinedload(Hulpaanmelding.initiatief))
    )
    return db.session.scalars(statement).all()


def list_van(gebruiker_id: GebruikerId) -> Sequence[Hulpaanmelding]:
    """Return what someone wrote himself, newest first."""
    statement = (
        select(Hulpaanmelding)
        .where(Hulpaanmelding.van_id == gebruiker_id)
        .order_by(Hulpaanmelding.id.desc())
        .options(joinedload(Hulpaanmelding.organisatie), *_WAARVOOR)
    )
    return db.session.scalars(statement).all()


def find_eigen(oproep_id: OproepId, gebruiker_id: GebruikerId) -> Hulpaanmelding | None:
    """Return what someone wrote about this need, if he did."""
    return db.session.scalar(
        select(Hulpaanmelding).where(
            Hulpaanmelding.oproep_id == oproep_id, Hulpaanmelding.van_id == gebruiker_id
        )
    )


def get_aanmelding(aanmelding_id: AanmeldingId, *, lock: bool = False) -> Hulpaanmelding:
    """Return a message, whoever asks, or raise."""
    statement = (
        select(Hulpaanmelding).where(Hulpaanmelding.id == aanmelding_id).options(*_WIE, *_WAARVOOR)
    )
    if lock:
        statement = statement.with_for_update(of=Hulpaanmelding).execution_options(
            populate_existing=True
        )
    found = db.session.scalar(statement)
    if found is None:
        raise NotFoundError("Dit bericht bestaat niet, of het is ingetrokken.")
    return found


def get_eigen(aanmelding_id: AanmeldingId, van_id: GebruikerId) -> Hulpaanmelding:
    """Return what someone wrote himself; what others wrote does not exist for him."""
    found = get_aanmelding(aanmelding_id, lock=True)
    if found.van_id != van_id:
        raise NotFoundError("Dit bericht bestaat niet, of het is ingetrokken.")
    return found


def get_ontvangen(aanmelding_id: AanmeldingId, ontvanger_id: GebruikerId) -> Hulpaanmelding:
    """Return a message to this person; what was written to others does not exist for him."""
    found = get_aanmelding(aanmelding_id, lock=True)
    if not _is_ontvanger(found, ontvanger_id):
        raise NotFoundError("Dit bericht bestaat niet, of het is ingetrokken.")
    return found


def _is_ontvanger(aanmelding: Hulpaanmelding, gebruiker_id: GebruikerId) -> bool:
    if aanmelding.oproep is not None:
        return is_initiatiefnemer(aanmelding.oproep.initiatief, gebruiker_id)
    return aanmelding.aanbod is not None and aanmelding.aanbod.aanbieder_id == gebruiker_id


def list_ontvangers(aanmelding: Hulpaanmelding) -> Sequence[Gebruiker]:
    """Return who may read a message besides who wrote it."""
    if aanmelding.oproep is not None:
        return list_initiatiefnemers(aanmelding.oproep.initiatief)
    return [aanmelding.aanbod.aanbieder] if aanmelding.aanbod is not None else []


def list_initiatiefnemers(initiatief: Initiatief) -> Sequence[Gebruiker]:
    """Return who does an initiatief, the sender first."""
    return [initiatief.indiener, *(mede.gebruiker for mede in list_mede(initiatief.id))]


def count_today(van_id: GebruikerId) -> int:
    """Return how many messages someone wrote in the last day."""
    since = clock.now() - timedelta(days=1)
    statement = select(func.count(Hulpaanmelding.id)).where(
        Hulpaanmelding.van_id == van_id, Hulpaanmelding.op > since
    )
    return db.session.scalar(statement) or 0
