from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participatie.core.errors import InvalidInputError
from participatie.gebieden.rules import Boom
from participatie.gebieden.types import Niveau, Omtrek
from participatie.signalen.rules import (
    MINSTENS,
    TRANSITIONS,
    WEEK,
    WEKEN,
    check_notitie,
    check_transition,
    count_by_week,
    find_rise,
    find_rises,
    in_words,
    last_week,
    monday,
    range_in_words,
    silent_since,
    silent_wijken,
    usual,
)
from participatie.signalen.types import Bereik, Geluid, SignaalSoort, SignaalStatus

STAD, DEEL, WIJK, BUURT, ANDER = range(1, 6)
MAANDAG = date(2026, 11, 9)
EERDER = st.lists(st.integers(0, 50), min_size=WEKEN, max_size=WEKEN)


def omtrek(number, niveau, ouder):
    return Omtrek(
        id=number,
        slug=str(number),
        code=str(number),
        naam=str(number),
        niveau=niveau,
        ouder_id=ouder,
        geometry=None,
    )


BOOM = Boom(
    {
        STAD: omtrek(STAD, Niveau.STAD, None),
        DEEL: omtrek(DEEL, Niveau.STADSDEEL, STAD),
        WIJK: omtrek(WIJK, Niveau.WIJK, DEEL),
        BUURT: omtrek(BUURT, Niveau.BUURT, WIJK),
        ANDER: omtrek(ANDER, Niveau.WIJK, DEEL),
    }
)


def geluiden(aantal, gebied=BUURT, dag=MAANDAG, soort=SignaalSoort.REACTIES):
    return [Geluid(soort, gebied, "verkeer", dag) for _ in range(aantal)]


@given(st.integers(0, 200), EERDER)
def test_a_rise_is_more_than_every_usual_week(aantal, eerder) -> None:
    rise = find_rise(aantal, eerder)
    assert rise is None or rise.aantal > rise.normaal.hoog


@given(st.integers(0, MINSTENS - 1), EERDER)
def test_a_few_are_never_a_signal(aantal, eerder) -> None:
    assert find_rise(aantal, eerder) is None


@given(EERDER)
def test_the_mean_is_never_a_rise(eerder) -> None:
    assert find_rise(sum(eerder) // len(eerder), eerder) is None


@given(st.integers(0, 200), EERDER)
def test_more_than_a_rise_is_one_too(aantal, eerder) -> None:
    if find_rise(aantal, eerder):
        assert find_rise(aantal + 1, eerder)


@given(EERDER)
def test_what_is_usual_holds_the_mean(eerder) -> None:
    normaal = usual(eerder)
    assert normaal.laag <= sum(eerder) / len(eerder) <= normaal.hoog


def test_fourteen_where_four_are_usual_is_a_rise() -> None:
    rise = find_rise(14, [3, 5, 4, 3, 5, 4, 3, 5])
    assert rise is not None
    assert rise.normaal == Bereik(3, 5)


def test_a_week_that_swings_is_no_signal() -> None:
    assert find_rise(14, [0, 20, 1, 18, 2, 15, 0, 16]) is None


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_week_begins_on_monday(dag) -> None:
    assert monday(dag).weekday() == 0
    assert timedelta(0) <= dag - monday(dag) < WEEK


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_the_last_week_is_over(dag) -> None:
    assert last_week(dag) + WEEK <= dag < last_week(dag) + 2 * WEEK


def test_a_sound_counts_in_its_wijk_and_stadsdeel() -> None:
    found = count_by_week(geluiden(3), BOOM)
    assert {key.gebied_id: counts[MAANDAG] for key, counts in found.items()} == {WIJK: 3, DEEL: 3}


def test_what_is_about_the_whole_city_counts_there() -> None:
    assert {key.gebied_id for key in count_by_week(geluiden(1, STAD), BOOM)} == {STAD}


def test_what_rose_in_a_wijk_is_not_told_again_of_its_stadsdeel() -> None:
    found = find_rises(count_by_week(geluiden(9), BOOM), MAANDAG, BOOM)
    assert {key.gebied_id for key in found} == {WIJK}


def test_what_rose_only_together_is_told_of_the_stadsdeel() -> None:
    both = [*geluiden(4), *geluiden(4, ANDER)]
    found = find_rises(count_by_week(both, BOOM), MAANDAG, BOOM)
    assert {key.gebied_id for key in found} == {DEEL}


def test_what_is_always_so_is_no_rise() -> None:
    always = [
        one for number in range(WEKEN + 1) for one in geluiden(9, dag=MAANDAG - number * WEEK)
    ]
    assert find_rises(count_by_week(always, BOOM), MAANDAG, BOOM) == {}


def test_a_signal_is_a_sentence() -> None:
    assert in_words(
        soort=SignaalSoort.REACTIES,
        aantal=14,
        thema="verkeer",
        gebied="Schalkwijk",
        normaal=Bereik(3, 5),
    ) == ("14 reacties over verkeer en straten in Schalkwijk, normaal 3 tot 5 per week")


def test_a_signal_without_thema_is_a_sentence_too() -> None:
    assert in_words(
        soort=SignaalSoort.ZOEKEN, aantal=6, thema="", gebied="Noord", normaal=Bereik(0, 0)
    ) == ("6 keer vergeefs gezocht in Noord, normaal geen per week")


@pytest.mark.parametrize(
    ("laag", "hoog", "words"), [(0, 0, "geen"), (2, 2, "2"), (0, 3, "0 tot 3")]
)
def test_what_is_usual_in_words(laag, hoog, words) -> None:
    assert range_in_words(Bereik(laag, hoog)) == words


def test_every_status_has_a_way_on() -> None:
    assert set(TRANSITIONS) == set(SignaalStatus)


@pytest.mark.parametrize("van", SignaalStatus)
def test_no_status_goes_to_itself(van) -> None:
    with pytest.raises(InvalidInputError):
        check_transition(van, van)


def test_what_is_taken_up_says_how() -> None:
    with pytest.raises(InvalidInputError):
        check_notitie(SignaalStatus.OPGEPAKT, "  ")


def test_what_is_only_seen_needs_no_note() -> None:
    assert check_notitie(SignaalStatus.GEZIEN, " ") == ""


def test_a_note_has_an_end() -> None:
    with pytest.raises(InvalidInputError):
        check_notitie(SignaalStatus.GEZIEN, "a" * 1001)


def test_half_a_year_is_half_a_year() -> None:
    assert silent_since(date(2026, 11, 21), 6) == date(2026, 5, 22)


@pytest.mark.parametrize(("heard", "silent"), [([BUURT], [ANDER]), ([STAD], [WIJK, ANDER])])
def test_a_wijk_is_heard_through_its_buurten(heard, silent) -> None:
    assert silent_wijken(BOOM, heard) == silent


def test_a_step_of_the_table_is_allowed() -> None:
    van = next(one for one, after in TRANSITIONS.items() if after)
    assert check_transition(van, next(iter(TRANSITIONS[van]))) is None
