"""Links in mails that carry what they are for, signed: nothing about them is kept."""

from http import HTTPStatus

from flask import current_app
from itsdangerous import BadSignature, SignatureExpired, URLSafeTimedSerializer

from participatie.core.errors import DomainError, NotFoundError

Values = list[str | int]


class LinkTooOldError(DomainError):
    """A link that was good once."""

    status = HTTPStatus.GONE
    message = "Deze link is verlopen."


class LinkBrokenError(NotFoundError):
    """A link that we did not make, or not all of it."""

    message = "Deze link klopt niet. Misschien is hij niet helemaal gekopieerd."


def sign(values: Values, *, purpose: str) -> str:
    """Return a token that says this, and cannot be made by anyone else."""
    return str(_serializer(purpose).dumps(values))


def read_signed(token: str, *, purpose: str, days: int) -> Values:
    """Return what a token says, or raise."""
    try:
        found = _serializer(purpose).loads(token, max_age=days * 24 * 60 * 60)
    except SignatureExpired as error:
        raise LinkTooOldError from error
    except BadSignature as error:
        raise LinkBrokenError from error
    return list(found)


def _serializer(purpose: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt=purpose)
