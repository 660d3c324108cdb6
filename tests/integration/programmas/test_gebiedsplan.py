"""What the page of a gebied counts is what the list behind its link shows."""

import re
from datetime import date

import pytest

from participatie.core import clock
from participatie.programmas.types import Fase
from tests.factories.gebieden import make_city
from tests.factories.programmas import ProjectFactory

PLEK = {"type": "Point", "coordinates": [4.64, 52.37]}


@pytest.fixture
def city(session):
    return make_city()


@pytest.fixture
def projecten(city):
    """In a wijk this year: one at a place, one for all of it, one stopped, one over."""
    jaar = clock.today().year
    days = {"start": date(jaar, 1, 1), "eind": date(jaar, 12, 31)}
    wijk = [city.by_name["Boerhaave"]]
    ProjectFactory(gebieden=wijk, place=PLEK, **days)
    ProjectFactory(gebieden=wijk, **days)
    ProjectFactory(gebieden=wijk, place=PLEK, fase=Fase.GESTOPT, **days)
    ProjectFactory(gebieden=wijk, fase=Fase.AFGEROND, start=days["start"], eind=days["start"])


def counted(page: str) -> str:
    return re.search(r"(\d+) projecten?</a>", page)[1]


@pytest.mark.parametrize("gebied", ["boerhaave", "schalkwijk", "haarlem"])
def test_the_number_is_that_of_the_list_behind_it(client, projecten, gebied) -> None:
    jaar = clock.today().year
    shown = client.get(f"/projecten?gebied={gebied}&van={jaar}&tot={jaar}").text
    aantal = re.search(r"<strong>(\d+) project", shown)[1]
    assert counted(client.get(f"/gebieden/{gebied}").text) == aantal


def test_what_is_over_or_for_all_of_it_is_counted(client, projecten) -> None:
    assert counted(client.get("/gebieden/boerhaave").text) == "4"


def test_a_year_with_only_a_plan_for_all_of_it_is_not_called_empty(client, city) -> None:
    jaren = [date(clock.today().year + later, 6, 1) for later in (0, 3)]
    ProjectFactory(gebieden=[city.by_name["Boerhaave"]], start=jaren[0], eind=jaren[1])
    assert "nog geen project bekend" not in client.get("/gebieden/boerhaave").text
