"""Mailed links: random, kept as a digest, used once, and not for ever."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete

from participatie.accounts.errors import LinkVerlopenError
from participatie.accounts.models_tokens import Aanmelding, Token
from participatie.accounts.types import GebruikerId, TokenDoel
from participatie.core import clock
from participatie.core.db import db

GELDIG = {
    TokenDoel.HERSTELLEN: timedelta(hours=1),
    TokenDoel.EMAIL_WIJZIGEN: timedelta(hours=24),
}


@dataclass(frozen=True)
class UsedToken:
    """What a link was for, once it has been used."""

    gebruiker_id: GebruikerId
    email: str | None


def new_secret() -> str:
    """Return a secret that nobody can guess."""
    return secrets.token_urlsafe(32)


def digest_of(secret: str) -> str:
    """Return what is kept of a secret; it is random, so a plain digest is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def issue_token(
    doel: TokenDoel, *, gebruiker_id: GebruikerId | None, email: str | None = None
) -> str:
    """Return the secret of a new link; earlier links of the same kind stop working."""
    db.session.execute(delete(Token).where(Token.gebruiker_id == gebruiker_id, Token.doel == doel))
    secret = new_secret()
    db.session.add(
        Token(
            gebruiker_id=gebruiker_id,
            doel=doel,
            email=email,
            digest=digest_of(secret),
            verloopt_op=clock.now() + GELDIG[doel],
        )
    )
    return secret


def use_token(secret: str, doel: TokenDoel) -> UsedToken:
    """Use a link up, or raise: of many who try at once, one succeeds."""
    statement = (
        delete(Token)
        .where(
            Token.digest == digest_of(secret),
            Token.doel == doel,
            Token.gebruiker_id.is_not(None),
            Token.verloopt_op > clock.now(),
        )
        .returning(Token.gebruiker_id, Token.email)
    )
    row = db.session.execute(statement).one_or_none()
    if row is None or row.gebruiker_id is None:
        raise LinkVerlopenError
    return UsedToken(gebruiker_id=row.gebruiker_id, email=row.email)


def forget_tokens(gebruiker_id: GebruikerId) -> None:
    """Make every mailed link of someone useless."""
    db.session.execute(delete(Token).where(Token.gebruiker_id == gebruiker_id))


def delete_expired() -> None:
    """Delete what nobody can use any longer."""
    moment = clock.now()
    db.session.execute(delete(Token).where(Token.verloopt_op <= moment))
    db.session.execute(delete(Aanmelding).where(Aanmelding.verloopt_op <= moment))
