from datetime import timedelta
from http import HTTPStatus

import pytest
from icalendar import Calendar

from participatie.agenda.services import call_off
from participatie.core import clock
from participatie.core.db import db
from tests.factories.accounts import GebruikerFactory, make_gebiedsverbinder
from tests.factories.agenda import make_bijeenkomst
from tests.factories.gebieden import make_city

ANSWERS = {
    "versie": "1",
    "titel": "Inloop in het buurthuis",
    "soort": "inloop",
    "begintijd": "19:30",
    "eindtijd": "21:00",
    "plek_omschrijving": "Buurthuis",
    "organisator": "Gebiedsteam",
}


@pytest.fixture
def city(session):
    return make_city()


@pytest.fixture
def door(city):
    return make_gebiedsverbinder(city.by_name["Noord"])


@pytest.fixture
def one(city, door):
    return make_bijeenkomst(city.by_name["Noord"], door)


def answers(city, gebied="Noord", **other):
    dag = (clock.today() + timedelta(days=9)).isoformat()
    return ANSWERS | {"gebied": str(city.by_name[gebied].id), "dag": dag} | other


def test_a_verbinder_announces_a_meeting(client, city, door) -> None:
    response = client.sign_in(door).post("/agenda/nieuw", data=answers(city))
    assert response.status_code == HTTPStatus.SEE_OTHER


def test_the_time_is_that_of_haarlem(client, city, door) -> None:
    client.sign_in(door).post("/agenda/nieuw", data=answers(city))
    assert "19:30" in client.get("/agenda").text


@pytest.mark.parametrize(
    "wrong",
    [
        {"titel": ""},
        {"dag": "31-02-2027"},
        {"begintijd": "laat"},
        {"lon": "4.6"},
        {"lon": "nan", "lat": "nan"},
        {"lon": "152", "lat": "52"},
        {"link": "javascript:alert(1)"},
        {"capaciteit": "9"},
        {"capaciteit": "99999999999999999999", "aanmelden": "y"},
        {"eindtijd": "19:00"},
    ],
)
def test_a_form_that_is_wrong_comes_back(client, city, door, wrong) -> None:
    response = client.sign_in(door).post("/agenda/nieuw", data=answers(city, **wrong))
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_a_verbinder_announces_nothing_elsewhere(client, city, door) -> None:
    response = client.sign_in(door).post("/agenda/nieuw", data=answers(city, "Schalkwijk"))
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_a_verbinder_changes_nothing_elsewhere(client, city, one) -> None:
    other = make_gebiedsverbinder(city.by_name["Schalkwijk"])
    response = client.sign_in(other).get(f"/agenda/{one.id}/wijzigen")
    assert response.status_code == HTTPStatus.FORBIDDEN


def test_a_visitor_registers(client, one) -> None:
    client.sign_in(GebruikerFactory()).post(f"/agenda/{one.id}/aanmelden")
    assert "U heeft een plek." in client.get(f"/agenda/{one.id}").text


def test_others_see_how_many_come_and_not_who(client, one) -> None:
    bewoner = GebruikerFactory(naam="Bijzondere Naam")
    client.sign_in(bewoner).post(f"/agenda/{one.id}/aanmelden")
    page = client.application.test_client().get(f"/agenda/{one.id}").text
    assert "1 aanmelding" in page
    assert "Bijzondere Naam" not in page


def test_what_is_said_of_it_holds_no_script(client, city, door) -> None:
    made = make_bijeenkomst(
        city.by_name["Noord"], door, omschrijving="<script>alert(1)</script> [x](javascript:a)"
    )
    page = client.get(f"/agenda/{made.id}").text
    assert "<script>alert" not in page
    assert 'href="javascript' not in page


def test_a_meeting_is_a_calendar(client, one) -> None:
    response = client.get(f"/agenda/{one.id}/agenda.ics")
    (event,) = Calendar.from_ical(response.data).walk("VEVENT")
    assert str(event["SUMMARY"]) == one.titel


def test_the_calendar_of_a_gebied_strikes_out_what_is_off(client, one, door) -> None:
    call_off(one, reden="Ziekte", versie=one.versie, door_id=door.id)
    db.session.flush()
    response = client.get("/agenda/gebied/duinbuurt/agenda.ics")
    (event,) = Calendar.from_ical(response.data).walk("VEVENT")
    assert event["STATUS"] == "CANCELLED"


def test_who_has_the_calendar_already_gets_nothing(client, one) -> None:
    path = f"/agenda/{one.id}/agenda.ics"
    etag = client.get(path).headers["ETag"]
    again = client.get(path, headers={"If-None-Match": etag})
    assert (again.status_code, again.data) == (HTTPStatus.NOT_MODIFIED, b"")


@pytest.mark.parametrize("path", ["/agenda?maand=2099-13", "/agenda?maand=%00&pagina=9999999999"])
def test_an_odd_question_gets_an_answer(client, city, path) -> None:
    assert client.get(path).status_code == HTTPStatus.OK


def test_a_gebied_shows_what_comes(client, one) -> None:
    assert one.titel in client.get("/gebieden/noord").text
