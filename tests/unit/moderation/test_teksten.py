import pytest

from participatie.core.errors import InvalidInputError
from participatie.moderation.rules_bulk import in_words, read_keuzes
from participatie.moderation.rules_kader import sleutel_of
from participatie.moderation.rules_teksten import check_tekst, fill_in
from participatie.moderation.rules_verdeling import Regelvorm, best_rule
from participatie.moderation.types import BulkSoort, Keuze
from participatie.programmas.types import Thema

BUURT, WIJK, STAD = 3, 2, 1


@pytest.mark.parametrize("titel", ["{kenmerk}", "{{ 7 * 7 }}", "{% include 'x' %}", "%(gebied)s"])
def test_what_a_sender_wrote_is_never_filled_in_again(titel) -> None:
    waarden = {"titel": titel, "kenmerk": "2026-00001"}
    assert fill_in("Over {titel}.", waarden) == f"Over {titel}."


@pytest.mark.parametrize("tekst", ["{naam}", "{{ config }}", "{titel.__class__}", "Een { los"])
def test_only_the_known_words_can_be_filled_in(tekst) -> None:
    with pytest.raises(InvalidInputError, match="accolades"):
        check_tekst(tekst)


def test_a_text_that_waits_for_a_last_sentence_ends_in_a_space() -> None:
    assert check_tekst("Het gaat om deze regel:") == "Het gaat om deze regel: "


@pytest.mark.parametrize(
    ("regels", "beste"),
    [
        ([], None),
        ([Regelvorm(1, STAD, None), Regelvorm(2, BUURT, None)], 2),
        ([Regelvorm(1, BUURT, None), Regelvorm(2, BUURT, Thema.GROEN)], 2),
        ([Regelvorm(1, None, Thema.GROEN), Regelvorm(2, STAD, None)], 2),
        ([Regelvorm(1, None, Thema.WATER), Regelvorm(2, 99, None)], None),
    ],
)
def test_the_rule_of_the_smallest_gebied_wins_then_the_one_with_a_thema(regels, beste) -> None:
    assert best_rule(regels, keten=(BUURT, WIJK, STAD), thema=Thema.GROEN) == beste


def test_only_what_can_be_a_row_is_chosen_and_each_once() -> None:
    assert read_keuzes(["4-1", "x", "4-2", "-1", "5-3", "1-1-1"]) == (Keuze(4, 1), Keuze(5, 3))


@pytest.mark.parametrize("soort", BulkSoort)
@pytest.mark.parametrize("number", [0, 1, 2])
def test_what_was_done_is_told_in_words(soort, number) -> None:
    assert in_words(soort, number).endswith(".")


def test_a_key_is_made_of_the_name() -> None:
    assert sleutel_of("  Té laat, hè? ") == "te-laat-he"
