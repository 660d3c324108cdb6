"""How questions and documents become terms."""

from datetime import UTC, datetime

import pytest

from participatie.core.onderwerpen import Onderwerp
from participatie.zoeken.rules import (
    TERMEN_MAX,
    kenmerken_of,
    make_termen,
    prefix_of,
    read_vraag,
    score_of,
    woorden_of,
)
from participatie.zoeken.rules_fragment import make_fragment, mark
from participatie.zoeken.rules_suggestie import choose_word, distance, variants_of
from participatie.zoeken.types import Document, Filters, Term


def document(**fields):
    given = {
        "onderwerp": Onderwerp("initiatief", 1),
        "titel": "Bomen in de straat",
        "tekst": "",
        "pad": "/initiatieven/1",
        "op": datetime(2026, 1, 1, tzinfo=UTC),
    }
    return Document(**given | fields)


def terms(**fields) -> set[str]:
    return set(make_termen(document(**fields), (3, 1)).split())


def score(vraag, **fields) -> int:
    made = document(**fields)
    return score_of(read_vraag(vraag), terms(**fields), made.titel)


def test_a_word_of_a_text_can_not_pose_as_a_property() -> None:
    assert "kgebied3" not in terms(tekst="kgebied9") - {"kgebied3", "kgebied1"}
    assert set(kenmerken_of(Filters(gebied_id=9))).isdisjoint(terms(tekst="kgebied9"))


def test_a_document_passes_the_filters_of_what_it_is_about() -> None:
    wanted = kenmerken_of(Filters(soort="initiatief", gebied_id=1, thema="groen", jaar=2027))
    assert set(wanted) <= terms(thema="groen", jaren=(2026, 2028))


def test_a_word_in_the_title_counts_more_than_one_in_the_text() -> None:
    assert score("bomen") > score("bomen", titel="Groen", tekst="Meer bomen.")


def test_words_together_in_the_title_count_more() -> None:
    assert score("bomen straat") > score("straat bomen")


def test_a_word_that_is_repeated_counts_more() -> None:
    often = score("bomen", titel="Groen", tekst="Bomen, een boom, nog een boom.")
    assert often > score("bomen", titel="Groen", tekst="Een boom.")


def test_a_question_has_only_so_many_words() -> None:
    assert len(read_vraag(" ".join(f"woord{n}" for n in range(50))).termen) == TERMEN_MAX


@pytest.mark.parametrize("tekst", ["", "de het een", "!?*", "\0", "🌳", "- AND"])
def test_a_question_without_telling_words_has_no_terms(tekst) -> None:
    assert read_vraag(tekst).termen in ((), read_vraag("and").termen)


def test_marks_stand_around_whole_words() -> None:
    found = mark("Meer bomen!", read_vraag("boom"))
    assert [deel.tekst for deel in found if deel.gevonden] == ["bomen"]


def test_marked_pieces_together_are_the_text() -> None:
    text = "<b>Boom</b> & bomen: één boom"
    assert "".join(deel.tekst for deel in mark(text, read_vraag("boom"))) == text


def test_a_fragment_shows_the_word_that_was_asked_for() -> None:
    found = make_fragment(
        "Inleiding. " * 100 + "Hier staat een boom. " + "Slot. " * 100, read_vraag("boom")
    )
    assert any(deel.gevonden for deel in found)
    assert len("".join(deel.tekst for deel in found)) < 240


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("boom", "boom", 0),
        ("boom", "bom", 1),
        ("bomo", "boom", 1),
        ("riool", "viool", 1),
        ("a", "abcd", 3),
    ],
)
def test_a_distance_counts_letters(one, other, expected) -> None:
    assert distance(one, other, 2) == expected


def test_words_one_letter_apart_share_a_variant() -> None:
    assert variants_of("speeltuin") & variants_of("speetuin")


def test_the_nearest_word_is_chosen_then_the_one_that_is_used_most() -> None:
    assert choose_word("fietspat", [("fietspad", 2), ("fietspot", 9), ("fiets", 50)]) == "fietspot"


def test_a_word_too_far_away_is_not_meant() -> None:
    assert choose_word("boom", [("bloembak", 4)]) is None


def test_only_real_words_are_suggested() -> None:
    assert woorden_of("De boom 2027", "abc x1y2 riool") == {"boom", "riool"}


@pytest.mark.parametrize(
    ("term", "begin"),
    [
        (Term("boom", ("bom",)), "boom"),
        (Term("ij", ("ij",)), None),
        (Term("spelen", ("spel", "speel")), "spel"),
    ],
)
def test_longer_words_are_found_by_how_they_begin(term, begin) -> None:
    assert prefix_of(term) == begin
