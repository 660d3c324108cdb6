import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.affinity import translate
from shapely.geometry import box

from participatie.gebieden.errors import ImportRefusedError
from participatie.gebieden.rules_ligging import (
    BEKENDE_STEDEN,
    Bekend,
    Boven,
    check_ligging,
    check_stad,
    choose_ouder,
    list_overlaps,
    shift_between,
)

STAD = box(100_000, 480_000, 106_000, 485_000)
HAARLEM = BEKENDE_STEDEN["GM0392"]
SIDE = HAARLEM.oppervlakte**0.5 / 2
AROUND_HAARLEM = box(HAARLEM.x - SIDE, HAARLEM.y - SIDE, HAARLEM.x + SIDE, HAARLEM.y + SIDE)


@given(dx=st.integers(60, 400), dy=st.integers(-400, 400))
def test_a_shift_is_found_whatever_its_way(dx, dy) -> None:
    assert shift_between(translate(STAD, dx, dy), STAD) == pytest.approx((dx, dy))


@given(dx=st.integers(-30, 30), dy=st.integers(-30, 30))
def test_a_few_metres_are_no_shift(dx, dy) -> None:
    assert shift_between(translate(STAD, dx, dy), STAD) is None


def test_a_border_that_moved_is_no_shift() -> None:
    assert shift_between(STAD.union(box(106_000, 480_000, 107_000, 485_000)), STAD) is None


def test_a_shifted_buurt_is_compared_with_itself() -> None:
    buurt = box(101_000, 481_000, 101_500, 481_500)
    bekend = Bekend("GM9999", STAD, is_sketch=False, official={"BU1": buurt})
    with pytest.raises(ImportRefusedError, match="110 m naar het noorden"):
        check_ligging({"BU1": translate(buurt, 0, 110)}, bekend)


def test_the_first_file_of_a_known_city_is_checked_too() -> None:
    bekend = Bekend("GM0392", None, is_sketch=False, official={})
    with pytest.raises(ImportRefusedError, match="verschoven"):
        check_ligging({"GM0392": translate(AROUND_HAARLEM, 22, 111)}, bekend)


def test_a_sketch_says_nothing_about_a_shift() -> None:
    bekend = Bekend("GM9999", translate(STAD, 100, 0), is_sketch=True, official={})
    check_ligging({"GM9999": STAD}, bekend)


def test_a_known_city_elsewhere_is_refused() -> None:
    bekend = Bekend("GM0392", None, is_sketch=False, official={})
    with pytest.raises(ImportRefusedError, match="niet waar de stad ligt"):
        check_ligging({"GM0392": translate(AROUND_HAARLEM, 20_000, 0)}, bekend)


def test_a_known_city_of_another_size_is_refused() -> None:
    with pytest.raises(ImportRefusedError, match="hectare"):
        check_stad("GM0392", STAD.buffer(5_000), None)


def test_what_lies_outside_the_stad_is_refused() -> None:
    bekend = Bekend("GM9999", STAD, is_sketch=False, official={})
    with pytest.raises(ImportRefusedError, match="Daarbuiten ligt: WK2"):
        check_ligging({"WK1": STAD.buffer(-500), "WK2": translate(STAD, 9_000)}, bekend)


def boven(x, *, is_sketch=False):
    return Boven(box(x, 0, x + 10, 10), is_sketch)


ABOVE = {"WK039201": boven(0), "WK039202": boven(10)}


def test_the_largest_overlap_decides() -> None:
    assert choose_ouder("WK039299", box(9, 0, 19, 10), ABOVE, None)[0] == "WK039202"


def test_a_doubtful_overlap_is_reported() -> None:
    _, warning = choose_ouder("WK039299", box(6, 0, 16, 10), ABOVE, None)
    assert warning == "WK039299 ligt voor 60% in WK039202."


def test_the_code_of_a_buurt_names_its_wijk() -> None:
    assert choose_ouder("BU03920105", box(1, 1, 2, 2), ABOVE, None) == ("WK039201", None)


def test_under_a_sketch_an_earlier_choice_stands() -> None:
    above = {"SD1": boven(0, is_sketch=True), "SD2": boven(10, is_sketch=True)}
    assert choose_ouder("WK039201", box(0, 0, 9, 9), above, "SD2") == ("SD2", None)


def test_what_lies_in_nothing_has_nothing_above_it() -> None:
    assert choose_ouder("WK039201", box(50, 50, 60, 60), ABOVE, None) == (None, None)


def test_gebieden_that_lie_over_each_other_are_found() -> None:
    shapes = {"A": box(0, 0, 10, 10), "B": box(10, 0, 20, 10), "C": box(12, 0, 22, 10)}
    assert list_overlaps(shapes) == [("B", "C")]


def test_one_gebied_inside_another_is_found() -> None:
    assert list_overlaps({"A": box(0, 0, 10, 10), "B": box(2, 2, 4, 4)}) == [("A", "B")]


def test_a_border_drawn_twice_is_no_overlap() -> None:
    assert list_overlaps({"A": box(0, 0, 10, 10), "B": box(9.9, 0, 20, 10)}) == []
