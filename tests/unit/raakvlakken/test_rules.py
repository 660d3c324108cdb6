import json
from datetime import date

import pytest

from participatie.core.errors import InvalidInputError
from participatie.programmas.types import Thema
from participatie.raakvlakken.rules import (
    check_reden,
    check_tonen,
    compare,
    days_of,
    find_raakvlakken,
    situatie_of,
    what_changed,
)
from participatie.raakvlakken.types import Bekend, Item, Oordeel, Raakt

WIJK, BUURT, ANDERE = 10, 11, 12
KLEIN = {WIJK: (WIJK,), BUURT: (BUURT, WIJK), ANDERE: (ANDERE,)}
STADSDEEL = 5
METERS_PER_LON = 68_000  # of one degree, near Haarlem


def spot(metres=0.0):
    """Return a point this far east of one fixed place."""
    return json.dumps({"type": "Point", "coordinates": [4.63 + metres / METERS_PER_LON, 52.38]})


def item(number, *, where="spot", metres=0, start=None, eind=None, **fields):
    return Item(
        number,
        start or date(2027, 1, 1),
        eind or date(2027, 12, 31),
        fields.get("thema", Thema.WATER),
        frozenset({fields.get("gebied", BUURT)}),
        spot(metres) if where == "spot" else None,
    )


def whole(number, gebied=BUURT, **fields):
    return item(number, where="whole", gebied=gebied, **fields)


def find(*items, afstand_m=150, marge_dagen=91):
    return find_raakvlakken(items, KLEIN, afstand_m=afstand_m, marge_dagen=marge_dagen)


def test_two_projects_near_each_other_touch() -> None:
    assert list(find(item(1), item(2, metres=100))) == [(1, 2)]


def test_the_distance_is_in_metres() -> None:
    assert find(item(1), item(2, metres=100))[1, 2].afstand_m in range(97, 103)


def test_the_spot_lies_halfway() -> None:
    found = find(item(1), item(2, metres=100))[1, 2]
    assert found.lon == pytest.approx(4.63 + 50 / METERS_PER_LON, abs=1e-5)


def test_two_projects_farther_apart_do_not_touch() -> None:
    assert find(item(1), item(2, metres=200)) == {}


def test_the_distance_can_be_set() -> None:
    assert list(find(item(1), item(2, metres=200), afstand_m=250)) == [(1, 2)]


def test_the_lower_number_stands_first() -> None:
    assert list(find(item(7), item(2))) == [(2, 7)]


def test_they_overlap_from_the_last_start_to_the_first_end() -> None:
    other = item(2, start=date(2027, 6, 1), eind=date(2028, 3, 1))
    found = find(item(1), other)[1, 2]
    assert (found.van, found.tot, found.gat_dagen) == (date(2027, 6, 1), date(2027, 12, 31), 0)


def test_a_project_that_follows_closely_touches() -> None:
    found = find(item(1), item(2, start=date(2028, 2, 1), eind=date(2028, 5, 1)))[1, 2]
    assert (found.van, found.tot, found.gat_dagen) == (date(2027, 12, 31), date(2028, 2, 1), 32)


def test_a_project_that_follows_much_later_does_not() -> None:
    assert find(item(1), item(2, start=date(2028, 5, 1), eind=date(2028, 9, 1))) == {}


def test_a_project_for_a_buurt_touches_the_same_thema_there() -> None:
    found = find(whole(1), item(2))[1, 2]
    assert (found.afstand_m, found.gebied_id, found.lon) == (None, BUURT, None)


def test_a_project_for_a_wijk_touches_what_lies_in_a_buurt_of_it() -> None:
    assert find(whole(1, WIJK), item(2, gebied=BUURT))[1, 2].gebied_id == WIJK


def test_a_project_for_a_buurt_touches_one_for_its_wijk() -> None:
    assert find(whole(1, BUURT), whole(2, WIJK))[1, 2].gebied_id == WIJK


def test_two_projects_share_the_smallest_gebied() -> None:
    one = Item(1, date(2027, 1, 1), date(2027, 2, 1), Thema.WATER, frozenset({WIJK, BUURT}), None)
    assert find(one, whole(2, BUURT))[1, 2].gebied_id == BUURT


