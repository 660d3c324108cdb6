"""The pages of signalen, from outside."""

from http import HTTPStatus

import pytest

from participatie.agenda.services_deelname import register
from participatie.core import clock
from participatie.core.db import db
from participatie.inzendingen.types import Status
from participatie.signalen.models import Signaal
from participatie.signalen.queries import own_signalen
from participatie.signalen.types import SignaalStatus
from tests.factories.accounts import GebruikerFactory, make_beheerder, make_redacteur
from tests.factories.agenda import make_bijeenkomst
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.signalen import SignaalFactory

ZIN = "14 reacties over verkeer en straten in Noordwijk, normaal 3 tot 5 per week"
OPGEPAKT = {"status": "opgepakt", "notitie": "Mobiliteit telt het verkeer.", "versie": "1"}


def stand(signaal) -> Signaal:
    return db.session.get(Signaal, signaal.id, populate_existing=True)


@pytest.mark.parametrize("make", [GebruikerFactory, make_redacteur])
def test_who_moderates_nothing_has_no_signals(client, city, make) -> None:
    assert client.sign_in(make()).get("/signalen").status_code == HTTPStatus.FORBIDDEN


def test_a_signal_is_listed_in_words(client, moderator, signaal) -> None:
    assert ZIN in client.sign_in(moderator).get("/signalen").text


def test_a_signal_elsewhere_is_not(client, elders, signaal) -> None:
    assert ZIN not in client.sign_in(elders).get("/signalen").text


def test_a_signal_elsewhere_cannot_be_opened(client, elders, signaal) -> None:
    response = client.sign_in(elders).get(f"/signalen/{signaal.id}")
    assert response.status_code == HTTPStatus.FORBIDDEN


def test_the_beheerder_sees_all(client, signaal) -> None:
    assert ZIN in client.sign_in(make_beheerder()).get("/signalen").text


def test_a_signal_that_is_not_there_is_not_found(client, moderator) -> None:
    response = client.sign_in(moderator).get("/signalen/99999")
    assert response.status_code == HTTPStatus.NOT_FOUND


def test_a_signal_can_be_taken_up(client, moderator, signaal) -> None:
    path = f"/signalen/{signaal.id}/behandelen"
    response = client.sign_in(moderator).post(path, data=OPGEPAKT)
    assert response.status_code == HTTPStatus.SEE_OTHER
    assert (stand(signaal).status, stand(signaal).door_id) == (
        SignaalStatus.OPGEPAKT,
        moderator.id,
    )


def test_taken_up_without_a_note_is_refused(client, moderator, signaal) -> None:
    path = f"/signalen/{signaal.id}/behandelen"
    response = client.sign_in(moderator).post(path, data=OPGEPAKT | {"notitie": ""})
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Schrijf op wat er gebeurt." in response.text


def test_nothing_chosen_is_refused(client, moderator, signaal) -> None:
    path = f"/signalen/{signaal.id}/behandelen"
    response = client.sign_in(moderator).post(path, data={"versie": "1"})
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_who_looked_at_an_old_version_is_told(client, moderator, signaal) -> None:
    path = f"/signalen/{signaal.id}/behandelen"
    response = client.sign_in(moderator).post(path, data=OPGEPAKT | {"versie": "7"})
    assert response.status_code == HTTPStatus.CONFLICT


def test_what_was_done_can_be_undone(client, moderator, signaal) -> None:
    client.sign_in(moderator).post(f"/signalen/{signaal.id}/behandelen", data=OPGEPAKT)
    client.post(f"/signalen/{signaal.id}/terugzetten", data={"versie": "2"})
    assert (stand(signaal).status, stand(signaal).door_id) == (SignaalStatus.NIEUW, None)


def test_what_was_said_stays_in_its_history(client, moderator, signaal) -> None:
    client.sign_in(moderator).post(f"/signalen/{signaal.id}/behandelen", data=OPGEPAKT)
    client.post(f"/signalen/{signaal.id}/terugzetten", data={"versie": "2"})
    assert OPGEPAKT["notitie"] in client.get(f"/signalen/{signaal.id}").text


def test_a_new_signal_cannot_be_put_back(client, moderator, signaal) -> None:
    path = f"/signalen/{signaal.id}/terugzetten"
    response = client.sign_in(moderator).post(path, data={"versie": "1"})
    assert response.status_code == HTTPStatus.CONFLICT


def test_a_wijk_nobody_is_heard_from_is_named(client, moderator, city) -> None:
    page = client.sign_in(moderator).get("/signalen").text
    assert "/gebieden/noordwijk" in page


def test_a_wijk_with_an_inzending_is_not(client, moderator, city) -> None:
    InitiatiefFactory(
        gebied=city.by_name["Duinbuurt"], status=Status.INGEDIEND, ingediend_op=clock.now()
    )
    assert "/gebieden/noordwijk" not in client.sign_in(moderator).get("/signalen").text


@pytest.mark.parametrize("query", ["status=weg", "maanden=7", "maanden=x", "pagina=99"])
def test_what_is_not_a_choice_is_left_out(client, moderator, signaal, query) -> None:
    response = client.sign_in(moderator).get(f"/signalen?{query}")
    assert response.status_code == HTTPStatus.OK


def test_what_someone_wrote_is_in_their_own_data(client, moderator, signaal) -> None:
    client.sign_in(moderator).post(f"/signalen/{signaal.id}/behandelen", data=OPGEPAKT)
    assert [one["notitie"] for one in own_signalen(moderator.id)] == [OPGEPAKT["notitie"]]


def test_more_signals_ask_no_more_queries(client, moderator, signaal, count_queries) -> None:
    client.sign_in(moderator)
    with count_queries() as few:
        client.get("/signalen")
    for thema in ("groen", "wonen", "water"):
        SignaalFactory(gebied=signaal.gebied, thema=thema)
    with count_queries() as many:
        client.get("/signalen")
    assert len(many) <= len(few)


def test_a_wijk_where_someone_comes_to_a_meeting_is_not_silent(client, moderator, city) -> None:
    bijeenkomst = make_bijeenkomst(city.by_name["Duinbuurt"], moderator)
    register(bijeenkomst, gebruiker_id=GebruikerFactory().id)
    assert "/gebieden/noordwijk" not in client.sign_in(moderator).get("/signalen").text
