"""What someone changes about their own account."""

import secrets

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from participatie.accounts.errors import EmailBezetError, WachtwoordOnjuistError
from participatie.accounts.events import AccountVerwijderd, EmailGewijzigd, NaamGewijzigd
from participatie.accounts.models import Gebruiker
from participatie.accounts.models_tokens import Aanmelding, Herstelcode
from participatie.accounts.queries import find_id_by_email, get_gebruiker
from participatie.accounts.rules import NAAM_NA_VERWIJDEREN, check_naam
from participatie.accounts.services_inloggen import set_wachtwoord
from participatie.accounts.services_publish import publish_about
from participatie.accounts.services_rollen import check_not_last_beheerder
from participatie.accounts.services_tokens import (
    forget_tokens,
    issue_token,
    new_secret,
    use_token,
)
from participatie.accounts.services_wachtwoord import matches, unusable_hash
from participatie.accounts.types import Rol, TokenDoel
from participatie.core.db import db
from participatie.core.mail import GONE_DOMAIN, forget_mail, queue_mail
from participatie.core.mail_sending import KEEP


def change_naam(gebruiker: Gebruiker, naam: str) -> None:
    """Show another name from now on."""
    gebruiker.naam = check_naam(naam)
    publish_about(NaamGewijzigd, gebruiker.id, door_id=gebruiker.id)


def change_wachtwoord(gebruiker: Gebruiker, *, huidig: str, wachtwoord: str) -> None:
    """Set another password; every other session ends."""
    check_huidig(gebruiker, huidig)
    set_wachtwoord(gebruiker, wachtwoord)


def request_email(gebruiker: Gebruiker, *, huidig: str, email: str) -> None:
    """Mail a link to the new address; until it is opened nothing changes."""
    check_huidig(gebruiker, huidig)
    address = email.strip().lower()
    token = issue_token(TokenDoel.EMAIL_WIJZIGEN, gebruiker_id=gebruiker.id, email=address)
    template = "email_bevestigen" if find_id_by_email(address) is None else "al_een_account"
    queue_mail(
        to=address,
        template=f"accounts/mail/{template}.txt",
        naam=gebruiker.naam,
        token=token,
        volgende=None,
    )


def confirm_email(*, token: str) -> Gebruiker:
    """Take the address to which the link was mailed, and tell the old address."""
    used = use_token(token, TokenDoel.EMAIL_WIJZIGEN)
    gebruiker = get_gebruiker(used.gebruiker_id)
    old, new = gebruiker.email, used.email or ""
    if find_id_by_email(new) is not None:
        raise EmailBezetError
    gebruiker.email = new
    try:
        db.session.flush()  # an address that was taken meanwhile is refused here
    except IntegrityError as error:
        raise EmailBezetError from error
    forget_tokens(gebruiker.id)
    queue_mail(to=old, template="accounts/mail/email_gewijzigd.txt", naam=gebruiker.naam)
    publish_about(EmailGewijzigd, gebruiker.id, door_id=gebruiker.id)
    return gebruiker


def delete_account(gebruiker: Gebruiker, *, huidig: str) -> None:
    """Forget who this was. What was public stays, under a name that says nothing."""
    check_huidig(gebruiker, huidig)
    if any(verlening.rol is Rol.BEHEERDER for verlening in gebruiker.rollen):
        check_not_last_beheerder()
    _say_goodbye(gebruiker)
    forget_tokens(gebruiker.id)
    db.session.execute(delete(Aanmelding).where(Aanmelding.email == gebruiker.email))
    db.session.execute(delete(Herstelcode).where(Herstelcode.gebruiker_id == gebruiker.id))
    gebruiker.naam = NAAM_NA_VERWIJDEREN
    gebruiker.email = f"{secrets.token_hex(16)}@{GONE_DOMAIN}"
    gebruiker.wachtwoord_hash = unusable_hash()
    gebruiker.zegel = new_secret()
    gebruiker.bevestigd_op = gebruiker.totp_geheim = gebruiker.totp_bevestigd_op = None
    gebruiker.rollen.clear()
    publish_about(AccountVerwijderd, gebruiker.id, door_id=gebruiker.id)


def _say_goodbye(gebruiker: Gebruiker) -> None:
    """Forget every mail to someone, and queue a last one: that the account is gone."""
    forget_mail(gebruiker.email)
    queue_mail(
        to=gebruiker.email,
        template="accounts/mail/account_verwijderd.txt",
        naam=gebruiker.naam,
        dagen=KEEP.days,
    )


def check_huidig(gebruiker: Gebruiker, wachtwoord: str) -> None:
    """Raise unless this is the password someone has now."""
    if not matches(gebruiker.wachtwoord_hash, wachtwoord):
        raise WachtwoordOnjuistError
