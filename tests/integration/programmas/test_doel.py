"""Which goal a project serves, on both pages and in the list."""

from http import HTTPStatus

import pytest

from participatie.opgaven.queries import find_doel
from participatie.programmas.types import Fase
from tests.factories.gebieden import make_city
from tests.factories.opgaven import DOEL, make_concept, make_doel, make_vastgesteld
from tests.factories.programmas import ProjectFactory

MAX_QUERIES = 9


@pytest.fixture
def noord(session):
    return make_city().by_name["Noord"]


@pytest.fixture
def doel_id(noord):
    """The goal of Noord."""
    return make_vastgesteld(noord).teksten[0].doel_id


def test_the_page_of_a_project_names_its_goal(client, noord, doel_id) -> None:
    project = ProjectFactory(gebieden=[noord], doel_id=doel_id)
    page = client.get(f"/projecten/{project.id}").text
    assert ("werkt aan het doel" in page, DOEL.titel in page) == (True, True)


def test_the_links_under_a_goal_keep_the_day(client, noord, doel_id) -> None:
    project = ProjectFactory(gebieden=[noord], doel_id=doel_id)
    opgave_id = find_doel(doel_id).opgave_id
    page = client.get(f"/opgaven/{opgave_id}?stand=2026-06-01").text
    assert f'href="/projecten/{project.id}?stand=2026-06-01"' in page


def test_a_project_without_goal_says_nothing_of_it(client, noord, doel_id) -> None:
    project = ProjectFactory(gebieden=[noord])
    assert "werkt aan het doel" not in client.get(f"/projecten/{project.id}").text


def test_a_goal_that_was_never_adopted_is_not_named(client, noord) -> None:
    concept = make_concept(noord)
    project = ProjectFactory(gebieden=[noord], doel_id=concept.teksten[0].doel_id)
    assert "werkt aan het doel" not in client.get(f"/projecten/{project.id}").text


def test_a_goal_shows_its_projects_what_goes_on_first(client, noord, doel_id) -> None:
    ProjectFactory(titel="Al klaar", doel_id=doel_id, fase=Fase.AFGEROND)
    ProjectFactory(titel="Nog bezig", doel_id=doel_id)
    page = client.get("/gebieden/noord").text + _page(client, doel_id)
    assert "2 projecten werken aan dit doel" in page
    assert page.index("Nog bezig") < page.index("Al klaar")


def test_a_goal_without_projects_says_so(client, doel_id) -> None:
    assert "nog geen project aan dit doel gekoppeld" in _page(client, doel_id)


def test_more_projects_are_found_in_the_list(client, doel_id) -> None:
    ProjectFactory.create_batch(7, doel_id=doel_id)
    ProjectFactory(titel="Ander werk")
    assert f"/projecten?doel={doel_id}" in _page(client, doel_id)
    page = client.get(f"/projecten?doel={doel_id}").text
    assert ("7 projecten" in page, "Ander werk" in page) == (True, False)


@pytest.mark.parametrize("text", ["0", "-1", "x", "9999999", "9" * 40, "\u0661", "%00"])
def test_a_goal_that_is_none_is_left_out_of_the_filter(client, doel_id, text) -> None:
    ProjectFactory()
    answer = client.get(f"/projecten?doel={text}")
    assert (answer.status_code, "1 project" in answer.text) == (HTTPStatus.OK, True)


def test_many_goals_with_projects_ask_few_questions(client, noord, count_queries) -> None:
    versie = make_vastgesteld(noord, *(make_doel(str(number)) for number in range(10)))
    for tekst in versie.teksten:
        ProjectFactory.create_batch(2, doel_id=tekst.doel_id)
    path = f"/opgaven/{versie.opgave_id}"
    with count_queries() as statements:
        client.get(path)
    assert len([one for one in statements if one.startswith("SELECT")]) <= MAX_QUERIES


def _page(client, _doel_id) -> str:
    link = next(part for part in client.get("/opgaven").text.split('"') if "/opgaven/" in part)
    return client.get(link).text
