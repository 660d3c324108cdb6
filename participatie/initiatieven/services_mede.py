"""Doing an initiatief together: inviting, answering, leaving. No commit here."""

import hashlib
import secrets

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import NotAllowedError
from participatie.core.events import publish
from participatie.core.mail import page_link, queue_mail
from participatie.initiatieven.errors_voortgang import (
    AlMedeError,
    TeVeelUitnodigingenError,
    UitnodigingVerlopenError,
)
from participatie.initiatieven.events import (
    MedeinitiatiefnemerToegetreden,
    MedeinitiatiefnemerUitgenodigd,
    MedeinitiatiefnemerVertrokken,
    UitnodigingAfgeslagen,
    UitnodigingIngetrokken,
)
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.models_voortgang import Medeinitiatiefnemer, Uitnodiging
from participatie.initiatieven.queries_mede import (
    count_plaatsen,
    find_uitnodiging_by_sleutel,
    get_uitnodiging,
)
from participatie.initiatieven.queries_voortgang import is_initiatiefnemer
from participatie.initiatieven.rules_voortgang import MEDE_MAX_COUNT, UITNODIGING_GELDIG, masked
from participatie.initiatieven.services_vertellen import check_goes_on, onderwerp_of, tell


def digest_of(secret: str) -> str:
    """Return what is kept of a secret; it is random, so a plain digest is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def invite(
    initiatief: Initiatief, *, email: str, sleutel: str, door_id: GebruikerId, door_naam: str
) -> None:
    """Mail someone a link, whether the address has an account or not; twice sent is once."""
    if initiatief.indiener_id != door_id:
        raise NotAllowedError
    check_goes_on(initiatief)
    if find_uitnodiging_by_sleutel(sleutel) is not None:
        return
    if count_plaatsen(initiatief.id) >= MEDE_MAX_COUNT:
        raise TeVeelUitnodigingenError(MEDE_MAX_COUNT)
    secret, moment = secrets.token_urlsafe(32), clock.now()
    address = email.strip().lower()
    uitnodiging = Uitnodiging(
        initiatief_id=initiatief.id,
        sleutel=sleutel,
        aan=masked(address),
        digest=digest_of(secret),
        door_id=door_id,
        op=moment,
        verloopt_op=moment + UITNODIGING_GELDIG,
    )
    try:
        with db.session.begin_nested():
            db.session.add(uitnodiging)
    except IntegrityError:  # the same form was sent twice at the same moment
        return
    queue_mail(
        to=address,
        template="initiatieven/mail/uitnodiging.txt",
        initiatief=initiatief,
        door=door_naam,
        tot=uitnodiging.verloopt_op,
        link=page_link("mede.uitnodiging", token=secret),
    )
    publish(
        MedeinitiatiefnemerUitgenodigd(
            occurred_at=moment,
            actor_id=door_id,
            onderwerp=onderwerp_of(initiatief),
            uitnodiging_id=uitnodiging.id,
        )
    )


def accept(*, token: str, gebruiker_id: GebruikerId) -> Initiatief:
    """Say yes: of many who try the same link at once, one succeeds."""
    uitnodiging = get_uitnodiging(digest_of(token))
    initiatief = uitnodiging.initiatief
    check_goes_on(initiatief)
    if is_initiatiefnemer(initiatief, gebruiker_id):
        raise AlMedeError
    _use_up(uitnodiging)
    moment = clock.now()
    mede = Medeinitiatiefnemer(
        initiatief_id=initiatief.id, gebruiker_id=gebruiker_id, sinds=moment
    )
    try:
        with db.session.begin_nested():
            db.session.add(mede)
    except IntegrityError as error:  # the same person had two links
        raise AlMedeError from error
    tell(
        initiatief,
        MedeinitiatiefnemerToegetreden(
            occurred_at=moment,
            actor_id=gebruiker_id,
            onderwerp=onderwerp_of(initiatief),
            gebruiker_id=gebruiker_id,
        ),
    )
    return initiatief


def decline(*, token: str) -> None:
    """Say no; for that nobody needs an account."""
    uitnodiging = get_uitnodiging(digest_of(token))
    number, onderwerp = uitnodiging.id, onderwerp_of(uitnodiging.initiatief)
    _use_up(uitnodiging)
    publish(
        UitnodigingAfgeslagen(
            occurred_at=clock.now(), actor_id=None, onderwerp=onderwerp, uitnodiging_id=number
        )
    )


def _use_up(uitnodiging: Uitnodiging) -> None:
    number = uitnodiging.id
    db.session.expunge(uitnodiging)
    statement = delete(Uitnodiging).where(Uitnodiging.id == number).returning(Uitnodiging.id)
    if db.session.scalar(statement) is None:
        raise UitnodigingVerlopenError


def take_back(initiatief: Initiatief, uitnodiging: Uitnodiging, *, door_id: GebruikerId) -> None:
    """Take an invitation back before it is answered."""
    if initiatief.indiener_id != door_id:
        raise NotAllowedError
    number = uitnodiging.id
    _use_up(uitnodiging)
    publish(
        UitnodigingIngetrokken(
            occurred_at=clock.now(),
            actor_id=door_id,
            onderwerp=onderwerp_of(initiatief),
            uitnodiging_id=number,
        )
    )


def leave(initiatief: Initiatief, mede: Medeinitiatiefnemer, *, door_id: GebruikerId) -> None:
    """Let someone be initiatiefnemer no longer: he leaves, or the sender takes him off."""
    if door_id not in {mede.gebruiker_id, initiatief.indiener_id}:
        raise NotAllowedError
    gebruiker_id = mede.gebruiker_id
    db.session.delete(mede)
    tell(
        initiatief,
        MedeinitiatiefnemerVertrokken(
            occurred_at=clock.now(),
            actor_id=door_id,
            onderwerp=onderwerp_of(initiatief),
            gebruiker_id=gebruiker_id,
        ),
    )


def delete_expired_uitnodigingen() -> None:
    """Delete the invitations that nobody can answer any longer."""
    db.session.execute(delete(Uitnodiging).where(Uitnodiging.verloopt_op <= clock.now()))
