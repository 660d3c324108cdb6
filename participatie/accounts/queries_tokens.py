"""Reading mailed links without using them up."""

from sqlalchemy import func, select

from participatie.accounts.errors import LinkVerlopenError
from participatie.accounts.models_tokens import Aanmelding, Herstelcode, Token
from participatie.accounts.types import GebruikerId, TokenDoel
from participatie.core import clock
from participatie.core.db import db


def get_aanmelding(digest: str) -> Aanmelding:
    """Return the request for an account that belongs to a link, or raise."""
    statement = select(Aanmelding).where(
        Aanmelding.digest == digest, Aanmelding.verloopt_op > clock.now()
    )
    found = db.session.scalar(statement)
    if found is None:
        raise LinkVerlopenError
    return found


def check_token(digest: str, doel: TokenDoel) -> None:
    """Raise unless a link still works; it is not used up."""
    statement = select(Token.id).where(
        Token.digest == digest,
        Token.doel == doel,
        Token.gebruiker_id.is_not(None),
        Token.verloopt_op > clock.now(),
    )
    if db.session.scalar(statement) is None:
        raise LinkVerlopenError


def count_herstelcodes(gebruiker_id: GebruikerId) -> int:
    """Return how many recovery codes someone has left."""
    statement = select(func.count(Herstelcode.id)).where(Herstelcode.gebruiker_id == gebruiker_id)
    return db.session.scalar(statement) or 0
