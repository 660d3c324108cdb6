from datetime import date

import pytest
import time_machine

from participatie.programmas.queries_raakvlakken import list_raakvlakken_bij
from participatie.programmas.types import Fase, Thema
from tests.factories.gebieden import make_city
from tests.factories.programmas import ProjectFactory

LEIDSEBUURT = {"type": "Point", "coordinates": [4.6000, 52.3700]}
NEAR = {"type": "Point", "coordinates": [4.6010, 52.3700]}  # 68 m away
NEARER = {"type": "Point", "coordinates": [4.6005, 52.3700]}  # 34 m away
FAR = {"type": "Point", "coordinates": [4.6500, 52.3900]}
PASSING_BY = {"type": "LineString", "coordinates": [[4.59, 52.375], [4.60, 52.365]]}


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2026-11-20T12:00:00Z", tick=False):
        yield


@pytest.fixture
def city(session):
    return make_city()


def titels(**changed) -> list[str]:
    given = {
        "geometry": LEIDSEBUURT,
        "gebied_id": None,
        "thema": Thema.WATER,
        "vanaf_jaar": 2027,
    }
    return [found.titel for found in list_raakvlakken_bij(**given | changed)]


def test_what_lies_near_is_found_and_what_lies_far_is_not(city) -> None:
    ProjectFactory(titel="Near", place=NEAR)
    ProjectFactory(titel="Far", place=FAR)
    assert titels() == ["Near"]


def test_a_box_that_overlaps_is_not_yet_near(city) -> None:
    ProjectFactory(place=PASSING_BY)
    assert titels() == []


def test_the_distance_can_be_chosen(city) -> None:
    ProjectFactory(titel="Near", place=NEAR)
    assert titels(afstand_m=50) == []


@pytest.mark.parametrize(
    "over",
    [
        {"fase": Fase.AFGEROND},
        {"fase": Fase.GESTOPT},
        {"start": date(2025, 1, 1), "eind": date(2026, 11, 19)},
        {"start": date(2025, 1, 1), "eind": date(2026, 12, 31)},
    ],
)
def test_what_is_over_by_then_is_left_out(city, over) -> None:
    ProjectFactory(place=NEAR, **over)
    assert titels() == []


def test_the_same_thema_comes_first_then_the_nearest_then_the_soonest(city) -> None:
    ProjectFactory(titel="Other, nearest", place=NEARER, thema=Thema.GROEN)
    ProjectFactory(titel="Same, near, later", place=NEAR, start=date(2028, 1, 1))
    ProjectFactory(titel="Same, near, soon", place=NEAR)
    ProjectFactory(titel="Same, nearer", place=NEARER)
    assert titels() == [
        "Same, nearer",
        "Same, near, soon",
        "Same, near, later",
        "Other, nearest",
    ]


def test_a_project_for_the_whole_wijk_counts(city) -> None:
    ProjectFactory(titel="Wijk", gebieden=[city.by_name["Leidsewijk"]], thema=Thema.GROEN)
    ProjectFactory(titel="Elsewhere", gebieden=[city.by_name["Boerhaave"]])
    assert titels() == ["Wijk"]


def test_a_project_for_the_whole_city_counts_for_its_own_thema_only(city) -> None:
    ProjectFactory(titel="Same", gebieden=[city.stad])
    ProjectFactory(titel="Other", gebieden=[city.stad], thema=Thema.GROEN)
    assert titels() == ["Same"]


def test_a_project_for_several_gebieden_is_named_once_after_the_smallest(city) -> None:
    ProjectFactory(gebieden=[city.stad, city.by_name["Leidsebuurt"], city.by_name["Leidsewijk"]])
    found = list_raakvlakken_bij(
        geometry=LEIDSEBUURT, gebied_id=None, thema=Thema.WATER, vanaf_jaar=2027
    )
    assert [(item.heel_gebied, item.afstand_m) for item in found] == [("Leidsebuurt", None)]


def test_for_a_whole_wijk_everything_in_it_counts(city) -> None:
    hoeve = city.by_name["Hoeve"]
    ProjectFactory(titel="Inside", place=FAR, gebieden=[city.by_name["Poort"]])
    ProjectFactory(titel="Outside", place=FAR, gebieden=[hoeve])
    assert titels(geometry=None, gebied_id=city.by_name["Leidsewijk"].id) == ["Inside"]


def test_for_the_whole_city_only_the_same_thema_counts(city) -> None:
    ProjectFactory(titel="Same", place=FAR, gebieden=[city.by_name["Poort"]])
    ProjectFactory(titel="Other", place=NEAR, gebieden=[city.by_name["Poort"]], thema=Thema.WERK)
    assert titels(geometry=None, gebied_id=city.stad.id) == ["Same"]


def test_each_raakvlak_says_so_in_a_sentence(city) -> None:
    ProjectFactory(place=NEAR, eind=date(2027, 9, 1))
    (found,) = list_raakvlakken_bij(
        geometry=LEIDSEBUURT, gebied_id=None, thema=None, vanaf_jaar=2026
    )
    assert found.zin == (
        "In 2027 staat op ongeveer 70 meter gepland: Vernieuwen van het riool"
        " (voorbereiding; u kunt nog adviseren)."
    )


def test_a_place_takes_a_few_queries_whatever_is_planned(city, count_queries) -> None:
    ProjectFactory.create_batch(30, place=NEAR, gebieden=[city.by_name["Leidsebuurt"]])
    titels()
    with count_queries() as statements:
        titels()
    assert len(statements) <= 4


def test_without_a_thema_the_nearest_comes_first_and_the_city_is_left_out(city) -> None:
    ProjectFactory(titel="Without thema, near", place=NEAR, thema=None)
    ProjectFactory(titel="With thema, nearer", place=NEARER)
    ProjectFactory(titel="City", gebieden=[city.stad], thema=None)
    assert titels(thema=None) == ["With thema, nearer", "Without thema, near"]
