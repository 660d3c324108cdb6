"""Words as they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participatie.core.stammen import fold, is_telling, split_words, stems_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bomen", "boom"),
        ("speeltuinen", "speeltuin"),
        ("huizen", "huis"),
        ("zonnepanelen", "zonnepaneel"),
        ("bankjes", "banken"),
        ("gelopen", "lopen"),
        ("veiligheid", "veilige"),
    ],
)
def test_forms_of_one_word_share_a_stem(one, other) -> None:
    assert set(stems_of(one)) & set(stems_of(other))


@pytest.mark.parametrize("pair", [("boom", "boot"), ("wijk", "wijn"), ("straat", "staat")])
def test_other_words_do_not(pair) -> None:
    one, other = pair
    assert not set(stems_of(one)) & set(stems_of(other))


def test_accents_and_capitals_make_no_difference() -> None:
    assert split_words("Repaircafé CAFÉ, coördinatie") == ["repaircafe", "cafe", "coordinatie"]


def test_small_words_say_nothing() -> None:
    assert [word for word in split_words("de bomen in het park") if is_telling(word)] == [
        "bomen",
        "park",
    ]


@given(st.text())
def test_a_word_holds_only_letters_and_digits(text) -> None:
    assert all(word.isascii() and word.isalnum() for word in split_words(text))


def test_a_long_word_is_cut() -> None:
    assert len(split_words("a" * 10_000)[0]) == 40


def test_folding_twice_changes_nothing() -> None:
    assert fold(fold("Ĳsclub Straße Ærø")) == fold("Ĳsclub Straße Ærø")
