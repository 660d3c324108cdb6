"""Classes 35 and 36: the time of an answer does not tell who has an account.

Each known and unknown address is asked in turn, so that a busy machine slows both down alike; the
two rows of times are compared with the test of Mann and Whitney.
"""

import math
import time

import pytest

from participatie.accounts.services_inloggen import authenticate, request_reset
from participatie.accounts.services_registreren import request_account
from participatie.accounts.services_wachtwoord import hash_wachtwoord
from participatie.core.db import db
from participatie.core.errors import InvalidInputError
from tests.factories.accounts import WACHTWOORD, GebruikerFactory

KNOWN = "bewoner@voorbeeld.example"
PAIRS = 30
LIMIT = 3


@pytest.fixture
def context(app, session):
    GebruikerFactory(email=KNOWN, wachtwoord_hash=hash_wachtwoord(WACHTWOORD))
    db.session.commit()  # what a request finds
    with app.test_request_context("/account/inloggen"):
        yield


def z_score(one: list[float], other: list[float]) -> float:
    """Return how far two rows of times lie apart, in standard deviations."""
    wins = sum((a > b) + (a == b) / 2 for a in one for b in other)
    n, m = len(one), len(other)
    return (wins - n * m / 2) / math.sqrt(n * m * (n + m + 1) / 12)


def time_of(action) -> float:
    before = time.perf_counter()
    action()
    db.session.flush()
    return time.perf_counter() - before


def compare(action) -> float:
    known, unknown = [], []
    for number in range(PAIRS + 5):
        pair = [
            (known, lambda: action(KNOWN)),
            (unknown, lambda n=number: action(f"niemand{n}@voorbeeld.example")),
        ]
        for times, ask in pair if number % 2 else reversed(pair):
            times.append(time_of(ask))
    return abs(z_score(known[5:], unknown[5:]))


def try_to_sign_in(email):
    with pytest.raises(InvalidInputError):
        authenticate(email=email, wachtwoord="niet het goede")


@pytest.mark.parametrize(
    "action",
    [
        try_to_sign_in,
        lambda email: request_reset(email=email),
        lambda email: request_account(naam="Bea", email=email, wachtwoord=WACHTWOORD),
    ],
    ids=["sign-in", "reset", "register"],
)
def test_class_36_a_known_address_takes_as_long_as_an_unknown_one(context, action) -> None:
    assert any(compare(action) < LIMIT for _ in range(3))


def test_the_measure_sees_a_hash_that_is_left_out(context) -> None:
    """The control: an early return for an unknown address must turn it red."""

    def early_return(email):
        if email == KNOWN:
            try_to_sign_in(email)

    assert compare(early_return) > LIMIT
