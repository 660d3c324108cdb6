"""What people and gebiedsverbinders may write, and until when it can be changed."""

from datetime import UTC, datetime, timedelta

import pytest

from participatie.core.errors import InvalidInputError
from participatie.discussion import rules
from participatie.discussion.types import MeldGrond, ReactieStatus

NU = datetime(2027, 3, 1, 12, tzinfo=UTC)


def test_a_reactie_is_kept_without_space_around_it() -> None:
    assert rules.check_tekst(" Mooi\r\nidee \n") == "Mooi\nidee"


@pytest.mark.parametrize("tekst", ["", " \n", "a" * 2_001, "https://a.example " * 3])
def test_a_reactie_that_is_empty_long_or_full_of_links_is_refused(tekst) -> None:
    with pytest.raises(InvalidInputError):
        rules.check_tekst(tekst)


def test_a_reason_is_kept_without_space_around_it() -> None:
    assert rules.check_reden("  Dit is reclame. ") == "Dit is reclame."


@pytest.mark.parametrize("reden", ["", "kort", "a" * 1_001])
def test_a_reason_that_says_too_little_or_too_much_is_refused(reden) -> None:
    with pytest.raises(InvalidInputError):
        rules.check_reden(reden)


def test_a_report_needs_no_words_of_its_own() -> None:
    assert rules.check_toelichting(" ", MeldGrond.RECLAME) == ""


@pytest.mark.parametrize(
    ("toelichting", "grond"), [(" ", MeldGrond.ANDERS), ("a" * 501, MeldGrond.RECLAME)]
)
def test_a_report_that_is_silent_or_endless_is_refused(toelichting, grond) -> None:
    with pytest.raises(InvalidInputError):
        rules.check_toelichting(toelichting, grond)


def test_what_is_thrown_away_does_not_come_back() -> None:
    assert not rules.may_go(ReactieStatus.VERWIJDERD, ReactieStatus.ZICHTBAAR)


@pytest.mark.parametrize(("minutes", "editable"), [(14, True), (15, False)])
def test_a_reactie_can_be_changed_for_a_quarter_of_an_hour(minutes, editable) -> None:
    op = NU - timedelta(minutes=minutes)
    assert rules.is_editable(ReactieStatus.ZICHTBAAR, op, now=NU) is editable


def test_the_gemeente_never_waits() -> None:
    assert not rules.must_wait("www.haarlem.nl", eerdere=0, is_gemeente=True, is_stroom=True)
