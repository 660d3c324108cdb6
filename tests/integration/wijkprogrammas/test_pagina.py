from datetime import date

import pytest

from participatie.core.panels import _panels
from participatie.programmas.types import Fase, Mijlpaal
from tests.factories.gebieden import ContactFactory
from tests.factories.organisaties import OrganisatieFactory
from tests.integration.wijkprogrammas.conftest import JAAR

PAGE = f"/wijkprogramma/noordwijk/{JAAR}"
MANY = 300
MAX_BYTES = 700_000
MAX_QUERIES = 10


def test_what_is_planned_in_a_buurt_stands_on_the_page_of_its_wijk(client, add) -> None:
    add(titel="Nieuw riool")
    assert "Nieuw riool" in client.get(PAGE).text


def test_what_is_planned_in_another_wijk_does_not(client, add) -> None:
    add("Hoeve", titel="Nieuw riool")
    assert "Nieuw riool" not in client.get(PAGE).text


def test_what_is_planned_in_another_year_does_not(client, add) -> None:
    add(titel="Nieuw riool", start=date(2028, 1, 1), eind=date(2028, 2, 1))
    assert "Nieuw riool" not in client.get(PAGE).text


def test_what_was_stopped_stands_apart(client, add) -> None:
    add(titel="Nieuw riool", fase=Fase.GESTOPT)
    _, _, rest = client.get(PAGE).text.partition("Gaat niet door (1)")
    assert "Nieuw riool" in rest


def test_a_day_that_is_asked_for_is_not_left_out_without_a_word(client, add) -> None:
    add()
    page = client.get(f"{PAGE}?stand=2027-01-10").text
    assert "Deze pagina laat geen eerdere dag zien." in page
    assert "gebied=noordwijk&amp;van=2027&amp;tot=2027&amp;stand=2027-01-10" in page


def test_the_page_follows_what_changes_in_the_wijk(client, city) -> None:
    page = client.get(PAGE).text
    assert f'data-live="gebied:{city.by_name["Noordwijk"].id}"' in page
    assert 'id="wijk-plannen" data-live-deel' in page


def test_the_page_says_what_is_not_in_the_calendar(client, add) -> None:
    add("Haarlem", place=None)
    assert "staan er niet in" in client.get(PAGE).text


@pytest.mark.parametrize("gebied", ["Noord", "Haarlem"])
def test_what_is_for_more_than_the_wijk_stands_apart(client, add, gebied) -> None:
    add(gebied, place=None)
    assert "Voor het hele stadsdeel of de hele stad" in client.get(PAGE).text


def test_what_is_for_the_whole_wijk_stands_apart(client, add) -> None:
    add("Noordwijk", place=None)
    assert "Voor heel Noordwijk" in client.get(PAGE).text


def test_a_plan_of_another_body_stands_under_its_name(client, add) -> None:
    add(trekker="Schoolbestuur")
    assert "<h3>Schoolbestuur (1)</h3>" in client.get(PAGE).text


def test_a_plan_of_a_partner_stands_under_its_name(client, add) -> None:
    add(organisatie=OrganisatieFactory(naam="Woonbron"))
    page = client.get(PAGE).text
    assert "<h3>Woonbron (1)</h3>" in page
    assert "Wie het doet: Woonbron" in page


def test_a_milestone_stands_with_its_day(client, add) -> None:
    add(mijlpalen=(Mijlpaal("Inloopavond", date(JAAR, 4, 1)),))
    assert "1 april 2027" in client.get(PAGE).text


def test_who_answers_questions_stands_there(client, city) -> None:
    ContactFactory(gebied=city.by_name["Noord"], naam="Gebiedsteam Noord")
    assert "Gebiedsteam Noord" in client.get(PAGE).text


def test_a_year_without_plans_says_so_kindly(client, city) -> None:
    assert "Voor 2027 is hier nog niets gepland" in client.get(PAGE).text


def test_the_years_beside_it_are_one_step_away(client, add) -> None:
    add(eind=date(2029, 1, 1))
    assert 'href="/wijkprogramma/noordwijk/2028"' in client.get(PAGE).text


@pytest.mark.parametrize(
    "path",
    [
        "/wijkprogramma/bestaat-niet",
        "/wijkprogramma/noord",
        "/wijkprogramma/duinbuurt/2027",
        "/wijkprogramma/noordwijk/1990",
        "/wijkprogramma/noordwijk/99999999999999",
        "/wijkprogramma/noordwijk/morgen",
        "/wijkprogramma/noord/agenda.ics",
    ],
)
def test_what_does_not_exist_is_not_found(client, city, path) -> None:
    assert client.get(path).status_code == 404


def test_a_wijk_without_a_year_is_about_this_year(client, city) -> None:
    assert client.get("/wijkprogramma/noordwijk").location == PAGE


def test_all_wijken_can_be_chosen(client, city) -> None:
    page = client.get("/wijkprogramma").text
    assert all(wijk.naam in page for wijk in city.wijken)


def test_a_city_without_wijken_says_so(client, session) -> None:
    assert "Er zijn nog geen wijken" in client.get("/wijkprogramma").text


def test_the_page_of_a_wijk_leads_there(client, city) -> None:
    assert f'href="{PAGE}"' in client.get("/gebieden/noordwijk").text


def test_the_page_of_a_stadsdeel_does_not(client, city) -> None:
    assert "/wijkprogramma/" not in client.get("/gebieden/noord").text


def test_a_higher_room_can_hang_what_it_knows(client, city, monkeypatch) -> None:
    monkeypatch.setitem(_panels, "wijkprogramma", [lambda subject: f"<p>{subject.jaar}!</p>"])
    assert "<p>2027!</p>" in client.get(PAGE).text


def test_three_hundred_plans_fit_on_a_page(client, add, count_queries) -> None:
    for number in range(MANY):
        add(titel=f"Plan {number}")
    with count_queries() as queries:
        page = client.get(PAGE)
    assert len(page.data) < MAX_BYTES
    assert len(queries) <= MAX_QUERIES
