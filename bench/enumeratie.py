"""Whether the time of an answer tells who has an account, by the test of Mann and Whitney."""

import math
import secrets
import time
from collections.abc import Callable
from contextlib import suppress

from bench.meting import Meting, at_least, at_most
from bench.stad import make_app
from participatie.accounts.models import Gebruiker
from participatie.accounts.services_inloggen import authenticate, request_reset
from participatie.accounts.services_registreren import request_account
from participatie.accounts.services_wachtwoord import hash_wachtwoord
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import InvalidInputError
from participatie.core.transactions import transaction

KNOWN = "bekend@example.invalid"
WACHTWOORD = "een lange zin als wachtwoord"
PAIRS, WARM_UP = 60, 5
LIMIT = 3
Action = Callable[[str], None]


def run() -> list[Meting]:
    """Compare the times of three answers; an early return, as control, must be seen."""
    with make_app().test_request_context("/account/inloggen"):
        with transaction():
            db.session.add(_gebruiker())
        metingen = [
            at_most(f"{naam}: bekend en onbekend adres even snel", compare(action), LIMIT, "z")
            for naam, action in ACTIONS.items()
        ]
        control = at_least("controle: een snelle weg terug valt op", compare(_early), LIMIT, "z")
        db.session.rollback()
    return [*metingen, control]


def compare(action: Action) -> float:
    """Ask a known and an unknown address in turn and return how far their times lie apart."""
    known: list[float] = []
    unknown: list[float] = []
    for number in range(PAIRS + WARM_UP):
        pair = [(known, KNOWN), (unknown, f"onbekend{number}@example.invalid")]
        for times, email in pair if number % 2 else reversed(pair):
            times.append(_seconds(action, email))
    return abs(_z_score(known[WARM_UP:], unknown[WARM_UP:]))


def _seconds(action: Action, email: str) -> float:
    begin = time.perf_counter()
    action(email)
    db.session.flush()  # what is written belongs to the answer
    return time.perf_counter() - begin


def _z_score(one: list[float], other: list[float]) -> float:
    wins = sum((a > b) + (a == b) / 2 for a in one for b in other)
    n, m = len(one), len(other)
    return (wins - n * m / 2) / math.sqrt(n * m * (n + m + 1) / 12)


def _gebruiker() -> Gebruiker:
    moment = clock.now()
    return Gebruiker(
        email=KNOWN,
        naam="Bekend",
        wachtwoord_hash=hash_wachtwoord(WACHTWOORD),
        zegel=secrets.token_urlsafe(32),
        bevestigd_op=moment,
        aangemaakt_op=moment,
    )


def _sign_in(email: str) -> None:
    with suppress(InvalidInputError):
        authenticate(email=email, wachtwoord="niet het goede")
    db.session.rollback()


def _register(email: str) -> None:
    request_account(naam="Bea", email=email, wachtwoord=WACHTWOORD)


def _early(email: str) -> None:
    if email == KNOWN:
        hash_wachtwoord(WACHTWOORD)


ACTIONS: dict[str, Action] = {
    "inloggen": _sign_in,
    "herstellen": lambda email: request_reset(email=email),
    "registreren": _register,
}