@pytest.mark.parametrize(
    "other",
    [
        whole(2, thema=Thema.GROEN),
        whole(2, thema=None),
        whole(2, ANDERE),
        whole(2, STADSDEEL),
        whole(2, start=date(2031, 1, 1), eind=date(2031, 2, 1)),
    ],
    ids=["other thema", "no thema", "other wijk", "stadsdeel", "much later"],
)
def test_a_project_for_a_buurt_touches_nothing_else(other) -> None:
    assert find(whole(1), other) == {}


def test_two_projects_without_a_thema_do_not_touch_by_gebied() -> None:
    assert find(whole(1, thema=None), whole(2, thema=None)) == {}


def test_nothing_touches_nothing() -> None:
    assert find() == {}


def test_the_margin_is_in_whole_days() -> None:
    assert days_of(3) == 91


RAAKT = Raakt(20, None, date(2027, 1, 1), date(2027, 12, 31), 0, 4.63, 52.38)


def bekend(**fields):
    return Bekend(
        **{
            "id": 9,
            "paar": (1, 2),
            "raakt": RAAKT,
            "is_vervallen": False,
            "gezien": None,
            "opnieuw": "",
        }
        | fields
    )


def test_a_pair_that_was_not_stored_is_new() -> None:
    assert compare({(1, 2): RAAKT}, [], []).nieuw == {(1, 2): RAAKT}


def test_a_pair_that_is_stored_as_it_is_changes_nothing() -> None:
    assert not compare({(1, 2): RAAKT}, [bekend()], [])


def test_a_pair_that_lies_otherwise_is_written_again() -> None:
    other = RAAKT._replace(afstand_m=21)
    [one] = compare({(1, 2): other}, [bekend()], []).herzien
    assert one.raakt == other


def test_a_pair_that_is_gone_has_lapsed() -> None:
    gone = bekend()
    assert compare({}, [gone], []).vervallen == [gone]


def test_a_pair_lapses_once() -> None:
    assert not compare({}, [bekend(is_vervallen=True)], [])


def test_a_pair_that_returns_is_written_again() -> None:
    assert len(compare({(1, 2): RAAKT}, [bekend(is_vervallen=True)], []).herzien) == 1


def judged(one, other):
    return bekend(gezien=situatie_of(one, other))


def test_a_judgement_about_the_same_situation_stands() -> None:
    one, other = item(1), item(2)
    assert not compare({(1, 2): RAAKT}, [judged(one, other)], [one, other])


def test_a_judgement_about_another_planning_is_to_be_seen_again() -> None:
    one, other = item(1), item(2)
    later = item(2, eind=date(2028, 1, 31))
    verschil = compare({(1, 2): RAAKT}, [judged(one, other)], [one, later])
    assert (verschil.herzien[0].opnieuw, verschil.opnieuw) == ("planning_b", 1)


@pytest.mark.parametrize(
    ("now", "changed"),
    [
        ((item(1), item(2)), ""),
        ((item(1, start=date(2026, 12, 1)), item(2)), "planning_a"),
        ((item(1, metres=3), item(2, metres=1)), "plek_a,plek_b"),
        ((item(1), whole(2)), "plek_b"),
        ((item(1, thema=Thema.GROEN), item(2)), ""),
    ],
)
def test_what_changed_is_named(now, changed) -> None:
    assert what_changed(situatie_of(item(1), item(2)), situatie_of(*now)) == changed


def test_another_gebied_is_another_place_for_a_project_without_one() -> None:
    before = situatie_of(item(1), whole(2, BUURT))
    assert what_changed(before, situatie_of(item(1), whole(2, WIJK))) == "plek_b"


def test_a_reason_has_no_space_around_it() -> None:
    assert check_reden("  De straat gaat open.  ") == "De straat gaat open."


@pytest.mark.parametrize("reden", ["", "kort", " " * 40, "x" * 1001])
def test_a_reason_says_enough_and_not_too_much(reden) -> None:
    with pytest.raises(InvalidInputError, match="reden"):
        check_reden(reden)


def test_only_a_combination_is_shown_to_everyone() -> None:
    with pytest.raises(InvalidInputError, match="combineren"):
        check_tonen(Oordeel.HINDER, tonen=True)


@pytest.mark.parametrize("oordeel", Oordeel)
def test_everything_can_stay_internal(oordeel) -> None:
    check_tonen(oordeel, tonen=False)
