from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participatie.programmas.errors import WaardeError
from participatie.programmas.rules import FASE_NAMEN
from participatie.programmas.rules_waarden import (
    parse_bedrag,
    parse_datum,
    parse_keuze,
    parse_tekst,
    plain_naam,
)
from participatie.programmas.types import Fase


@pytest.mark.parametrize(
    ("written", "cents"),
    [
        ("1.250.000,50", 125_000_050),
        ("1,250,000.50", 125_000_050),
        ("1250000", 125_000_000),
        (1_250_000, 125_000_000),
        (1_250_000.5, 125_000_050),
        ("€ 1.250", 125_000),
        ("1,250", 125_000),
        ("12,5", 1_250),
        ("12.50 EUR", 1_250),
        ("1 250 000,00", 125_000_000),
        ("1250,-", 125_000),
        ("0", 0),
        ("", None),
        ("-", None),
        (None, None),
    ],
)
def test_money_is_read_as_it_is_written(written, cents) -> None:
    assert parse_bedrag(written) == cents


@pytest.mark.parametrize(
    "written",
    ["veel", "1.25.000", "1,250,00", "1.250,5,0", "12,345.6.7", "=1+1", "-500", "1e9", "12.3456",
     "٣٤", True, float("nan"), float("inf"), 10**30, 0.001],
)  # fmt: skip
def test_what_is_not_money_is_refused(written) -> None:
    with pytest.raises(WaardeError):
        parse_bedrag(written)


def test_amounts_in_thousands_are_multiplied() -> None:
    assert parse_bedrag("1.266", Decimal(1000)) == 126_600_000


cents = st.integers(min_value=0, max_value=10**14)


@given(cents)
def test_dutch_and_english_notation_mean_the_same(amount) -> None:
    english = f"{amount // 100:,}.{amount % 100:02}"
    dutch = english.translate(str.maketrans(",.", ".,"))
    assert parse_bedrag(english) == parse_bedrag(dutch) == amount


@given(st.text(max_size=40))
def test_any_text_is_an_amount_or_refused(text) -> None:
    try:
        found = parse_bedrag(text)
    except WaardeError:
        return
    assert found is None or found >= 0


@pytest.mark.parametrize(
    ("written", "eind", "day"),
    [
        ("2027-03-31", False, date(2027, 3, 31)),
        ("31-03-2027", False, date(2027, 3, 31)),
        ("31/03/2027", False, date(2027, 3, 31)),
        ("2027", False, date(2027, 1, 1)),
        ("2027", True, date(2027, 12, 31)),
    ],
)
def test_a_day_is_read_as_it_is_written(written, eind, day) -> None:
    assert parse_datum(written, eind=eind) == day


@pytest.mark.parametrize("written", ["31-02-2027", "morgen", "0000", "9999", "1-1-27", "44927"])
def test_what_is_not_a_day_is_refused(written) -> None:
    with pytest.raises(WaardeError):
        parse_datum(written, eind=False)


@pytest.mark.parametrize("written", ["voorbereiding", " Voorbereiding ", "VOORBEREIDING"])
def test_a_choice_is_known_by_its_value_or_name(written) -> None:
    assert parse_keuze(written, FASE_NAMEN) is Fase.VOORBEREIDING


def test_an_unknown_choice_is_told_what_there_is() -> None:
    with pytest.raises(WaardeError, match="Kies uit: idee, voorbereiding"):
        parse_keuze("later", FASE_NAMEN)


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "  =cmd|' /C calc'!A0", "a\x07b"])
def test_a_formula_or_an_unreadable_sign_is_refused(text) -> None:
    with pytest.raises(WaardeError):
        parse_tekst(text, max_length=100)


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "🌳 bomen", "שלום", "-5 graden"])
def test_other_text_is_kept_as_it_is(text) -> None:
    assert parse_tekst(text, max_length=100) == text


def test_too_long_a_text_is_told_how_long_it_may_be() -> None:
    with pytest.raises(WaardeError, match="hoogstens 100"):
        parse_tekst("x" * 1_000_000, max_length=100)


def test_names_are_found_without_their_signs() -> None:
    assert plain_naam("Zuid West") == plain_naam("zuid-west")


def test_the_example_of_a_day_can_be_read_itself() -> None:
    with pytest.raises(WaardeError, match=r"Schrijf bijvoorbeeld 31-03-27 of 2027\."):
        parse_datum("2027-03-31", ("%d-%m-%y",), eind=False)


def test_without_formats_a_year_is_the_example() -> None:
    with pytest.raises(WaardeError, match=r"Schrijf bijvoorbeeld 2027\."):
        parse_datum("2027-03-31", (), eind=False)
