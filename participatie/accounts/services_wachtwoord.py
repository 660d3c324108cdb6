"""Hashing passwords, always for the same time."""

import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from participatie.accounts.models import Gebruiker
from participatie.accounts.rules_wachtwoord import normalise_wachtwoord

_hasher = PasswordHasher(memory_cost=19_456, time_cost=2, parallelism=1)


def hash_wachtwoord(wachtwoord: str) -> str:
    """Return the digest that is kept of a password."""
    return _hasher.hash(normalise_wachtwoord(wachtwoord))


def unusable_hash() -> str:
    """Return a digest that no password has."""
    return hash_wachtwoord(secrets.token_urlsafe(32))


def matches(kept: str | None, wachtwoord: str) -> bool:
    """Tell whether this is the password; without a kept digest it takes just as long."""
    try:
        _hasher.verify(kept or _of_nobody(), normalise_wachtwoord(wachtwoord))
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


def strengthen(gebruiker: Gebruiker, wachtwoord: str) -> None:
    """Hash again when the cost has been raised since."""
    if _hasher.check_needs_rehash(gebruiker.wachtwoord_hash):
        gebruiker.wachtwoord_hash = hash_wachtwoord(wachtwoord)


@cache
def _of_nobody() -> str:
    return unusable_hash()
