"""Classes 35 and 36: an answer costs the same work whether an address has an account or not.

The times themselves are compared by `make bench`.
"""

import pytest
from argon2 import PasswordHasher

from participatie.accounts.services_inloggen import authenticate, request_reset
from participatie.accounts.services_registreren import request_account
from participatie.accounts.services_wachtwoord import hash_wachtwoord
from participatie.core.db import db
from participatie.core.errors import InvalidInputError
from tests.factories.accounts import WACHTWOORD, GebruikerFactory

KNOWN, UNKNOWN = "bewoner@voorbeeld.example", "niemand@voorbeeld.example"


@pytest.fixture
def context(app, session):
    GebruikerFactory(email=KNOWN, wachtwoord_hash=hash_wachtwoord(WACHTWOORD))
    db.session.commit()  # what a request finds
    with app.test_request_context("/account/inloggen"):
        yield


def try_to_sign_in(email):
    with pytest.raises(InvalidInputError):
        authenticate(email=email, wachtwoord="niet het goede")


def statements(count_queries, action, email) -> list[str]:
    """Return what the database was asked, in order, without the values."""
    with count_queries() as asked:
        action(email)
        db.session.flush()
    return [" ".join(statement.split()[:3]) for statement in asked]


@pytest.mark.parametrize(
    "action",
    [
        lambda email: request_reset(email=email),
        lambda email: request_account(naam="Bea", email=email, wachtwoord=WACHTWOORD),
    ],
    ids=["reset", "register"],
)
def test_class_36_the_database_does_the_same_work(context, count_queries, action) -> None:
    known = statements(count_queries, action, KNOWN)
    assert sorted(known) == sorted(statements(count_queries, action, UNKNOWN))


@pytest.mark.parametrize("email", [KNOWN, UNKNOWN])
def test_class_36_a_password_is_hashed_for_everybody(context, monkeypatch, email) -> None:
    hashed = []
    verify = PasswordHasher.verify

    def noted(self, *args):
        hashed.append(email)
        return verify(self, *args)

    monkeypatch.setattr(PasswordHasher, "verify", noted)
    try_to_sign_in(email)
    assert hashed == [email]
