from datetime import date
from http import HTTPStatus

from icalendar import Calendar

from participatie.core import clock
from tests.integration.wijkprogrammas.conftest import JAAR

AGENDA = "/wijkprogramma/noordwijk/agenda.ics"
MANY = 300
MAX_BYTES = 500_000


def events(response):
    return Calendar.from_ical(response.data).walk("VEVENT")


def test_a_calendar_is_sent_as_one(client, add) -> None:
    add()
    assert client.get(AGENDA).content_type == "text/calendar; charset=utf-8"


def test_what_is_planned_in_the_wijk_stands_in_it(client, add) -> None:
    add(titel="Nieuw riool")
    assert str(events(client.get(AGENDA))[0]["SUMMARY"]) == "Begin: Nieuw riool"


def test_later_years_stand_in_it_too(client, add) -> None:
    add(start=date(2030, 1, 1), eind=date(2030, 2, 1))
    assert len(events(client.get(AGENDA))) == 2


def test_what_was_over_before_this_year_does_not(client, add) -> None:
    add(start=date(2026, 1, 1), eind=date(2026, 12, 31))
    assert events(client.get(AGENDA)) == []


def test_what_is_for_the_whole_city_does_not(client, add) -> None:
    add("Haarlem", place=None)
    assert events(client.get(AGENDA)) == []


def test_a_wijk_without_plans_has_an_empty_calendar(client, city) -> None:
    assert client.get(AGENDA).data.startswith(b"BEGIN:VCALENDAR\r\n")


def test_no_name_or_address_of_a_person_stands_in_it(client, add) -> None:
    add(contact_naam="Piet Janssen", contact_email="piet@example.invalid")
    body = client.get(AGENDA).data
    assert b"Piet" not in body
    assert b"@example" not in body


def test_who_has_it_already_gets_nothing(client, add) -> None:
    add()
    etag = client.get(AGENDA).headers["ETag"]
    response = client.get(AGENDA, headers={"If-None-Match": etag})
    assert (response.status_code, response.data) == (HTTPStatus.NOT_MODIFIED, b"")


def test_who_has_it_already_asks_the_database_little(client, add, count_queries) -> None:
    add()
    etag = client.get(AGENDA).headers["ETag"]
    with count_queries() as queries:
        client.get(AGENDA, headers={"If-None-Match": etag})
    assert len(queries) <= 3


def test_a_change_gives_a_new_calendar(client, add) -> None:
    project = add()
    etag = client.get(AGENDA).headers["ETag"]
    project.titel, project.gewijzigd_op = "Anders", clock.now()
    response = client.get(AGENDA, headers={"If-None-Match": etag})
    assert "Anders" in response.text


def test_an_item_that_leaves_the_wijk_leaves_the_calendar(client, add, city) -> None:
    project = add()
    etag = client.get(AGENDA).headers["ETag"]
    project.gebieden = [city.by_name["Hoeve"]]
    assert events(client.get(AGENDA, headers={"If-None-Match": etag})) == []


def test_the_addresses_in_it_are_those_of_the_site(client, add) -> None:
    project = add()
    assert str(events(client.get(AGENDA))[0]["URL"]) == f"http://localhost/projecten/{project.id}"


def test_other_sites_may_read_it(client, city) -> None:
    assert client.get(AGENDA).headers["Access-Control-Allow-Origin"] == "*"


def test_three_hundred_plans_fit_in_a_calendar(client, add, count_queries) -> None:
    for number in range(MANY):
        add(titel=f"Plan {number}", start=date(JAAR, 1, 1 + number % 28))
    with count_queries() as queries:
        response = client.get(AGENDA)
    assert len(response.data) < MAX_BYTES
    assert len(queries) <= 5
