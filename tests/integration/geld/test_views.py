"""The pages of the money, from outside."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from http import HTTPStatus

import pytest

from participatie.core import clock
from participatie.geld.queries import forget
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.programmas.services import add_project, change_project
from participatie.programmas.types import Geldbron


def cells(page, row: str) -> list[str]:
    """Return the amounts of the row that begins with a name."""
    rows = re.findall(r"<tr>.*?</tr>|<tr class.*?</tr>", page.text.split("<tbody>")[-1], re.DOTALL)
    found = next(one for one in rows if re.search(rf">\s*{row}\s*<", one))
    text = re.sub(r"<[^>]*>", " ", found)
    return re.findall(r"€\s[\d.,]+", text)


def test_a_shared_project_is_split_over_its_gebieden(client, geld) -> None:
    page = client.get("/geld?van=2027&tot=2027")

    shown = [cells(page, naam)[-1] for naam in ("Noord", "Schalkwijk", "Samen")]
    assert shown == ["€\xa0200,51", "€\xa00,50", "€\xa0201,01"]


def test_money_for_the_whole_city_stands_apart(client, geld) -> None:
    assert cells(client.get("/geld"), "Voor heel Haarlem")[-1] == "€\xa030.000"


def test_a_gebied_shows_what_lies_below_it(client, geld) -> None:
    page = client.get("/geld/noord")

    assert [cells(page, naam)[-1] for naam in ("Noordwijk", "Voor heel Noord")] == [
        "€\xa00,51",
        "€\xa0200",
    ]


@pytest.mark.parametrize(
    ("per", "row", "amount"),
    [
        ("domein", "Samenleven en zorg", "€\xa0200"),
        ("bron", "Andere partijen", "€\xa030.000"),
        ("organisatie", "De gemeente", "€\xa030.201,01"),
    ],
)
def test_money_can_be_laid_out_otherwise(client, geld, per, row, amount) -> None:
    assert cells(client.get(f"/geld?per={per}"), row)[-1] == amount


def test_an_amount_leads_to_its_projects(client, geld) -> None:
    page = client.get("/geld/noord/projecten?van=2027&tot=2027")

    assert "€\xa0200,51" in page.text
    assert "Gedeeld riool" in page.text


def test_a_project_says_with_whom_it_is_shared(client, geld) -> None:
    assert "Dambuurt" in client.get("/geld/noord/projecten").text


def test_what_is_for_the_whole_gebied_can_be_seen_alone(client, geld) -> None:
    assert "Gedeeld riool" not in client.get("/geld/noord/projecten?alleen=heel").text


def test_a_buurt_has_no_rows_of_gebieden(client, geld) -> None:
    assert 'value="gebied"' not in client.get("/geld/duinbuurt").text


def test_the_page_of_a_gebied_shows_its_money(client, geld, time_machine) -> None:
    time_machine.move_to(datetime(2027, 3, 1, tzinfo=UTC))

    assert "/geld/noord" in client.get("/gebieden/noord").text


@pytest.mark.parametrize(
    "query", ["per=alles", "van=' OR 1=1", "organisatie=99999", "bron=%00", "van=2029&tot=2027"]
)
def test_what_is_not_a_choice_is_left_out(client, geld, query) -> None:
    assert client.get(f"/geld?{query}").status_code == HTTPStatus.OK


def test_an_unknown_gebied_is_not_found(client, geld) -> None:
    assert client.get("/geld/nergens").status_code == HTTPStatus.NOT_FOUND


def test_without_money_the_page_says_so(client, city) -> None:
    assert "Geen geld gevonden" in client.get("/geld").text


@pytest.fixture
def changed(geld):
    """A project that cost a hundred euro in February, and two hundred from May."""
    gegevens = replace(
        gegevens_of(geld["deel"]), titel="Duurder", bedragen={(2029, Geldbron.SUBSIDIE): 10_000}
    )
    with clock.set_to(datetime(2026, 2, 10, 9, tzinfo=UTC)):
        project = add_project(gegevens, bronsysteem="r", bronsleutel="1", actor_id=None)
    later = replace(gegevens, bedragen={(2029, Geldbron.SUBSIDIE): 20_000})
    with clock.set_to(datetime(2026, 5, 20, 9, tzinfo=UTC)):
        change_project(project, later, actor_id=None)
    forget()


def test_an_earlier_day_shows_the_money_of_then(client, changed) -> None:
    page = client.get("/geld/noord?van=2029&tot=2029&stand=2026-03-01")

    assert cells(page, "Samen")[-1] == "€\xa0100"


def test_the_projects_of_an_earlier_day_are_those_of_then(client, changed) -> None:
    page = client.get("/geld/noord/projecten?van=2029&stand=2026-03-01")

    assert "€\xa0100" in page.text


def test_a_change_is_counted_at_once(client, geld) -> None:
    client.get("/geld")
    project = geld["stad"]
    dearer = replace(gegevens_of(project), bedragen={(2028, Geldbron.DERDEN): 100})
    change_project(project, dearer, actor_id=None)

    assert cells(client.get("/geld"), "Voor heel Haarlem")[-1] == "€\xa01"


def test_the_page_asks_little_of_the_database(client, geld, count_queries) -> None:
    with count_queries() as queries:
        client.get("/geld")

    assert len(queries) <= 7
