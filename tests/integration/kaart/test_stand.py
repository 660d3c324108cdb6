"""The map as it was on an earlier day: the page, the search and the data."""

from dataclasses import replace
from datetime import UTC, datetime
from http import HTTPStatus

import pytest

from participatie.core import clock
from participatie.core.geometry import point
from participatie.inzendingen.types import Status
from participatie.programmas.services import add_project, change_project, gegevens_of
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.programmas import ProjectFactory

TOEN = "2026-03-01"


def at(month: int) -> datetime:
    return datetime(2026, month, 10, 9, tzinfo=UTC)


@pytest.fixture
def project(city):
    """A project that was added in February and got another title in May."""
    place = point(4.60, 52.39)
    known = gegevens_of(ProjectFactory(gebieden=[city.by_name["Duinbuurt"]], place=place))
    with clock.set_to(at(2)):
        project = add_project(
            replace(known, titel="Oude titel"), bronsysteem="r", bronsleutel="1", actor_id=None
        )
    with clock.set_to(at(5)):
        change_project(project, replace(known, titel="Nieuwe titel"), actor_id=None)
    return project


def data_of(client, stand: str) -> list[str]:
    version = client.get(f"/kaart?stand={stand}").text.split("/kaart/data/")[1].split(".json")[0]
    answer = client.get(f"/kaart/data/{version}.json")
    assert answer.status_code == HTTPStatus.OK
    return [row[1] for row in answer.json["items"]]


def test_the_list_shows_what_was_so_then(client, project) -> None:
    page = client.get(f"/kaart?stand={TOEN}").text

    assert ("Oude titel" in page, "Nieuwe titel" in page) == (True, False)


def test_the_page_says_of_which_day_it_is(client, project) -> None:
    assert "stand van 1 maart 2026" in client.get(f"/kaart?stand={TOEN}").text


def test_the_map_gets_the_data_of_that_day(client, project) -> None:
    assert data_of(client, TOEN) == ["Oude titel"]


def test_before_it_was_added_nothing_is_shown(client, project) -> None:
    assert data_of(client, "2026-01-15") == []


def test_words_are_searched_in_what_was_written_then(client, project) -> None:
    found = client.get(f"/kaart/treffers.json?stand={TOEN}&tekst=oude").json

    assert found == [f"p{project.id}"]


def test_an_initiatief_was_not_there_before_it_was_published(client, city) -> None:
    InitiatiefFactory(
        titel="Buurttuin",
        status=Status.GEPUBLICEERD,
        gebied=city.by_name["Zeebuurt"],
        gepubliceerd_op=at(4),
    )

    assert (data_of(client, TOEN), data_of(client, "2026-04-30")) == ([], ["Buurttuin"])


@pytest.mark.parametrize("stand", ["2999-01-01", "gisteren", "0000-00-00", "2026-13-01"])
def test_a_day_that_cannot_be_shown_shows_today_and_says_so(client, project, stand) -> None:
    page = client.get(f"/kaart?stand={stand}").text

    assert "Nieuwe titel" in page
    assert "U ziet nu hoe het vandaag is" in page


def test_a_change_of_today_leaves_the_day_as_it_was(client, project) -> None:
    client.get(f"/kaart?stand={TOEN}")
    change_project(project, replace(gegevens_of(project), titel="Weer anders"), actor_id=None)

    assert data_of(client, TOEN) == ["Oude titel"]


def test_each_year_is_counted_and_is_a_link(client, project) -> None:
    page = client.get(f"/kaart?stand={TOEN}").text

    assert f"van=2027&amp;tot=2027&amp;stand={TOEN}" in page
