from datetime import timedelta

import html5lib
import pytest

from participatie.core import clock
from participatie.inzendingen.types import Status
from participatie.programmas.types import Fase
from tests.factories.gebieden import make_city
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.programmas import ProjectFactory

MOST_QUERIES = 8


def text(page) -> str:
    document = html5lib.parse(page.text, namespaceHTMLElements=False)
    return " ".join("".join(document.find(".//main").itertext()).split())


def in_days(days):
    return clock.today() + timedelta(days=days)


def test_the_front_page_shows_a_published_initiatief(client, session) -> None:
    InitiatiefFactory(titel="Een moestuin voor de buurt")
    assert "Een moestuin voor de buurt" in text(client.get("/"))


@pytest.mark.parametrize(
    "status", [Status.CONCEPT, Status.INGEDIEND, Status.AANPASSEN, Status.AFGEWEZEN]
)
def test_the_front_page_hides_what_is_not_published(client, session, status) -> None:
    InitiatiefFactory(titel="Nog niet klaar", status=status)
    assert "Nog niet klaar" not in text(client.get("/"))


def test_the_newest_initiatief_comes_first(client, session) -> None:
    InitiatiefFactory(titel="De oude", aangemaakt_op=clock.now() - timedelta(days=9))
    InitiatiefFactory(titel="De nieuwe", aangemaakt_op=clock.now() - timedelta(days=2))
    shown = text(client.get("/"))
    assert shown.index("De nieuwe") < shown.index("De oude")


def test_the_project_that_begins_first_comes_first(client, session) -> None:
    ProjectFactory(titel="Volgend jaar", start=in_days(300), eind=in_days(400))
    ProjectFactory(titel="Volgende maand", start=in_days(30), eind=in_days(60))
    shown = text(client.get("/"))
    assert shown.index("Volgende maand") < shown.index("Volgend jaar")


@pytest.mark.parametrize("fase", [Fase.IDEE, Fase.AFGEROND, Fase.GESTOPT])
def test_a_project_that_does_not_go_on_is_not_coming(client, session, fase) -> None:
    ProjectFactory(titel="Gaat niet door", fase=fase, start=in_days(30), eind=in_days(60))
    assert "Gaat niet door" not in text(client.get("/"))


def test_a_project_that_has_begun_is_not_coming(client, session) -> None:
    ProjectFactory(titel="Al begonnen", start=in_days(-1), eind=in_days(60))
    assert "Al begonnen" not in text(client.get("/"))


def test_an_empty_city_invites_to_be_the_first(client) -> None:
    assert "Wees de eerste" in text(client.get("/"))


def test_the_front_page_counts_the_wijken(client, session) -> None:
    make_city()
    assert "wijken 4" in text(client.get("/"))


def test_someone_can_look_for_a_wijk_by_name(client) -> None:
    document = html5lib.parse(client.get("/").text, namespaceHTMLElements=False)
    form = document.find(".//main//form[@action='/gebieden']")
    assert form.find(".//input[@name='zoek']") is not None


def test_the_front_page_needs_few_queries_however_much_there_is(
    client, session, count_queries
) -> None:
    InitiatiefFactory.create_batch(12)
    ProjectFactory.create_batch(12, start=in_days(30), eind=in_days(60))
    with count_queries() as queries:
        client.get("/")
    assert len(queries) <= MOST_QUERIES
