from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participatie.evenhandigheid.rules import (
    MINSTENS,
    bars,
    cells,
    days_in_words,
    deviations,
    difference,
    differences,
    is_wat,
    make_rij,
    percent,
    read_period,
    sleutel_of,
    wilson,
)
from participatie.evenhandigheid.types import Deel, Genomen, Per, Twijfel, Wat, Zaak
from participatie.moderation.types import Uitkomst
from participatie.programmas.types import Thema

WEL, NIET, ANDERS = Uitkomst.PUBLICEREN, Uitkomst.AFWIJZEN, Uitkomst.AANPASSEN
VANDAAG = date(2026, 11, 21)
DELEN = st.integers(0, 500).flatmap(lambda n: st.builds(Deel, st.integers(0, n), st.just(n)))


def genomen(number, uitkomst=WEL, **fields):
    given_ = {"stadsdeel": 1, "thema": Thema.GROEN, "teruggedraaid": False} | fields
    return Genomen(id=number, inzending_id=number, uitkomst=uitkomst, **given_)


def zaak(number=1, uitkomst=WEL, *, op_tijd=True, dagen=5, afwijkend=False, **fields):
    return Zaak(
        genomen=genomen(number, uitkomst, **fields),
        gebied_id=1,
        grond="past-in-gebied",
        door_id=7,
        op=datetime(2026, 5, 1, tzinfo=UTC),
        dagen=dagen,
        op_tijd=op_tijd,
        vergelijkbaar=afwijkend,
        afwijkend=afwijkend,
    )


def zaken(wel, niet):
    many = [zaak(number) for number in range(wel)]
    return many + [zaak(1000 + number, NIET) for number in range(niet)]


@given(DELEN)
def test_the_share_lies_in_its_interval(deel) -> None:
    low, high = wilson(deel)
    share = deel.aantal / deel.van if deel.van else 0.5
    assert 0 <= low <= share + 1e-9
    assert share - 1e-9 <= high <= 1


def test_the_interval_of_a_known_share() -> None:
    low, high = wilson(Deel(10, 40))
    assert (round(low, 3), round(high, 3)) == (0.142, 0.402)


@given(DELEN, DELEN)
def test_few_decisions_are_never_called_different(deel, stad) -> None:
    assert deel.van >= MINSTENS or difference(deel, stad) == 0


@given(DELEN)
def test_the_city_does_not_differ_from_itself(deel) -> None:
    assert difference(deel, deel) == 0


@given(DELEN, DELEN)
def test_a_difference_is_named_only_when_intervals_do_not_touch(deel, stad) -> None:
    low, high = wilson(deel)
    city_low, city_high = wilson(stad)
    if low <= city_high and city_low <= high:
        assert difference(deel, stad) == 0


@pytest.mark.parametrize(("aantal", "which"), [(19, 1), (0, -1), (10, 0)])
def test_a_share_is_higher_lower_or_neither(aantal, which) -> None:
    assert difference(Deel(aantal, 20), Deel(500, 1000)) == which


def test_a_row_that_declines_more_says_so() -> None:
    stad = make_rij("", zaken(190, 10))
    assert differences(make_rij("1", zaken(2, 18)), stad) == (
        "Hier wordt vaker afgewezen dan in de hele stad.",
    )


def test_a_row_that_declines_less_says_so() -> None:
    stad = make_rij("", zaken(100, 100))
    assert "minder vaak afgewezen" in differences(make_rij("1", zaken(40, 0)), stad)[0]


def test_who_goes_against_the_five_before_deviates() -> None:
    earlier = [genomen(number) for number in range(5)]
    assert deviations([*earlier, genomen(9, NIET)])[9] is True


def test_who_goes_along_does_not() -> None:
    assert deviations([genomen(number) for number in range(6)])[5] is False


def test_without_enough_before_it_nothing_is_compared() -> None:
    assert deviations([genomen(1), genomen(2), genomen(3, NIET)]) == {}


def test_another_thema_is_not_compared() -> None:
    earlier = [genomen(number, thema=Thema.VERKEER) for number in range(5)]
    assert 9 not in deviations([*earlier, genomen(9, NIET)])


def test_the_same_stadsdeel_comes_first() -> None:
    near = [genomen(number, NIET) for number in range(5)]
    far = [genomen(10 + number, stadsdeel=2) for number in range(5)]
    assert deviations([*near, *far, genomen(99, NIET)])[99] is False


def test_elsewhere_counts_where_there_is_too_little_near() -> None:
    far = [genomen(number, stadsdeel=2) for number in range(5)]
    assert deviations([*far, genomen(9, NIET)])[9] is True


@pytest.mark.parametrize("fields", [{"teruggedraaid": True}, {"uitkomst": ANDERS}])
def test_what_was_undone_or_asked_again_is_not_compared(fields) -> None:
    earlier = [genomen(number) for number in range(5)]
    assert 9 not in deviations([*earlier, genomen(9, **fields)])


