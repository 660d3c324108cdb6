"""What someone wrote himself: the list, throwing away and taking back."""

from datetime import timedelta
from http import HTTPStatus

import pytest
from sqlalchemy import func, select

from participatie.accounts.services_profiel import delete_account
from participatie.core import clock
from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.discussion.services import follow
from participatie.initiatieven.models import Initiatief
from participatie.inzendingen.types import Status
from participatie.journal.queries import list_entries
from tests.factories.accounts import WACHTWOORD
from tests.factories.gebieden import ContactFactory
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.programmas import ProjectFactory
from tests.mailbox import mails_to

SENT = [status for status in Status if status is not Status.CONCEPT]
FINAL = [Status.AFGEWEZEN, Status.INGETROKKEN]


@pytest.mark.parametrize("address", ["/initiatieven/mijn", "/initiatieven/concept/1/wat"])
def test_a_visitor_signs_in_first(client, address) -> None:
    assert client.get(address).location == f"/account/inloggen?volgende={address}"


def test_concepts_and_what_was_sent_are_listed_with_their_status(signed_in, bewoner, city) -> None:
    for status in Status:
        InitiatiefFactory(
            status=status, indiener=bewoner, gebied=city.buurten[0], titel=f"Over {status}"
        )
    page = signed_in.get("/initiatieven/mijn").text
    for part in ("Over concept", "Over afgewezen", "Wij bekijken het", "Wacht op u"):
        assert part in page


def test_what_someone_chose_to_follow_is_listed_once(signed_in, bewoner, city) -> None:
    project = ProjectFactory(titel="Nieuwe brug")
    follow(Onderwerp("project", project.id), gebruiker_id=bewoner.id)
    assert signed_in.get("/initiatieven/mijn").text.count("Nieuwe brug") == 1


def test_what_is_followed_and_was_hidden_since_is_not_listed(signed_in, bewoner, city) -> None:
    hidden = InitiatiefFactory(status=Status.AFGEWEZEN, gebied=city.buurten[0], titel="Verborgen")
    follow(Onderwerp("initiatief", hidden.id), gebruiker_id=bewoner.id)
    assert "Verborgen" not in signed_in.get("/initiatieven/mijn").text


def test_nothing_of_someone_else_is_listed(signed_in, city) -> None:
    InitiatiefFactory(titel="Van een ander", gebied=city.buurten[0])
    assert "Van een ander" not in signed_in.get("/initiatieven/mijn").text


def test_a_concept_without_a_name_can_be_found_again(signed_in, bewoner) -> None:
    InitiatiefFactory(status=Status.CONCEPT, indiener=bewoner, gebied=None, titel="")
    assert "Zonder naam" in signed_in.get("/initiatieven/mijn").text


def test_a_concept_is_thrown_away_after_a_question(signed_in, bewoner) -> None:
    concept = InitiatiefFactory(status=Status.CONCEPT, indiener=bewoner)
    address = f"/initiatieven/concept/{concept.id}/verwijderen"
    assert "Ja, verwijder dit concept" in signed_in.get(address).text
    signed_in.post(address)
    assert db.session.scalar(select(func.count(Initiatief.id))) == 0


def test_throwing_away_stands_in_the_journal(signed_in, bewoner) -> None:
    concept = InitiatiefFactory(status=Status.CONCEPT, indiener=bewoner)
    onderwerp = Onderwerp("initiatief", concept.id)
    signed_in.post(f"/initiatieven/concept/{concept.id}/verwijderen")
    assert [entry.name for entry in list_entries(onderwerp)] == ["ConceptVerwijderd"]


@pytest.mark.parametrize("status", SENT)
def test_what_was_sent_is_never_thrown_away(signed_in, bewoner, city, status) -> None:
    sent = InitiatiefFactory(status=status, indiener=bewoner, gebied=city.buurten[0])
    response = signed_in.post(f"/initiatieven/concept/{sent.id}/verwijderen")
    assert response.status_code == HTTPStatus.CONFLICT
    assert sent.status is status


@pytest.mark.parametrize("status", [Status.INGEDIEND, Status.AANPASSEN, Status.GEPUBLICEERD])
def test_what_was_sent_is_taken_back_after_a_question(signed_in, bewoner, city, status) -> None:
    sent = InitiatiefFactory(status=status, indiener=bewoner, gebied=city.buurten[0])
    address = f"/initiatieven/{sent.id}/intrekken"
    assert "Ja, trek mijn idee in" in signed_in.get(address).text
    signed_in.post(address, data={"versie": sent.versie})
    assert sent.status is Status.INGETROKKEN


