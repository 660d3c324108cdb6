from http import HTTPStatus

import pytest

from participatie.core.db import db
from participatie.inzendingen.types import Status
from participatie.kennisbank.models import Kennisartikel
from participatie.kennisbank.types import Doelgroep
from tests.factories.accounts import GebruikerFactory, make_gebiedsverbinder, make_redacteur
from tests.factories.gebieden import make_city
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.kennisbank import make_artikel, make_checklist

ANSWERS = {
    "soort": "artikel",
    "versie": "1",
    "titel": "Een feest op straat",
    "samenvatting": "Wat u regelt.",
    "tekst": "## Eerst\n\nVraag het.\n\n## Dan\n\nDoe het.",
    "doelgroepen": "bewoner",
    "fasen": "idee",
    "thema": "",
}


@pytest.fixture
def door(session):
    return make_redacteur()


@pytest.fixture
def initiatief(door):
    gebied = make_city().by_name["Duinbuurt"]
    return InitiatiefFactory(status=Status.GEPUBLICEERD, gebied=gebied, kenmerk="k-1")


def test_an_editor_writes_looks_and_publishes(client, door) -> None:
    client.sign_in(door).post("/kennisbank/beheer/nieuw", data=ANSWERS)
    made = db.session.scalar(db.select(Kennisartikel))
    client.post(f"/kennisbank/beheer/{made.id}/publiceren", data={"versie": made.versie})
    assert "Een feest op straat" in client.get("/kennisbank").text


@pytest.mark.parametrize(
    "wrong",
    [
        {"titel": ""},
        {"soort": "boek"},
        {"doelgroepen": "iedereen"},
        {"fasen": []},
        {"thema": "onbekend"},
        {"tekst": "x" * 20_001},
        {"punten": "a"},
        {"soort": "checklist", "punten": ""},
        {"initiatiefsoort": "onbekend"},
    ],
)
def test_a_form_that_is_wrong_comes_back(client, door, wrong) -> None:
    response = client.sign_in(door).post("/kennisbank/beheer/nieuw", data=ANSWERS | wrong)
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_who_was_later_keeps_his_text(client, door) -> None:
    made = make_artikel(door)
    late = ANSWERS | {"versie": "99", "wijziging": "x", "titel": "Mijn late titel"}
    response = client.sign_in(door).post(f"/kennisbank/beheer/{made.id}", data=late)
    assert (response.status_code, "Mijn late titel" in response.text) == (
        HTTPStatus.CONFLICT,
        True,
    )


def test_a_version_says_what_changed(client, door) -> None:
    made = make_artikel(door)
    said = ANSWERS | {"versie": str(made.versie), "wijziging": "Duidelijker"}
    client.sign_in(door).post(f"/kennisbank/beheer/{made.id}", data=said)
    assert "Duidelijker" in client.get(f"/kennisbank/beheer/{made.id}/versies/2").text


def test_the_page_has_contents(client, door) -> None:
    made = make_artikel(door)
    assert "Op deze pagina" in client.get(f"/kennisbank/{made.slug}").text


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "[x](javascript:alert(1))"])
def test_an_article_cannot_do_harm(client, door, text) -> None:
    page = client.get(f"/kennisbank/{make_artikel(door, tekst=text).slug}").text
    assert "<script>alert" not in page
    assert 'href="javascript' not in page


def test_what_is_for_officials_is_not_there_for_others(client, door) -> None:
    made = make_artikel(door, doelgroepen=(Doelgroep.AMBTENAAR,))
    before = client.get(f"/kennisbank/{made.slug}").status_code
    verbinder = make_gebiedsverbinder()
    after = client.sign_in(verbinder).get(f"/kennisbank/{made.slug}").status_code
    assert (before, after) == (HTTPStatus.NOT_FOUND, HTTPStatus.OK)


@pytest.mark.parametrize(
    "path", ["/kennisbank/%00", "/kennisbank/geen", "/kennisbank/" + "x" * 999]
)
def test_an_unknown_article_is_not_there(client, session, path) -> None:
    assert client.get(path).status_code == HTTPStatus.NOT_FOUND


def test_an_initiatiefnemer_ticks_a_point(client, door, initiatief) -> None:
    lijst = make_checklist(door)
    path = f"/kennisbank/vinkjes/initiatief/{initiatief.id}/{lijst.id}/1"
    client.sign_in(initiatief.indiener).post(path, data={"gedaan": "1"})
    assert "1 van de 2 geregeld" in client.get(f"/initiatieven/{initiatief.id}").text


def test_a_tick_is_taken_back(client, door, initiatief) -> None:
    lijst = make_checklist(door)
    path = f"/kennisbank/vinkjes/initiatief/{initiatief.id}/{lijst.id}/1"
    client.sign_in(initiatief.indiener).post(path, data={"gedaan": "1"})
    client.post(path, data={"gedaan": "0"})
    assert "0 van de 2 geregeld" in client.get(f"/initiatieven/{initiatief.id}").text


def test_nobody_else_ticks_it(client, door, initiatief) -> None:
    lijst = make_checklist(door)
    path = f"/kennisbank/vinkjes/initiatief/{initiatief.id}/{lijst.id}/1"
    response = client.sign_in(GebruikerFactory()).post(path, data={"gedaan": "1"})
    assert response.status_code == HTTPStatus.NOT_FOUND


def test_nobody_else_sees_the_list_on_the_page(client, door, initiatief) -> None:
    make_checklist(door)
    assert "geregeld" not in client.get(f"/initiatieven/{initiatief.id}").text


def test_a_step_of_the_form_shows_help(client, door) -> None:
    make_artikel(door, stappen=("wat",))
    page = client.sign_in(GebruikerFactory()).get("/initiatieven/nieuw").text
    assert "Hulp bij deze stap" in page