def test_an_earlier_decision_about_the_same_is_not_comparable() -> None:
    earlier = [replace(genomen(number), inzending_id=9) for number in range(5)]
    assert 9 not in deviations([*earlier, genomen(9, NIET)])


def test_an_undone_decision_is_no_outcome() -> None:
    rij = make_rij("1", [zaak(1), zaak(2, teruggedraaid=True)])
    assert (rij.uitkomsten[WEL], rij.teruggedraaid) == (1, Deel(1, 2))


def test_the_middle_of_the_days_is_shown() -> None:
    rij = make_rij("1", [zaak(number, dagen=days) for number, days in enumerate((1, 2, 30))])
    assert rij.mediaan == 2


def test_of_what_nobody_knows_no_days_are_shown() -> None:
    assert make_rij("1", [zaak(dagen=None, op_tijd=None)]).mediaan is None


def test_doubts_that_were_upheld_are_counted() -> None:
    doubt = Twijfel(stadsdeel=1, thema=Thema.GROEN, door_id=7, toegekend=True)
    rij = make_rij("1", [], [doubt, replace(doubt, toegekend=False)])
    assert rij.twijfels == Deel(1, 2)


@pytest.mark.parametrize(
    ("per", "sleutel"), [(Per.GEBIED, "1"), (Per.THEMA, "groen"), (Per.MODERATOR, "7")]
)
def test_a_decision_counts_in_one_row(per, sleutel) -> None:
    assert sleutel_of(per, genomen(3), 7) == sleutel


@pytest.mark.parametrize(
    ("wat", "fields"),
    [
        (Wat.ALLES, {}),
        (Wat.TE_LAAT, {"op_tijd": False}),
        (Wat.AFWIJZEN, {"uitkomst": NIET}),
        (Wat.AFWIJKEND, {"afwijkend": True}),
        (Wat.TERUGGEDRAAID, {"teruggedraaid": True}),
    ],
)
def test_a_number_leads_to_its_decisions(wat, fields) -> None:
    assert is_wat(wat)(zaak(**fields))


def test_an_undone_decision_is_not_behind_an_outcome() -> None:
    assert not is_wat(Wat.PUBLICEREN)(zaak(teruggedraaid=True))


def test_small_numbers_are_hidden() -> None:
    shown = cells(make_rij("1", zaken(3, 0)), alles=False)
    assert [cel.tekst for cel in shown][:2] == ["minder dan 5", "geen"]


def test_a_small_number_beside_large_ones_is_hidden_too() -> None:
    shown = cells(make_rij("1", zaken(30, 2)), alles=False)
    assert [cel.tekst for cel in shown][:4] == ["32", "minder dan 5", "0", "minder dan 5"]


def test_who_may_see_all_sees_small_numbers() -> None:
    assert [cel.tekst for cel in cells(make_rij("1", zaken(3, 1)), alles=True)] == [
        "4",
        "3",
        "0",
        "1",
        "5 dagen",
        "0 van 4",
        "0 van 4",
        "geen",
        "geen",
    ]


def test_a_hidden_number_leads_nowhere() -> None:
    assert all(cel.wat is None for cel in cells(make_rij("1", zaken(3, 0)), alles=False))


@pytest.mark.parametrize(
    ("dagen", "words"), [(None, "geen"), (1, "1 dag"), (2.5, "2,5 dagen"), (10, "10 dagen")]
)
def test_days_in_words(dagen, words) -> None:
    assert days_in_words(dagen) == words


@pytest.mark.parametrize(("deel", "words"), [(Deel(1, 3), "33%"), (Deel(0, 0), "geen")])
def test_a_share_in_percents(deel, words) -> None:
    assert percent(deel) == words


@given(st.integers(0, 90), st.integers(0, 90), st.integers(1, 90))
def test_a_bar_is_filled(one, two, three) -> None:
    found = bars({WEL: one, ANDERS: two, NIET: three})
    assert abs(found[-1].x + found[-1].breedte - 100) < 0.1


def test_a_row_with_a_hidden_number_has_no_bar() -> None:
    assert bars({WEL: None, ANDERS: 5, NIET: 9}) == ()


@pytest.mark.parametrize(
    ("van", "tot", "days"),
    [
        ("", "", (date(2025, 11, 21), VANDAAG)),
        ("2026-01-01", "2026-02-01", (date(2026, 1, 1), date(2026, 2, 1))),
        ("2026-02-01", "2026-01-01", (date(2026, 1, 1), date(2026, 2, 1))),
        ("0001-01-01", "9999-12-31", (date(2025, 11, 21), VANDAAG)),
        ("morgen", "2026-13-40", (date(2025, 11, 21), VANDAAG)),
    ],
)
def test_what_is_no_day_is_the_last_year(van, tot, days) -> None:
    assert read_period(van, tot, vandaag=VANDAAG) == days


def test_a_small_share_is_hidden_for_others() -> None:
    rij = replace(make_rij("1", zaken(30, 2)), op_tijd=Deel(27, 30))
    assert [cel.tekst for cel in cells(rij, alles=False)].count("minder dan 5") > 2
