"""Getting an account: ask for it, then open the mailed link."""

from datetime import timedelta

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from participatie.accounts.errors import (
    EmailBezetError,
    LinkVerlopenError,
    WachtwoordOnjuistError,
)
from participatie.accounts.events import GebruikerGeregistreerd
from participatie.accounts.models import Gebruiker
from participatie.accounts.models_tokens import Aanmelding
from participatie.accounts.queries import find_id_by_email
from participatie.accounts.queries_tokens import get_aanmelding
from participatie.accounts.rules import check_naam
from participatie.accounts.rules_wachtwoord import check_wachtwoord
from participatie.accounts.services_publish import publish_about
from participatie.accounts.services_tokens import digest_of, new_secret
from participatie.accounts.services_wachtwoord import hash_wachtwoord, matches
from participatie.core import clock
from participatie.core.db import db
from participatie.core.mail import queue_mail

GELDIG = timedelta(hours=24)


def request_account(
    *, naam: str, email: str, wachtwoord: str, volgende: str | None = None
) -> None:
    """Mail a link to confirm the address, or that there is an account already.

    The link leads on to `volgende`, a path of this site.

    Both take the same steps, so that neither the answer nor its time tells which it was.
    """
    shown = check_naam(naam)
    address = email.strip().lower()
    check_wachtwoord(wachtwoord, email=address)
    kept = hash_wachtwoord(wachtwoord)
    template = "bevestigen" if find_id_by_email(address) is None else "al_een_account"
    secret = new_secret()
    moment = clock.now()
    db.session.add(
        Aanmelding(
            email=address,
            naam=shown,
            wachtwoord_hash=kept,
            digest=digest_of(secret),
            aangemaakt_op=moment,
            verloopt_op=moment + GELDIG,
        )
    )
    queue_mail(
        to=address,
        template=f"accounts/mail/{template}.txt",
        naam=shown,
        token=secret,
        volgende=volgende,
    )


def confirm_account(*, token: str, wachtwoord: str) -> Gebruiker:
    """Make the account. The password shows that the one who asked for it opened the link."""
    aanmelding = get_aanmelding(digest_of(token))
    if not matches(aanmelding.wachtwoord_hash, wachtwoord):
        raise WachtwoordOnjuistError(field="wachtwoord")
    _use_up(aanmelding)
    if find_id_by_email(aanmelding.email) is not None:
        raise EmailBezetError
    gebruiker = create_gebruiker(
        naam=aanmelding.naam, email=aanmelding.email, wachtwoord_hash=aanmelding.wachtwoord_hash
    )
    gebruiker.bevestigd_op = gebruiker.aangemaakt_op
    return gebruiker


def create_gebruiker(*, naam: str, email: str, wachtwoord_hash: str) -> Gebruiker:
    """Make an account whose address is not confirmed yet."""
    moment = clock.now()
    gebruiker = Gebruiker(
        naam=naam,
        email=email.strip().lower(),
        wachtwoord_hash=wachtwoord_hash,
        zegel=new_secret(),
        aangemaakt_op=moment,
        rollen=[],
    )
    db.session.add(gebruiker)
    try:
        db.session.flush()  # the event needs the id, and a taken address is refused here
    except IntegrityError as error:
        raise EmailBezetError from error
    publish_about(GebruikerGeregistreerd, gebruiker.id, door_id=gebruiker.id)
    return gebruiker


def _use_up(aanmelding: Aanmelding) -> None:
    """Delete the request: of many who open the link at once, one succeeds."""
    email, digest = aanmelding.email, aanmelding.digest
    db.session.expunge(aanmelding)
    statement = delete(Aanmelding).where(Aanmelding.digest == digest).returning(Aanmelding.id)
    if db.session.scalar(statement) is None:
        raise LinkVerlopenError
    db.session.execute(delete(Aanmelding).where(Aanmelding.email == email))
