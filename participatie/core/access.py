"""Every view says who may enter. `tests/guards` fails when one does not."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, Protocol, TypeVar

from flask import g
from flask_login import current_user

from participatie.core.errors import NotAllowedError, SecondFactorNeededError, SignInNeededError
from participatie.core.permissions import Permission

P = ParamSpec("P")
R = TypeVar("R")
PUBLIC = "public"
SIGNED_IN = "signed-in"
FIRST_STEP = "first-step"


class Person(Protocol):
    """What this module needs to know of the current gebruiker."""

    @property
    def is_authenticated(self) -> bool:
        """Tell whether someone is signed in."""

    @property
    def needs_second_factor(self) -> bool:
        """Tell whether this person must still give a code before anything is open."""

    def may(self, permission: Permission, gebied_id: int | None = None) -> bool:
        """Tell whether this permission holds: anywhere, or in this gebied."""


def current_person() -> Person:
    """Return who makes this request."""
    person: Person = current_user
    return person


def check_permission(permission: Permission, gebied_id: int | None = None) -> None:
    """Raise unless the current gebruiker has the permission: anywhere, or in this gebied."""
    if not _signed_in_person().may(permission, gebied_id):
        raise NotAllowedError


def _signed_in_person() -> Person:
    person = current_person()
    if not person.is_authenticated:
        raise SignInNeededError
    if person.needs_second_factor:
        raise SecondFactorNeededError
    return person


def public(view: Callable[P, R]) -> Callable[P, R]:
    """Let everyone in."""
    view.access = PUBLIC  # type: ignore[attr-defined]
    return view


def signed_in(view: Callable[P, R]) -> Callable[P, R]:
    """Let in everyone who is signed in; the page is theirs alone and is never cached."""

    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        _signed_in_person()
        g.private = True
        return view(*args, **kwargs)

    guarded.access = SIGNED_IN  # type: ignore[attr-defined]
    return guarded


def first_step_done(view: Callable[P, R]) -> Callable[P, R]:
    """Let in who signed in, also before the second factor: only for that step itself."""

    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        if not current_person().is_authenticated:
            raise SignInNeededError
        g.private = True
        return view(*args, **kwargs)

    guarded.access = FIRST_STEP  # type: ignore[attr-defined]
    return guarded


def requires(permission: Permission) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let in only a gebruiker with this permission in at least one gebied."""

    def decorator(view: Callable[P, R]) -> Callable[P, R]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            check_permission(permission)
            g.private = True
            return view(*args, **kwargs)

        guarded.access = permission  # type: ignore[attr-defined]
        return guarded

    return decorator
