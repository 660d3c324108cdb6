import json
from datetime import date

import pytest

from participatie.programmas.types import Fase, Fasering
from participatie.raakvlakken.rules_overlast import busy_streets, drukte, in_jaar, uitvoering_of
from participatie.raakvlakken.types_overlast import Drukte, Werk

METRE = 1 / 111_000


def werk(number, *, north=0.0, is_lijn=True, start=date(2027, 3, 1), eind=date(2027, 9, 1)):
    lat = 52.38 + north * METRE
    coordinates = [[4.63, lat], [4.64, lat]] if is_lijn else [4.635, lat]
    soort = "LineString" if is_lijn else "Point"
    return Werk(
        number,
        f"Werk {number}",
        f"straat {number}",
        "Beheer",
        start,
        eind,
        json.dumps({"type": soort, "coordinates": coordinates}),
        is_lijn,
    )


def streets(*werken, drempel=2, jaren=(2027,)):
    found = busy_streets(werken, jaren, drempel)
    return [(straat.naam, [one.id for one in straat.werken]) for straat in found]


@pytest.mark.parametrize(
    ("aantal", "how"),
    [
        (0, Drukte.GEEN),
        (3, Drukte.GEWOON),
        (4, Drukte.DRUK),
        (7, Drukte.DRUK),
        (8, Drukte.ERG_DRUK),
    ],
)
def test_how_busy_it_is_follows_from_the_threshold(aantal, how) -> None:
    assert drukte(aantal, 4) is how


def test_a_work_is_done_when_its_phases_say_so() -> None:
    phases = (
        Fasering(Fase.VOORBEREIDING, date(2026, 1, 1), date(2026, 12, 31)),
        Fasering(Fase.UITVOERING, date(2027, 1, 1), date(2027, 6, 30)),
    )
    found = uitvoering_of(date(2026, 1, 1), date(2027, 12, 31), phases)
    assert found == (date(2027, 1, 1), date(2027, 6, 30))


def test_a_work_without_phases_is_done_from_begin_to_end() -> None:
    assert uitvoering_of(date(2026, 1, 1), date(2027, 1, 1), ()) == (
        date(2026, 1, 1),
        date(2027, 1, 1),
    )


@pytest.mark.parametrize(("jaar", "is_in"), [(2026, False), (2027, True), (2028, False)])
def test_a_work_counts_in_each_year_in_which_it_is_done(jaar, is_in) -> None:
    assert in_jaar(werk(1), jaar) is is_in


def test_works_along_a_line_are_one_street() -> None:
    assert streets(werk(1), werk(2, north=10)) == [("straat 1", [1, 2])]


def test_a_spot_along_a_line_lies_in_that_street() -> None:
    assert streets(werk(1), werk(2, north=10, is_lijn=False)) == [("straat 1", [1, 2])]


@pytest.mark.parametrize(
    "other",
    [werk(2, north=60), werk(2, start=date(2029, 1, 1), eind=date(2029, 2, 1))],
    ids=["elsewhere", "another year"],
)
def test_what_is_elsewhere_or_in_another_year_does_not_count(other) -> None:
    assert streets(werk(1), other) == []


def test_spots_alone_are_no_street() -> None:
    assert streets(werk(1, is_lijn=False), werk(2, is_lijn=False)) == []


def test_a_street_inside_a_busier_one_is_left_out() -> None:
    found = streets(werk(1), werk(2, north=25), werk(3, north=50), drempel=2)
    assert found == [("straat 2", [1, 2, 3])]


def test_without_works_no_street_is_busy() -> None:
    assert streets() == []
