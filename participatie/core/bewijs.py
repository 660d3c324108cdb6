"""Proof of work: a browser does some sums before a form is sent, so that floods cost something.

The sums are those of ALTCHA; nothing is asked of anyone else. A proof is for one form, once.
"""

import base64
import json
from datetime import timedelta

import altcha
from flask import current_app

from participatie.core import clock

PREFIX = "000"
"""The longer, the more sums: each character makes it 16 times as many."""
GELDIG = timedelta(hours=2)


def make_puzzle(sleutel: str) -> str:
    """Return the sums for the form with this key, as JSON."""
    puzzle = altcha.create_challenge(
        "SHA-256",
        1,
        key_prefix=PREFIX,
        expires_at=int((clock.now() + GELDIG).timestamp()),
        data={"sleutel": sleutel},
        hmac_secret=_secret(),
    )
    return json.dumps(puzzle.to_dict())


def is_proof(given: str, sleutel: str) -> bool:
    """Tell whether the sums were done for the form with this key."""
    try:
        asked = json.loads(base64.b64decode(given))["challenge"]["parameters"]["data"]
        is_ours = asked == {"sleutel": sleutel}
    except (ValueError, KeyError, TypeError, RecursionError):
        return False
    return is_ours and bool(altcha.verify_solution(given, _secret()).verified)


def _secret() -> str:
    return f"bewijs:{current_app.secret_key!r}"
