"""Proof of work: for one form, and only when the sums were done."""

import base64
import json

import altcha
import pytest

from participatie.core.bewijs import is_proof, make_puzzle


def solve(puzzle: str) -> str:
    """Do the sums as a browser does."""
    challenge = altcha.Challenge.from_dict(json.loads(puzzle))
    solution = altcha.solve_challenge(challenge)
    whole = {"challenge": challenge.to_dict(), "solution": solution.to_dict()}
    return base64.b64encode(json.dumps(whole).encode()).decode()


def test_who_did_the_sums_is_believed(session) -> None:
    assert is_proof(solve(make_puzzle("deze")), "deze")


def test_the_sums_of_another_form_are_no_proof(session) -> None:
    assert not is_proof(solve(make_puzzle("andere")), "deze")


@pytest.mark.parametrize("given", ["", "onzin", "e30=", "bnVsbA==", "é" * 10])
def test_nonsense_is_no_proof(session, given) -> None:
    assert not is_proof(given, "deze")


def test_a_guess_is_no_proof(session) -> None:
    whole = json.loads(base64.b64decode(solve(make_puzzle("deze"))))
    whole["solution"]["counter"] += 1
    assert not is_proof(base64.b64encode(json.dumps(whole).encode()).decode(), "deze")