def test_taking_back_is_confirmed_by_mail(signed_in, bewoner, city) -> None:
    ContactFactory(gebied=city.by_name["Noord"], email="noord@example.invalid")
    sent = InitiatiefFactory(status=Status.INGEDIEND, indiener=bewoner, gebied=city.buurten[0])
    signed_in.post(f"/initiatieven/{sent.id}/intrekken", data={"versie": sent.versie})
    [mail] = mails_to(bewoner.email)
    assert mail.onderwerp == f"U heeft uw idee ingetrokken ({sent.kenmerk})"
    for part in (sent.titel, "noord@example.invalid", f"http://localhost/initiatieven/{sent.id}"):
        assert part in mail.tekst


@pytest.mark.parametrize("address", ["/initiatieven/mijn", "/initiatieven/{id}"])
def test_an_answer_that_is_late_says_whom_to_ask(signed_in, bewoner, city, address) -> None:
    ContactFactory(gebied=city.by_name["Noord"], email="noord@example.invalid")
    sent = InitiatiefFactory(
        status=Status.INGEDIEND,
        indiener=bewoner,
        gebied=city.buurten[0],
        reactie_voor=clock.today() - timedelta(days=1),
    )
    page = signed_in.get(address.format(id=sent.id)).text
    assert "Dat is de gemeente niet gelukt." in page
    assert 'href="mailto:noord@example.invalid"' in page
    assert "U krijgt uiterlijk" not in page


def test_who_asks_about_a_late_answer_always_finds_someone(signed_in, bewoner, city) -> None:
    yesterday = clock.today() - timedelta(days=1)
    InitiatiefFactory(
        status=Status.INGEDIEND,
        indiener=bewoner,
        gebied=city.buurten[0],
        reactie_voor=yesterday,
    )
    assert "Bel of mail de gemeente" in signed_in.get("/initiatieven/mijn").text


def test_a_refusal_shows_in_the_title(signed_in, bewoner, city) -> None:
    sent = InitiatiefFactory(status=Status.INGEDIEND, indiener=bewoner, gebied=city.buurten[0])
    response = signed_in.post(f"/initiatieven/{sent.id}/intrekken", data={"versie": "x"})
    assert "<title>Fout: " in response.text


@pytest.mark.parametrize("status", FINAL)
def test_what_is_over_is_not_taken_back(signed_in, bewoner, city, status) -> None:
    sent = InitiatiefFactory(status=status, indiener=bewoner, gebied=city.buurten[0])
    address = f"/initiatieven/{sent.id}/intrekken"
    assert signed_in.get(address).status_code == HTTPStatus.SEE_OTHER
    response = signed_in.post(address, data={"versie": sent.versie})
    assert response.status_code == HTTPStatus.CONFLICT


def test_taking_back_what_was_decided_meanwhile_is_told(signed_in, bewoner, city) -> None:
    sent = InitiatiefFactory(status=Status.INGEDIEND, indiener=bewoner, gebied=city.buurten[0])
    data = {"versie": sent.versie - 1}
    response = signed_in.post(f"/initiatieven/{sent.id}/intrekken", data=data)
    assert response.status_code == HTTPStatus.CONFLICT
    assert sent.status is Status.INGEDIEND


def test_ones_own_data_holds_all_of_ones_own(signed_in, bewoner, city) -> None:
    InitiatiefFactory(indiener=bewoner, titel="Van mij", gebied=city.buurten[0])
    InitiatiefFactory(titel="Van een ander", gebied=city.buurten[0])
    data = signed_in.get("/account/profiel/gegevens").text
    assert "Van mij" in data
    assert "Van een ander" not in data


def test_who_leaves_takes_what_was_never_sent_along(session, bewoner, city) -> None:
    for status in Status:
        InitiatiefFactory(status=status, indiener=bewoner, gebied=city.buurten[0])
    delete_account(bewoner, huidig=WACHTWOORD)
    session.flush()  # the deletion itself
    left = set(session.scalars(select(Initiatief.status)))
    assert left == set(Status) - {Status.CONCEPT}


def test_an_initiative_begun_on_the_page_of_a_gebied_is_about_it(signed_in, wat, city) -> None:
    signed_in.post("/initiatieven/nieuw?gebied=noordwijk", data=wat)
    assert db.session.scalars(select(Initiatief)).one().gebied.naam == "Noordwijk"
