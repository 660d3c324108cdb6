"""What is counted of a search in vain."""

from datetime import date

import pytest

from participatie.zoeken.rules import read_vraag
from participatie.zoeken.rules_missers import countable_words, make_line, read_lines
from participatie.zoeken.types import Filters, Mistelling


@pytest.mark.parametrize(
    "tekst",
    [
        "jan@voorbeeld.example",
        "bel 06 12 34 56 78",
        "0235113000",
        "2012 AB",
        "https://voorbeeld.example",
        "x" * 300,
        "de het een",
    ],
)
def test_what_looks_like_a_person_is_not_counted(tekst) -> None:
    assert countable_words(read_vraag(tekst)) is None


def test_only_plain_words_are_counted_in_a_fixed_order() -> None:
    assert countable_words(read_vraag("Zwembad in wijk 7!")) == "wijk zwembad"


def test_a_line_is_read_as_it_was_written() -> None:
    line = make_line(date(2026, 11, 21), "zwembad", Filters(gebied_id=4, thema="water"))
    assert read_lines([line, "half"]) == [Mistelling(date(2026, 11, 21), "zwembad", 4, "water")]
