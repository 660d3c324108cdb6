"""Registering for meetings. Who asks for the last place at once is served one by one."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from participatie.accounts.events import AccountVerwijderd
from participatie.accounts.types import GebruikerId
from participatie.agenda.errors import BegonnenError, GeenAanmeldingError
from participatie.agenda.events import DeelnameGewijzigd, PlekVrijgekomen
from participatie.agenda.models import Bijeenkomst, Deelname
from participatie.agenda.queries import (
    count_of,
    find_deelname,
    get_bijeenkomst,
    list_wachtenden,
)
from participatie.agenda.rules import free_places, may_register, place_for
from participatie.agenda.types import BijeenkomstStatus, DeelnameStatus
from participatie.core import clock
from participatie.core.db import db
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp


def register(bijeenkomst: Bijeenkomst, *, gebruiker_id: GebruikerId) -> Deelname:
    """Let someone come, or wait for a place; twice changes nothing. The meeting is locked."""
    _check_open(bijeenkomst)
    found = find_deelname(bijeenkomst.id, gebruiker_id)
    if found is not None:
        return found
    status = place_for(count_of(bijeenkomst.id), bijeenkomst.capaciteit)
    deelname = Deelname(
        bijeenkomst_id=bijeenkomst.id, gebruiker_id=gebruiker_id, status=status, op=clock.now()
    )
    db.session.add(deelname)
    db.session.flush()  # the next one who is counted must count this one too
    _tell_changed(bijeenkomst)
    return deelname


def unregister(bijeenkomst: Bijeenkomst, *, gebruiker_id: GebruikerId) -> None:
    """Let someone stay away; who waits longest gets the place. The meeting is locked."""
    _check_open(bijeenkomst)
    found = find_deelname(bijeenkomst.id, gebruiker_id)
    if found is not None:
        _leave(bijeenkomst, found)


def move_up(bijeenkomst: Bijeenkomst) -> None:
    """Give the places that are free to who wait longest, while it is still to come."""
    if not _is_open(bijeenkomst):
        return
    free = free_places(count_of(bijeenkomst.id), bijeenkomst.capaciteit)
    for deelname in list_wachtenden(bijeenkomst.id, most=free) if free else ():
        deelname.status = DeelnameStatus.PLEK
        publish(
            PlekVrijgekomen(
                occurred_at=clock.now(),
                actor_id=None,
                onderwerp=Onderwerp("bijeenkomst", bijeenkomst.id),
                gebied_id=bijeenkomst.gebied_id,
                deelname_id=deelname.id,
            )
        )


def forget_deelnemer(event: AccountVerwijderd) -> None:
    """Take someone who leaves out of every meeting; who waits gets the place."""
    statement = (
        select(Deelname)
        .where(Deelname.gebruiker_id == event.onderwerp.id)
        .options(joinedload(Deelname.bijeenkomst))
        .order_by(Deelname.bijeenkomst_id)
    )
    for deelname in db.session.scalars(statement).all():
        _leave(get_bijeenkomst(deelname.bijeenkomst_id, lock=True), deelname)


def _leave(bijeenkomst: Bijeenkomst, deelname: Deelname) -> None:
    db.session.delete(deelname)
    db.session.flush()  # the place must be free before it is given away
    move_up(bijeenkomst)
    _tell_changed(bijeenkomst)


def _is_open(bijeenkomst: Bijeenkomst) -> bool:
    return may_register(
        aanmelden=bijeenkomst.aanmelden,
        status=bijeenkomst.status,
        begin=bijeenkomst.begin,
        moment=clock.now(),
    )


def _check_open(bijeenkomst: Bijeenkomst) -> None:
    if _is_open(bijeenkomst):
        return
    if not bijeenkomst.aanmelden or bijeenkomst.status is BijeenkomstStatus.AFGELAST:
        raise GeenAanmeldingError
    raise BegonnenError


def _tell_changed(bijeenkomst: Bijeenkomst) -> None:
    publish(
        DeelnameGewijzigd(
            occurred_at=clock.now(),
            actor_id=None,
            onderwerp=Onderwerp("bijeenkomst", bijeenkomst.id),
            gebied_id=bijeenkomst.gebied_id,
        )
    )
