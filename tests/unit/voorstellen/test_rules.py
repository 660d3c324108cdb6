from datetime import date

import pytest

from participatie.core.errors import InvalidInputError
from participatie.voorstellen import rules
from participatie.voorstellen.errors import OvergangError
from participatie.voorstellen.types import VoorstelStatus

CONCEPT, AANGEBODEN, OVERGENOMEN, TERUGGEGEVEN, INGETROKKEN = VoorstelStatus
ALLOWED = {
    (CONCEPT, AANGEBODEN),
    (CONCEPT, INGETROKKEN),
    (AANGEBODEN, OVERGENOMEN),
    (AANGEBODEN, TERUGGEGEVEN),
    (AANGEBODEN, INGETROKKEN),
    (TERUGGEGEVEN, AANGEBODEN),
    (TERUGGEGEVEN, INGETROKKEN),
}


@pytest.mark.parametrize(
    "table",
    [rules.TRANSITIONS, rules.STATUS_NAMEN, rules.STATUS_UITLEG, rules.STATUS_TONEN],
)
def test_every_table_names_every_status(table) -> None:
    assert set(table) == set(VoorstelStatus)


@pytest.mark.parametrize("van", VoorstelStatus)
@pytest.mark.parametrize("naar", VoorstelStatus)
def test_only_the_transitions_of_the_table_are_allowed(van, naar) -> None:
    assert rules.may_become(van, naar) is ((van, naar) in ALLOWED)


def test_another_transition_is_refused() -> None:
    with pytest.raises(OvergangError, match="Staat in het programma"):
        rules.check_transition(OVERGENOMEN, INGETROKKEN)


def test_a_transition_of_the_table_is_let_through() -> None:
    rules.check_transition(AANGEBODEN, OVERGENOMEN)


def test_what_is_open_can_still_go_somewhere() -> None:
    assert {status for status in VoorstelStatus if rules.TRANSITIONS[status]} == rules.OPEN


@pytest.mark.parametrize("reden", ["", "   te kort   ", "x" * 2001])
def test_a_reason_says_what_to_change(reden) -> None:
    with pytest.raises(InvalidInputError):
        rules.check_reden(reden)


def test_a_reason_is_kept_without_space_around_it() -> None:
    assert rules.check_reden("  Voeg de planning toe. ") == "Voeg de planning toe."


@pytest.mark.parametrize(
    ("dag", "woorden"),
    [
        (date(2026, 3, 10), "vandaag"),
        (date(2026, 3, 9), "gisteren"),
        (date(2026, 3, 1), "9 dagen geleden"),
        (date(2026, 2, 1), "5 weken geleden"),
    ],
)
def test_an_age_is_told_in_words(dag, woorden) -> None:
    assert rules.age_in_words(dag, date(2026, 3, 10)) == woorden
