from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participatie.opendata.rules import FORMULA_STARTS, euros, middle_of_box, safe_cell, to_plain


@given(st.text())
def test_no_text_is_read_as_a_formula(text) -> None:
    assert not str(safe_cell(text)).lstrip(" ").startswith(FORMULA_STARTS)


@given(st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1))
def test_plain_words_stay_as_they_are(text) -> None:
    assert safe_cell(text) == text


def test_a_number_below_zero_stays_a_number() -> None:
    assert safe_cell(-4.5) == -4.5


@pytest.mark.parametrize(
    ("value", "plain"), [(True, "ja"), (False, "nee"), (date(2027, 5, 1), "2027-05-01"), (3, 3)]
)
def test_values_are_written_plainly(value, plain) -> None:
    assert to_plain(value) == plain


@pytest.mark.parametrize(
    ("cents", "amount"), [(None, None), (100, 1), (150, Decimal("1.5")), (0, 0)]
)
def test_money_is_in_euros(cents, amount) -> None:
    assert euros(cents) == amount


def test_a_whole_gebied_has_no_middle() -> None:
    assert middle_of_box(None) == (None, None)


def test_a_line_has_the_middle_of_its_box() -> None:
    line = {"type": "LineString", "coordinates": [[4.6, 52.3], [4.62, 52.4]]}
    assert middle_of_box(line) == (4.61, 52.35)
