"""Answering "klopt dit?", and deciding about who says no. No commit here."""

from sqlalchemy.exc import IntegrityError

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import NotAllowedError
from participatie.initiatieven.errors_voortgang import (
    AlBeoordeeldError,
    AlGeantwoordError,
    EigenBezwaarError,
    NietGevraagdError,
)
from participatie.initiatieven.events import KloptDitBeantwoord
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.models_klopt import Kloptantwoord, Realisatie
from participatie.initiatieven.queries_klopt import (
    find_antwoord,
    find_lopende_realisatie,
    is_gevraagd,
)
from participatie.initiatieven.queries_voortgang import is_initiatiefnemer
from participatie.initiatieven.rules_voortgang import check_tekst
from participatie.initiatieven.services_vertellen import (
    check_goes_on,
    judge,
    onderwerp_of,
    tell,
)
from participatie.initiatieven.services_voortgang import take_step
from participatie.initiatieven.types_voortgang import (
    Betrokkene,
    Hoedanigheid,
    InitiatiefFase,
    Oordeel,
)


def answer_klopt(
    initiatief: Initiatief, *, gebruiker_id: GebruikerId, klopt: bool, reden: str = ""
) -> Kloptantwoord:
    """Say whether it is done; a no with a reason waits for the gebiedsverbinder."""
    reden = "" if klopt else check_tekst(reden, field="reden")
    realisatie = _asked(initiatief, gebruiker_id)
    antwoord = Kloptantwoord(
        realisatie_id=realisatie.id,
        gebruiker_id=gebruiker_id,
        klopt=klopt,
        reden=reden,
        op=clock.now(),
        oordeel=None if klopt else Oordeel.OPEN,
    )
    try:
        with db.session.begin_nested():
            db.session.add(antwoord)
    except IntegrityError as error:  # the same person answered at the same moment
        raise AlGeantwoordError from error
    tell(
        initiatief,
        KloptDitBeantwoord(
            occurred_at=antwoord.op,
            actor_id=gebruiker_id,
            onderwerp=onderwerp_of(initiatief),
            realisatie_id=realisatie.id,
            antwoord_id=antwoord.id,
            klopt=klopt,
            gebied_id=initiatief.gebied_id,
        ),
    )
    return antwoord


def _asked(initiatief: Initiatief, gebruiker_id: GebruikerId) -> Realisatie:
    realisatie = find_lopende_realisatie(initiatief.id)
    if realisatie is None or initiatief.opgegaan_in_id is not None:
        raise NietGevraagdError
    if find_antwoord(realisatie.id, gebruiker_id) is not None:
        raise AlGeantwoordError
    if not is_gevraagd(initiatief, realisatie, gebruiker_id):
        raise NietGevraagdError
    return realisatie


def heropen(
    initiatief: Initiatief, bezwaar: Kloptantwoord, *, reden: str, door: Betrokkene
) -> None:
    """Agree that it is not done: it goes on, and everyone who said so hears it."""
    reden = check_tekst(reden, field="reden")
    _check_may_judge(initiatief, bezwaar, door)
    check_goes_on(initiatief)
    if bezwaar.realisatie.voorbij_op is not None:
        raise AlBeoordeeldError
    take_step(initiatief, InitiatiefFase.UITVOERING, toelichting=reden, door=door)


def laat_zo(
    initiatief: Initiatief, bezwaar: Kloptantwoord, *, reden: str, door: Betrokkene
) -> None:
    """Say why it stays done, to the person who doubts it."""
    reden = check_tekst(reden, field="reden")
    _check_may_judge(initiatief, bezwaar, door)
    judge(initiatief, bezwaar, Oordeel.ZO_GELATEN, reden=reden, door_id=door.id)


def _check_may_judge(initiatief: Initiatief, bezwaar: Kloptantwoord, door: Betrokkene) -> None:
    if is_initiatiefnemer(initiatief, door.id) or bezwaar.gebruiker_id == door.id:
        raise EigenBezwaarError
    if door.als is not Hoedanigheid.GEBIEDSVERBINDER:
        raise NotAllowedError
    if bezwaar.oordeel is not Oordeel.OPEN:
        raise AlBeoordeeldError
