"""Who belongs to an address and a password, and a new password for who forgot it."""

from participatie.accounts.errors import InloggenMisluktError
from participatie.accounts.events import OveralUitgelogd, WachtwoordGewijzigd
from participatie.accounts.models import Gebruiker
from participatie.accounts.queries import find_credentials, find_id_by_email, get_gebruiker
from participatie.accounts.rules_wachtwoord import check_wachtwoord
from participatie.accounts.services_publish import publish_about
from participatie.accounts.services_tokens import (
    forget_tokens,
    issue_token,
    new_secret,
    use_token,
)
from participatie.accounts.services_wachtwoord import (
    hash_wachtwoord,
    matches,
    strengthen,
    unusable_hash,
)
from participatie.accounts.types import TokenDoel
from participatie.core import clock
from participatie.core.mail import queue_mail
from participatie.core.transactions import short_read


def authenticate(*, email: str, wachtwoord: str) -> Gebruiker:
    """Return the gebruiker, or raise without saying what was wrong, after just as long."""
    with short_read():
        found = find_credentials(email)
    if not matches(found[1] if found else None, wachtwoord) or found is None:
        raise InloggenMisluktError
    gebruiker = get_gebruiker(found[0])
    strengthen(gebruiker, wachtwoord)
    return gebruiker


def request_reset(*, email: str) -> None:
    """Mail a link to choose a new password, or that there is no account, in the same time."""
    unusable_hash()  # as much work as signing in: what differs after it is lost in that
    address = email.strip().lower()
    gebruiker_id = find_id_by_email(address)
    token = issue_token(TokenDoel.HERSTELLEN, gebruiker_id=gebruiker_id)
    template = "geen_account" if gebruiker_id is None else "herstellen"
    queue_mail(to=address, template=f"accounts/mail/{template}.txt", token=token)


def reset_wachtwoord(*, token: str, wachtwoord: str) -> Gebruiker:
    """Set the password of who opened the mailed link, and sign everyone else out."""
    used = use_token(token, TokenDoel.HERSTELLEN)
    gebruiker = get_gebruiker(used.gebruiker_id)
    set_wachtwoord(gebruiker, wachtwoord)
    if gebruiker.bevestigd_op is None:
        gebruiker.bevestigd_op = clock.now()
    return gebruiker


def set_wachtwoord(gebruiker: Gebruiker, wachtwoord: str) -> None:
    """Give someone another password; every session and mailed link ends."""
    check_wachtwoord(wachtwoord, email=gebruiker.email)
    gebruiker.wachtwoord_hash = hash_wachtwoord(wachtwoord)
    gebruiker.zegel = new_secret()
    forget_tokens(gebruiker.id)
    queue_mail(
        to=gebruiker.email,
        template="accounts/mail/wachtwoord_gewijzigd.txt",
        naam=gebruiker.naam,
        moment=clock.now(),
    )
    publish_about(WachtwoordGewijzigd, gebruiker.id, door_id=gebruiker.id)


def sign_out_everywhere(gebruiker: Gebruiker) -> None:
    """End every session of someone, on every device."""
    gebruiker.zegel = new_secret()
    publish_about(OveralUitgelogd, gebruiker.id, door_id=gebruiker.id)
