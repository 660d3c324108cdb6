"""The list and the page of a project as they were on an earlier day."""

from dataclasses import replace
from datetime import UTC, datetime
from http import HTTPStatus

import pytest

from participatie.core import clock
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.programmas.services import add_project, change_project
from participatie.programmas.types import Fase, Geldbron
from tests.factories.gebieden import make_city
from tests.factories.programmas import ProjectFactory

FEBRUARI = datetime(2026, 2, 10, 9, tzinfo=UTC)
MEI = datetime(2026, 5, 20, 9, tzinfo=UTC)
MAX_LIST, MAX_PAGE = 7, 9


@pytest.fixture
def city(session):
    return make_city()


@pytest.fixture
def project(city):
    """A project that was added in February and changed in May."""
    known = gegevens_of(ProjectFactory(titel="Oude titel"))
    known = replace(
        known,
        gebied_ids=frozenset({city.by_name["Poort"].id}),
        bedragen={(2027, Geldbron.SUBSIDIE): 123_400},
    )
    with clock.set_to(FEBRUARI):
        project = add_project(known, bronsysteem="r", bronsleutel="1", actor_id=None)
    changed = replace(known, titel="Nieuwe titel", fase=Fase.UITVOERING, bedragen={})
    with clock.set_to(MEI):
        change_project(project, changed, actor_id=None)
    return project


def test_the_list_of_an_earlier_day_shows_what_was_so(client, project) -> None:
    page = client.get("/projecten?stand=2026-03-01").text
    assert ("Oude titel" in page, "Nieuwe titel" in page) == (True, False)
    assert "U ziet de stand van 1 maart 2026" in page


def test_every_link_of_the_list_keeps_the_day(client, project) -> None:
    page = client.get("/projecten?stand=2026-03-01&fase=voorbereiding").text
    assert f'href="/projecten/{project.id}?stand=2026-03-01"' in page
    assert 'href="/projecten?fase=voorbereiding"' in page  # to now


def test_the_pages_of_a_long_list_keep_the_day(client, city, project) -> None:
    known = gegevens_of(project)
    with clock.set_to(FEBRUARI):
        for number in range(30):
            add_project(known, bronsysteem="lang", bronsleutel=str(number), actor_id=None)
    page = client.get("/projecten?stand=2026-03-01").text
    assert "stand=2026-03-01&amp;pagina=2" in page


def test_a_page_of_an_earlier_day_shows_what_was_so(client, project) -> None:
    page = client.get(f"/projecten/{project.id}?stand=01-03-2026").text.replace("\u00a0", " ")
    assert ("<h1>Oude titel</h1>" in page, "€ 1.234" in page) == (True, True)
    assert f'href="/projecten/{project.id}">Naar nu</a>' in page


def test_before_a_project_was_there_its_page_says_so(client, project) -> None:
    answer = client.get(f"/projecten/{project.id}?stand=2026-02-09")
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert "Het staat pas sinds 10 februari 2026" in answer.text


@pytest.mark.parametrize("number", [0, 999_999])
def test_an_unknown_project_was_never_there(client, project, number) -> None:
    answer = client.get(f"/projecten/{number}?stand=2026-03-01")
    assert (answer.status_code, "pas sinds" in answer.text) == (HTTPStatus.NOT_FOUND, False)


@pytest.mark.parametrize(
    ("asked", "told"),
    [("2999-01-01", "moet nog komen"), ("ooit", "geen datum"), ("1600-01-01", "vanaf 1 januari")],
)
def test_a_wrong_day_is_told_and_shows_now(client, project, asked, told) -> None:
    for path in ("/projecten", f"/projecten/{project.id}"):
        answer = client.get(f"{path}?stand={asked}")
        assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
        assert (told in answer.text, "Nieuwe titel" in answer.text) == (True, True)


def test_an_earlier_day_cannot_be_changed(client, project) -> None:
    page = client.get(f"/projecten/{project.id}?stand=2026-03-01").text
    assert "/bewerken" not in page


def test_an_earlier_day_takes_few_queries(client, project, count_queries) -> None:
    pages = (("/projecten", MAX_LIST), (f"/projecten/{project.id}", MAX_PAGE))
    for path, most in pages:
        client.get(f"{path}?stand=2026-03-01")
        with count_queries() as statements:
            client.get(f"{path}?stand=2026-03-01")
        assert len(statements) <= most, path
