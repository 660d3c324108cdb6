import pytest

from participatie.core.tekst import control_characters, is_blank


@pytest.mark.parametrize("text", ["🌳👩🏽‍🌾", "مرحبا", "שלום", "\u202eomgekeerd", "ﷺ", "a\u0301"])
def test_every_script_and_emoji_is_welcome(text) -> None:
    assert control_characters(text, lines=False) == []


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x85"])
def test_a_control_character_is_found(character) -> None:
    assert control_characters(f"a{character}b", lines=True) == [character]


def test_a_line_break_is_for_texts_of_more_lines() -> None:
    assert control_characters("a\r\nb", lines=True) == []
    assert control_characters("a\nb", lines=False) == ["\n"]


@pytest.mark.parametrize("text", ["", "  ", "\u200b", "\u00a0\u2003", "\u202e"])
def test_what_nobody_can_see_is_blank(text) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["a", "🌳", "?", " x "])
def test_what_can_be_seen_is_not_blank(text) -> None:
    assert not is_blank(text)
