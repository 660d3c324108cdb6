"""Reading signalen, and which wijken are silent."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.core.paging import PAGE_SIZE, Page
from participatie.gebieden.models import Gebied
from participatie.gebieden.queries import get_boom
from participatie.gebieden.types import GebiedId
from participatie.signalen.models import Signaal, Signaalstap
from participatie.signalen.queries_geluiden import list_aangemeld, list_geluiden
from participatie.signalen.rules import silent_since, silent_wijken
from participatie.signalen.types import SignaalId, SignaalStatus, Stil


def count_signalen(gebied_ids: Collection[GebiedId]) -> Mapping[SignaalStatus, int]:
    """Return how many signals there are of each status in these gebieden."""
    statement = (
        select(Signaal.status, func.count())
        .where(Signaal.gebied_id.in_(gebied_ids))
        .group_by(Signaal.status)
    )
    found = {row[0]: row[1] for row in db.session.execute(statement)}
    return {status: found.get(status, 0) for status in SignaalStatus}


def list_signalen(
    gebied_ids: Collection[GebiedId], status: SignaalStatus, number: int, total: int
) -> Page[Signaal]:
    """Return a page of the signals with a status, newest week first, the largest on top."""
    number = min(max(number, 1), Page((), 1, total).count)
    statement = (
        select(Signaal)
        .where(Signaal.gebied_id.in_(gebied_ids), Signaal.status == status)
        .order_by(Signaal.week.desc(), (Signaal.aantal - Signaal.hoog).desc(), Signaal.id)
        .limit(PAGE_SIZE)
        .offset((number - 1) * PAGE_SIZE)
        .options(
            joinedload(Signaal.gebied),
            joinedload(Signaal.aan),
            joinedload(Signaal.afdeling),
            joinedload(Signaal.door),
        )
    )
    return Page(db.session.scalars(statement).all(), number, total)


def list_of_week(week: date) -> Sequence[Signaal]:
    """Return the signals of a week."""
    statement = select(Signaal).where(Signaal.week == week).order_by(Signaal.id)
    return db.session.scalars(statement).all()


def get_signaal(signaal_id: int) -> Signaal:
    """Return the signal, or raise."""
    found = db.session.get(Signaal, signaal_id)
    if found is None:
        raise NotFoundError("Dit signaal bestaat niet.")
    return found


def list_stappen(signaal_id: SignaalId) -> Sequence[Signaalstap]:
    """Return what was done with a signal, newest first."""
    statement = (
        select(Signaalstap)
        .where(Signaalstap.signaal_id == signaal_id)
        .order_by(Signaalstap.id.desc())
        .options(joinedload(Signaalstap.door))
    )
    return db.session.scalars(statement).all()


def handled_ids(week: date) -> frozenset[int]:
    """Return which signals of a week someone ever did something with."""
    statement = (
        select(Signaalstap.signaal_id)
        .join(Signaal, Signaal.id == Signaalstap.signaal_id)
        .where(Signaal.week == week)
    )
    return frozenset(db.session.scalars(statement))


def list_stil(gebied_ids: Collection[GebiedId], maanden: int, *, vandaag: date) -> Sequence[Stil]:
    """Return the wijken from which nobody was heard, those with most inhabitants first."""
    boom = get_boom()
    tomorrow = vandaag + timedelta(days=1)
    since = silent_since(vandaag, maanden)
    heard = {geluid.gebied_id for geluid in list_geluiden(since, tomorrow)}
    heard.update(list_aangemeld(since))
    silent = [found for found in silent_wijken(boom, heard) if found in gebied_ids]
    statement = select(Gebied.id, Gebied.inwoners).where(Gebied.id.in_(silent))
    inwoners = {row.id: row.inwoners for row in db.session.execute(statement)}
    found = [
        Stil(
            naam=boom.omtrekken[gebied_id].naam,
            slug=boom.omtrekken[gebied_id].slug,
            stadsdeel=boom.omtrekken[boom.keten(gebied_id)[1]].naam,
            inwoners=inwoners[gebied_id],
        )
        for gebied_id in silent
    ]
    return sorted(found, key=lambda stil: (-(stil.inwoners or 0), stil.naam))


def own_signalen(gebruiker_id: int) -> list[dict[str, object]]:
    """Return what someone wrote about signals, as values that can be written as JSON."""
    statement = (
        select(Signaalstap).where(Signaalstap.door_id == gebruiker_id).order_by(Signaalstap.id)
    )
    return [
        {
            "signaal": stap.signaal_id,
            "status": stap.naar.value,
            "notitie": stap.notitie,
            "op": stap.op.isoformat(),
        }
        for stap in db.session.scalars(statement)
    ]
