"""Who makes this request: a visitor, or the gebruiker of the session cookie."""

from collections.abc import Callable
from typing import Protocol

from flask import Flask, Response, g, session
from flask_login import AnonymousUserMixin, LoginManager, login_user, logout_user
from werkzeug.local import LocalProxy

from participatie.core.permissions import Permission

SECOND_FACTOR_KEY = "tweede_factor"


class SessionPerson(Protocol):
    """What a session needs to know of a gebruiker."""

    zegel: str
    second_factor_given: bool


PersonLoader = Callable[[str], SessionPerson | None]
_loaders: list[PersonLoader] = []


class Visitor(AnonymousUserMixin):  # type: ignore[misc]  # flask-login has no types
    """Someone who is not signed in: may nothing that needs a permission."""

    is_staff = False
    needs_second_factor = False

    def may(self, permission: Permission, gebied_id: int | None = None) -> bool:
        """Tell whether this permission holds: never for a visitor."""
        del permission, gebied_id
        return False


def init_app(app: Flask) -> None:
    """Read who someone is from the session cookie, and from nothing else."""
    manager = LoginManager()
    manager.session_protection = None  # the signed cookie and the zegel do this
    manager.anonymous_user = Visitor
    manager.user_loader(_load)
    manager.init_app(app)

    @app.after_request
    def never_share(response: Response) -> Response:
        """Keep a page made for one person out of every shared cache."""
        if session.modified:
            response.headers["Cache-Control"] = "private, no-store"
        elif session.accessed and "_user_id" in session:
            response.headers.setdefault("Cache-Control", "private, no-cache")
        return response


def load_person_with(loader: PersonLoader) -> None:
    """Say how the gebruiker of a session is found."""
    _loaders[:] = [loader]


def start_session(person: SessionPerson, *, second_factor_given: bool = False) -> None:
    """Sign someone in, in a session that has nothing of the one before."""
    if isinstance(person, LocalProxy):  # `current_user` must not point at itself
        person = person._get_current_object()  # noqa: SLF001  # the documented way
    session.clear()
    if second_factor_given:
        session[SECOND_FACTOR_KEY] = person.zegel
    person.second_factor_given = second_factor_given
    login_user(person)


def end_session() -> None:
    """Sign out, and forget everything of this session."""
    logout_user()
    session.clear()


def go_on_as_visitor() -> None:
    """Stop asking who makes this request: where the database is away, nobody can say."""
    g._login_user = Visitor()  # noqa: SLF001  # where flask-login keeps whom it found


def _load(session_id: str) -> SessionPerson | None:
    person = _loaders[0](session_id)
    if person is not None:
        person.second_factor_given = session.get(SECOND_FACTOR_KEY) == person.zegel
    return person
