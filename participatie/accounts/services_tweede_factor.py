"""The second factor: an app that shows codes, and codes for when the app is gone."""

import hmac
import secrets

import pyotp
from sqlalchemy import delete, update

from participatie.accounts.errors import CodeOnjuistError, TweedeFactorBestaatError
from participatie.accounts.events import (
    HerstelcodeGebruikt,
    HerstelcodesVernieuwd,
    TweedeFactorGewist,
    TweedeFactorIngesteld,
)
from participatie.accounts.models import Gebruiker
from participatie.accounts.models_tokens import Herstelcode
from participatie.accounts.queries_tokens import count_herstelcodes
from participatie.accounts.rules_tweede_factor import (
    HERSTELCODE_LENGTH,
    HERSTELCODE_TEKENS,
    HERSTELCODES,
    clean_code,
    show_herstelcode,
    stappen_around,
)
from participatie.accounts.services_publish import publish_about
from participatie.accounts.services_tokens import digest_of, new_secret
from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.mail import queue_mail


def new_geheim() -> str:
    """Return a secret for an app."""
    return pyotp.random_base32()


def set_up(gebruiker: Gebruiker, *, geheim: str, code: str) -> list[str]:
    """Keep the secret of the app once a code of it is right, and return recovery codes."""
    stap = _stap_of_code(geheim, code)
    moment = clock.now()
    statement = (
        update(Gebruiker)
        .where(Gebruiker.id == gebruiker.id, Gebruiker.totp_bevestigd_op.is_(None))
        .values(totp_geheim=geheim, totp_bevestigd_op=moment, totp_laatste_stap=stap)
        .returning(Gebruiker.id)
    )
    if db.session.scalar(statement) is None:
        raise TweedeFactorBestaatError
    codes = _replace_herstelcodes(gebruiker.id)
    publish_about(TweedeFactorIngesteld, gebruiker.id, door_id=gebruiker.id)
    return codes


def check_code(gebruiker: Gebruiker, code: str) -> None:
    """Accept a code of the app, each only once, or raise."""
    stap = _stap_of_code(gebruiker.totp_geheim or new_geheim(), code)
    statement = (
        update(Gebruiker)
        .where(Gebruiker.id == gebruiker.id, Gebruiker.totp_laatste_stap < stap)
        .values(totp_laatste_stap=stap)
        .returning(Gebruiker.id)
    )
    if db.session.scalar(statement) is None:
        raise CodeOnjuistError("U heeft deze code al gebruikt. Wacht op een nieuwe code.")


def use_herstelcode(gebruiker: Gebruiker, code: str) -> None:
    """Accept a recovery code and throw it away, or raise."""
    statement = (
        delete(Herstelcode)
        .where(
            Herstelcode.gebruiker_id == gebruiker.id,
            Herstelcode.digest == digest_of(clean_code(code)),
        )
        .returning(Herstelcode.id)
    )
    if db.session.scalar(statement) is None:
        raise CodeOnjuistError(
            "Deze herstelcode klopt niet, of u heeft hem al gebruikt. Vul een andere in."
        )
    left = count_herstelcodes(gebruiker.id)
    queue_mail(
        to=gebruiker.email,
        template="accounts/mail/herstelcode_gebruikt.txt",
        naam=gebruiker.naam,
        left=left,
    )
    publish_about(HerstelcodeGebruikt, gebruiker.id, door_id=gebruiker.id, nog_over=left)


def renew_herstelcodes(gebruiker: Gebruiker) -> list[str]:
    """Return new recovery codes; the old ones work no longer."""
    codes = _replace_herstelcodes(gebruiker.id)
    publish_about(HerstelcodesVernieuwd, gebruiker.id, door_id=gebruiker.id)
    return codes


def clear_tweede_factor(gebruiker: Gebruiker, *, door_id: GebruikerId | None) -> None:
    """Let someone who lost everything set up the second factor again, signed out everywhere."""
    gebruiker.totp_geheim = gebruiker.totp_bevestigd_op = None
    gebruiker.zegel = new_secret()
    db.session.execute(delete(Herstelcode).where(Herstelcode.gebruiker_id == gebruiker.id))
    queue_mail(
        to=gebruiker.email,
        template="accounts/mail/tweede_factor_gewist.txt",
        naam=gebruiker.naam,
    )
    publish_about(TweedeFactorGewist, gebruiker.id, door_id=door_id)


def _stap_of_code(geheim: str, code: str) -> int:
    """Return the step whose code this is, or raise."""
    given = clean_code(code).encode()
    app = pyotp.TOTP(geheim)
    for stap in stappen_around(clock.now().timestamp()):
        if hmac.compare_digest(app.generate_otp(stap).encode(), given):
            return stap
    raise CodeOnjuistError


def _replace_herstelcodes(gebruiker_id: GebruikerId) -> list[str]:
    codes = [
        "".join(secrets.choice(HERSTELCODE_TEKENS) for _ in range(HERSTELCODE_LENGTH))
        for _ in range(HERSTELCODES)
    ]
    db.session.execute(delete(Herstelcode).where(Herstelcode.gebruiker_id == gebruiker_id))
    db.session.add_all(
        Herstelcode(gebruiker_id=gebruiker_id, digest=digest_of(code)) for code in codes
    )
    return [show_herstelcode(code) for code in codes]
