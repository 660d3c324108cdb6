from datetime import date, timedelta

import pytest

from participatie.core.errors import InvalidInputError
from participatie.inzendingen.rules import TRANSITIONS
from participatie.inzendingen.types import Status
from participatie.moderation import rules, rules_begin, rules_woorden
from participatie.moderation.types import Bak, Grond, Meerderheid, Uitkomst, Urgentie

VANDAAG = date(2026, 3, 10)
PUBLICEREN, AANPASSEN, AFWIJZEN = Uitkomst


@pytest.mark.parametrize("uitkomst", Uitkomst)
def test_every_outcome_leads_to_a_status_that_the_transition_table_allows(uitkomst) -> None:
    assert rules.STATUS_NA[uitkomst] in TRANSITIONS[Status.INGEDIEND]


@pytest.mark.parametrize("uitkomst", Uitkomst)
def test_every_outcome_can_be_undone(uitkomst) -> None:
    assert Status.INGEDIEND in TRANSITIONS[rules.STATUS_NA[uitkomst]]


@pytest.mark.parametrize(
    ("status", "uitkomsten"),
    [
        (Status.CONCEPT, ()),
        (Status.INGEDIEND, (PUBLICEREN, AANPASSEN, AFWIJZEN)),
        (Status.AANPASSEN, ()),
        (Status.GEPUBLICEERD, ()),
        (Status.AFGEWEZEN, ()),
        (Status.INGETROKKEN, ()),
    ],
)
def test_only_what_was_sent_in_can_be_decided(status, uitkomsten) -> None:
    assert rules.outcomes_for(status) == uitkomsten


def test_no_status_is_forgotten_in_the_trays() -> None:
    assert set().union(*rules.BAK_STATUSSEN.values()) == set(Status) - {Status.CONCEPT}


@pytest.mark.parametrize(
    ("table", "members"),
    [
        (rules_woorden.UITKOMST_NAMEN, Uitkomst),
        (rules_woorden.UITKOMST_UITLEG, Uitkomst),
        (rules_woorden.UITKOMST_GEDAAN, Uitkomst),
        (rules.STATUS_NA, Uitkomst),
        (rules_begin.GRONDEN, Uitkomst),
        (rules_woorden.GROND_NAMEN, Grond),
        (rules_woorden.GROND_UITLEG, Grond),
        (rules_woorden.BAK_NAMEN, Bak),
        (rules_woorden.BAK_SINDS, Bak),
        (rules_woorden.BAK_LEEG, Bak),
        (rules.BAK_STATUSSEN, Bak),
    ],
)
def test_every_table_is_complete(table, members) -> None:
    assert set(table) == set(members)


def test_every_ground_belongs_to_an_outcome() -> None:
    assert {grond for gronden in rules_begin.GRONDEN.values() for grond in gronden} == set(Grond)


def test_a_ground_that_was_not_found_is_refused() -> None:
    with pytest.raises(InvalidInputError) as refused:
        rules.check_grond(None)
    assert refused.value.field == "grond"


@pytest.mark.parametrize("uitkomst", Uitkomst)
@pytest.mark.parametrize("grond", Grond)
def test_each_allowed_pair_has_a_standard_text_that_is_long_enough(uitkomst, grond) -> None:
    text = rules_begin.standard_text(uitkomst, grond)
    assert (len(text) >= rules.REDEN_MIN_LENGTH) is (grond in rules_begin.gronden_for(uitkomst))


@pytest.mark.parametrize(
    "text", [text for text in rules_woorden.STANDAARDTEKSTEN.values() if text.endswith(": ")]
)
def test_a_standard_text_that_must_be_finished_is_refused_as_it_is(text) -> None:
    with pytest.raises(InvalidInputError, match="Maak de laatste zin"):
        rules.check_reden(text)


@pytest.mark.parametrize("reden", ["", "   ", "te kort", " " * 30, "x" * 19])
def test_a_reason_that_says_nothing_is_refused(reden) -> None:
    with pytest.raises(InvalidInputError, match="ten minste 20 tekens"):
        rules.check_reden(reden)


def test_a_reason_of_a_book_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="ten hoogste 3000 tekens"):
        rules.check_reden("x" * 3001)


def test_a_reason_loses_the_space_around_it() -> None:
    assert rules.check_reden("  Dit is lang genoeg.. \n") == "Dit is lang genoeg.."


def test_a_link_needs_a_shorter_reason() -> None:
    assert rules.check_koppel_reden("Tien teken") == "Tien teken"


def test_a_link_without_a_reason_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="ten minste 10 tekens"):
        rules.check_koppel_reden("zomaar")


@pytest.mark.parametrize("tekst", ["", " \n ", "x" * 2001])
def test_an_empty_or_endless_note_is_refused(tekst) -> None:
    with pytest.raises(InvalidInputError):
        rules.check_notitie(tekst)


def test_a_note_is_trimmed() -> None:
    assert rules.check_notitie(" Even bellen. ") == "Even bellen."


@pytest.mark.parametrize(
    ("dagen", "urgentie", "woorden"),
    [
        (14, Urgentie.OP_TIJD, "nog 14 dagen"),
        (4, Urgentie.OP_TIJD, "nog 4 dagen"),
        (3, Urgentie.BIJNA, "nog 3 dagen"),
        (1, Urgentie.BIJNA, "nog 1 dag"),
        (0, Urgentie.BIJNA, "vandaag"),
        (-1, Urgentie.TE_LAAT, "1 dag te laat"),
        (-2, Urgentie.TE_LAAT, "2 dagen te laat"),
    ],
)
def test_the_term_is_told_in_words(dagen, urgentie, woorden) -> None:
    due = VANDAAG + timedelta(days=dagen)
    assert (rules.urgency(due, VANDAAG), rules.term_in_words(due, VANDAAG)) == (urgentie, woorden)


@pytest.mark.parametrize(
    ("dagen", "woorden"),
    [
        (-1, "vandaag"),
        (0, "vandaag"),
        (1, "gisteren"),
        (2, "2 dagen geleden"),
        (13, "13 dagen geleden"),
        (14, "2 weken geleden"),
        (365, "52 weken geleden"),
    ],
)
def test_the_age_is_told_in_words(dagen, woorden) -> None:
    assert rules.age_in_words(VANDAAG - timedelta(days=dagen), VANDAAG) == woorden


@pytest.mark.parametrize(
    ("uitkomst", "eerdere", "verwacht"),
    [
        (AFWIJZEN, [PUBLICEREN] * 4 + [AFWIJZEN], Meerderheid(PUBLICEREN, 4, 5)),
        (PUBLICEREN, [AFWIJZEN] * 3, Meerderheid(AFWIJZEN, 3, 3)),
        (PUBLICEREN, [PUBLICEREN] * 4 + [AFWIJZEN], None),
        (AFWIJZEN, [PUBLICEREN] * 2, None),
        (AFWIJZEN, [], None),
        (AFWIJZEN, [PUBLICEREN, AFWIJZEN, PUBLICEREN, AFWIJZEN], None),
        (AANPASSEN, [PUBLICEREN] * 5, None),
        (AFWIJZEN, [PUBLICEREN] * 2 + [AANPASSEN] * 3, None),
    ],
)
def test_deciding_otherwise_than_most_before_is_noticed(uitkomst, eerdere, verwacht) -> None:
    assert rules.deviation(uitkomst, eerdere) == verwacht


def test_a_decision_without_a_ground_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="grond"):
        rules.check_grond(None)


def test_a_decision_with_a_ground_is_fine() -> None:
    grond = rules_begin  # any value at all: whether it belongs is found out before
    assert rules.check_grond(grond) is grond
