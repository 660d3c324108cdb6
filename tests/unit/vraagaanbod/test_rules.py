"""The rules of vraag en aanbod."""

from datetime import date, timedelta

import pytest

from participatie.core.errors import InvalidInputError
from participatie.gebieden.rules import Boom
from participatie.vraagaanbod import rules
from participatie.vraagaanbod.types import AanbodStatus, AanmeldingStatus, OproepStatus

TODAY = date(2027, 3, 1)


@pytest.mark.parametrize(
    ("table", "states"),
    [
        (rules.OPROEP_OVERGANGEN, OproepStatus),
        (rules.AANBOD_OVERGANGEN, AanbodStatus),
        (rules.AANMELDING_OVERGANGEN, AanmeldingStatus),
    ],
)
def test_every_state_has_a_row_in_its_table(table, states) -> None:
    assert set(table) == set(states)


@pytest.mark.parametrize("wat", ["", " \n ", "x" * 121])
def test_one_line_says_something_and_not_too_much(wat) -> None:
    with pytest.raises(InvalidInputError):
        rules.check_wat(wat)


def test_one_line_is_one_line() -> None:
    assert rules.check_wat(" Zes\n buren ") == "Zes buren"


@pytest.mark.parametrize("tekst", ["", "x" * 1_501])
def test_a_message_says_something_and_not_too_much(tekst) -> None:
    with pytest.raises(InvalidInputError):
        rules.check_bericht(tekst)


def test_a_message_keeps_its_lines() -> None:
    assert rules.check_bericht(" Hallo\r\nbuur ") == "Hallo\nbuur"


@pytest.mark.parametrize("telefoon", ["", "06 12345678", "+31 23 511 5115"])
def test_a_phone_number_may_be_left_out(telefoon) -> None:
    assert rules.check_telefoon(telefoon) == telefoon


@pytest.mark.parametrize("telefoon", ["bel mij", "12", "0" * 30])
def test_what_is_no_phone_number_is_refused(telefoon) -> None:
    with pytest.raises(InvalidInputError):
        rules.check_telefoon(telefoon)


@pytest.mark.parametrize("reden", ["kort", "x" * 1_001])
def test_a_reason_says_enough_and_not_too_much(reden) -> None:
    with pytest.raises(InvalidInputError):
        rules.check_reden(reden)


def test_a_reason_stands_without_space_around_it() -> None:
    assert rules.check_reden(" Dit is reclame. ") == "Dit is reclame."


@pytest.mark.parametrize("tot", [TODAY - timedelta(days=1), TODAY + timedelta(days=367)])
def test_an_offer_ends_within_a_year(tot) -> None:
    with pytest.raises(InvalidInputError):
        rules.check_tot(tot, today=TODAY)


def test_an_offer_may_end_today() -> None:
    assert rules.check_tot(TODAY, today=TODAY) == TODAY


@pytest.mark.parametrize(
    "tekst", ["Kijk op www.tuin.nl", "Mail jan@tuin.example", "Bel 06 12345678"]
)
def test_an_address_or_a_number_in_a_text_is_seen(tekst) -> None:
    assert rules.shows_contact("Een boor", tekst)


@pytest.mark.parametrize("tekst", ["6 mensen op 14 maart 2027", "€ 1.250 voor planten"])
def test_numbers_that_are_no_phone_are_fine(tekst) -> None:
    assert not rules.shows_contact(tekst)


def test_gebieden_that_nobody_knows_do_not_fit() -> None:
    assert not rules.fits(Boom({}), 1, 2)
