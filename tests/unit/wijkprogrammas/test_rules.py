from dataclasses import replace
from datetime import date

import pytest

from participatie.gebieden.types import Niveau, Omtrek
from participatie.programmas.types import Fase, Mijlpaal
from participatie.wijkprogrammas.rules import (
    KWARTAAL_NAMEN,
    jaren_of,
    kwartaal_of,
    maanden_of,
    make_programma,
    reikwijdte_of,
)
from participatie.wijkprogrammas.types import Reikwijdte
from tests.unit.wijkprogrammas.items import BUURT, STAD, STADSDEEL, WIJK, item

OMTREK = Omtrek(
    id=WIJK, slug="delftwijk", code="WK01", naam="Delftwijk", niveau=Niveau.WIJK,
    ouder_id=STADSDEEL, geometry=None,
)  # fmt: skip
BOVEN = (STADSDEEL, STAD)


def programma(*items, jaar=2027):
    return make_programma(OMTREK, jaar, items, BOVEN)


@pytest.mark.parametrize(
    ("given", "reach"),
    [
        ({}, Reikwijdte.PLEK),
        ({"heel_gebied": True}, Reikwijdte.PLEK),
        ({"heel_gebied": True, "gebied_ids": frozenset({WIJK})}, Reikwijdte.WIJK),
        ({"heel_gebied": True, "gebied_ids": frozenset({WIJK, STAD})}, Reikwijdte.WIJK),
        ({"heel_gebied": True, "gebied_ids": frozenset({STADSDEEL})}, Reikwijdte.BREDER),
        ({"gebied_ids": frozenset({STAD})}, Reikwijdte.PLEK),
    ],
)
def test_how_far_an_item_reaches(given, reach) -> None:
    assert reikwijdte_of(item(**given), wijk_id=WIJK, boven=BOVEN) is reach


@pytest.mark.parametrize(
    ("start", "kwartaal"),
    [
        (date(2026, 12, 31), 0),
        (date(2027, 1, 1), 1),
        (date(2027, 3, 31), 1),
        (date(2027, 4, 1), 2),
        (date(2027, 12, 31), 4),
    ],
)
def test_an_item_stands_where_it_begins(start, kwartaal) -> None:
    assert kwartaal_of(item(start=start), 2027) == kwartaal


def test_every_part_of_the_year_has_a_name() -> None:
    assert set(KWARTAAL_NAMEN) == {0, 1, 2, 3, 4}


def test_items_stand_with_who_does_them_as_it_is_written() -> None:
    school = item(id=3, trekker="Schoolbestuur")
    (deel,) = programma(item(id=1), school, item(id=2, organisatie="Woonbron")).delen
    assert [(groep.wie, len(groep.items)) for groep in deel.groepen] == [
        ("Afdeling Beheer", 1),
        ("Schoolbestuur", 1),
        ("Woonbron", 1),
    ]


def test_what_was_stopped_stands_apart_and_is_not_counted() -> None:
    moment = Mijlpaal("Feest", date(2027, 4, 1))
    found = programma(item(fase=Fase.GESTOPT, mijlpalen=(moment,)))
    assert (found.items, found.momenten, len(found.gestopt)) == ((), (), 1)


def test_what_is_for_the_whole_wijk_stands_apart() -> None:
    found = programma(item(heel_gebied=True, gebied_ids=frozenset({WIJK})))
    assert (found.delen, found.heel[0].items[0].titel) == ((), "Nieuw riool")


def test_what_is_for_the_whole_city_stands_apart() -> None:
    found = programma(item(heel_gebied=True, gebied_ids=frozenset({STAD})))
    assert (found.delen, found.heel, len(found.breder)) == ((), (), 1)


def test_only_what_has_a_place_has_a_number() -> None:
    found = programma(item(id=1), item(id=2, heel_gebied=True, gebied_ids=frozenset({BUURT})))
    assert [one.id for one in found.genummerd] == [1]


def test_a_year_without_plans_is_empty() -> None:
    assert programma().items == ()


def test_the_milestones_of_this_year_come_in_their_order() -> None:
    days = (date(2027, 9, 1), date(2027, 2, 1), date(2028, 1, 1))
    found = programma(item(mijlpalen=tuple(Mijlpaal("Feest", day) for day in days)))
    assert [moment.mijlpaal.datum for moment in found.momenten] == sorted(days[:2])


def test_items_are_counted_by_who_does_them() -> None:
    found = programma(item(id=1), replace(item(id=2), organisatie="Woonbron"))
    assert found.per_wie == (("Afdeling Beheer", 1), ("Woonbron", 1))


def test_the_months_in_which_an_item_goes_on() -> None:
    months = maanden_of(item(start=date(2027, 3, 31), eind=date(2027, 5, 1)), 2027)
    assert [number for number, on in enumerate(months, start=1) if on] == [3, 4, 5]


def test_an_item_over_the_years_goes_on_in_all_months() -> None:
    assert all(maanden_of(item(start=date(2026, 1, 1), eind=date(2029, 1, 1)), 2027))


@pytest.mark.parametrize(
    ("planned", "expected"),
    [
        (range(0), range(2026, 2030)),
        (range(2024, 2027), range(2024, 2030)),
        (range(2028, 2035), range(2026, 2035)),
    ],
)
def test_the_years_that_have_a_page(planned, expected) -> None:
    assert jaren_of(planned, 2026) == expected
