"""A resident writes an initiative in four steps and sends it."""

from http import HTTPStatus

import pytest
from sqlalchemy import func, select

from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.initiatieven.models import Initiatief
from participatie.inzendingen.types import Status
from participatie.journal.queries import list_entries
from tests.factories.initiatieven import InitiatiefFactory
from tests.mailbox import mails_to


def the_one() -> Initiatief:
    return db.session.scalars(select(Initiatief)).one()


def count() -> int:
    return db.session.scalar(select(func.count(Initiatief.id)))


@pytest.fixture
def ready(city, bewoner):
    """A concept of the resident that can be sent."""
    return InitiatiefFactory(
        status=Status.CONCEPT, indiener=bewoner, gebied=city.buurten[0], punt=(4.6, 52.39)
    )


def send(client, concept):
    return client.post(
        f"/initiatieven/concept/{concept.id}/controle", data={"versie": concept.versie}
    )


def test_a_visitor_is_asked_to_sign_in_and_comes_back(client) -> None:
    page = client.get("/initiatieven/nieuw")
    assert "/account/inloggen?volgende=/initiatieven/nieuw" in page.text


def test_a_visitor_cannot_send_the_first_step(client, wat) -> None:
    assert client.post("/initiatieven/nieuw", data=wat).status_code == HTTPStatus.UNAUTHORIZED


def test_the_first_step_is_kept_and_leads_to_the_second(signed_in, wat) -> None:
    response = signed_in.post("/initiatieven/nieuw", data=wat)
    concept = the_one()
    assert response.status_code == HTTPStatus.SEE_OTHER
    assert response.location == f"/initiatieven/concept/{concept.id}/waar"


def test_everything_of_the_first_step_is_kept(signed_in, wat, bewoner) -> None:
    signed_in.post("/initiatieven/nieuw", data=wat)
    concept = the_one()
    assert concept.status is Status.CONCEPT
    assert concept.indiener == bewoner
    assert (concept.titel, concept.thema, concept.waarom) == (
        "Een buurttuin",
        "groen",
        "Het plein is kaal.",
    )
    assert (concept.vraag, concept.aanbod) == (["handen", "geld"], ["kennis"])
    assert (concept.kosten_cent, concept.gevonden_cent) == (125_050, 30_000)


def test_what_was_kept_is_shown_again(signed_in, wat) -> None:
    signed_in.post("/initiatieven/nieuw", data=wat)
    page = signed_in.get(f"/initiatieven/concept/{the_one().id}/wat").text
    assert 'value="Een buurttuin"' in page
    assert 'value="1250,50"' in page
    assert "Wie helpt er spitten?" in page


def test_an_unfinished_first_step_can_be_kept_for_later(signed_in, wat) -> None:
    later = wat | {"toelichting": "", "thema": "", "actie": "stop"}
    response = signed_in.post("/initiatieven/nieuw", data=later)
    assert response.location == "/initiatieven/mijn"
    assert the_one().toelichting == ""


def test_the_same_first_step_sent_twice_begins_one_concept(signed_in, wat) -> None:
    first = signed_in.post("/initiatieven/nieuw", data=wat)
    second = signed_in.post("/initiatieven/nieuw", data=wat)
    assert count() == 1
    assert first.location == second.location


def test_a_point_gives_the_smallest_gebied_around_it(signed_in, bewoner, waar, city) -> None:
    concept = InitiatiefFactory(status=Status.CONCEPT, indiener=bewoner, gebied=None)
    address = f"/initiatieven/concept/{concept.id}/waar"
    response = signed_in.post(address, data=waar | {"versie": concept.versie})
    assert response.location == f"/initiatieven/concept/{concept.id}/bekend"
    assert (concept.gebied.naam, concept.west) == ("Duinbuurt", 4.6)


def test_a_whole_wijk_needs_no_map(signed_in, bewoner, waar, city) -> None:
    concept = InitiatiefFactory(status=Status.CONCEPT, indiener=bewoner, gebied=None)
    chosen = {"soort": "gebied", "gebied": str(city.wijken[0].id), "lon": "", "lat": ""}
    address = f"/initiatieven/concept/{concept.id}/waar"
    signed_in.post(address, data=waar | chosen | {"versie": concept.versie})
    assert (concept.gebied.naam, concept.west) == ("Noordwijk", None)


def test_a_chosen_wijk_without_a_point_is_enough(signed_in, bewoner, waar, city) -> None:
    concept = InitiatiefFactory(status=Status.CONCEPT, indiener=bewoner, gebied=None)
    chosen = {"soort": "punt", "gebied": str(city.wijken[0].id), "lon": " ", "lat": ""}
    address = f"/initiatieven/concept/{concept.id}/waar"
    signed_in.post(address, data=waar | chosen | {"versie": concept.versie})
    assert (concept.gebied.naam, concept.west) == ("Noordwijk", None)


def test_the_server_chooses_no_kind_of_place_for_anyone(signed_in, bewoner, city) -> None:
    concept = InitiatiefFactory(status=Status.CONCEPT, indiener=bewoner, gebied=None)
    page = signed_in.get(f"/initiatieven/concept/{concept.id}/waar").text
    assert " checked" not in page


def test_two_numbers_are_a_point_when_nothing_was_ticked(signed_in, bewoner, waar, city) -> None:
    concept = InitiatiefFactory(status=Status.CONCEPT, indiener=bewoner, gebied=None)
    data = {key: value for key, value in waar.items() if key != "soort"}
    address = f"/initiatieven/concept/{concept.id}/waar"
    signed_in.post(address, data=data | {"versie": concept.versie})
    assert concept.west == 4.6


def test_a_decimal_comma_is_understood(signed_in, bewoner, waar, city) -> None:
    concept = InitiatiefFactory(status=Status.CONCEPT, indiener=bewoner, gebied=None)
    data = waar | {"lon": "4,60", "lat": "52,39", "versie": concept.versie}
    signed_in.post(f"/initiatieven/concept/{concept.id}/waar", data=data)
    assert concept.gebied.naam == "Duinbuurt"


def test_a_place_can_be_left_for_later(signed_in, bewoner, city) -> None:
    concept = InitiatiefFactory(status=Status.CONCEPT, indiener=bewoner, gebied=None)
    data = {"actie": "stop", "versie": concept.versie}
    response = signed_in.post(f"/initiatieven/concept/{concept.id}/waar", data=data)
    assert response.location == "/initiatieven/mijn"


def test_the_last_step_shows_everything_that_will_be_sent(signed_in, ready) -> None:
    page = signed_in.get(f"/initiatieven/concept/{ready.id}/controle").text
    for written in (ready.titel, ready.toelichting, ready.waarom, "Duinbuurt", "Fatima"):
        assert written in page


def test_the_last_step_sends_someone_back_to_what_misses(signed_in, bewoner) -> None:
    concept = InitiatiefFactory(status=Status.CONCEPT, indiener=bewoner, gebied=None)
    response = signed_in.get(f"/initiatieven/concept/{concept.id}/controle")
    assert response.location == f"/initiatieven/concept/{concept.id}/waar"


def test_sending_leads_to_the_receipt(signed_in, ready) -> None:
    response = send(signed_in, ready)
    assert response.status_code == HTTPStatus.SEE_OTHER
    assert response.location == f"/initiatieven/{ready.id}/ontvangst"


def test_what_was_sent_waits_for_the_gebiedsverbinder(signed_in, ready) -> None:
    send(signed_in, ready)
    assert ready.status is Status.INGEDIEND
    assert ready.kenmerk


def test_the_receipt_has_the_kenmerk_and_a_copy(signed_in, ready) -> None:
    send(signed_in, ready)
    page = signed_in.get(f"/initiatieven/{ready.id}/ontvangst").text
    assert ready.kenmerk in page
    assert ready.toelichting in page


def test_the_mail_of_receipt_has_the_time_and_a_copy(signed_in, ready, bewoner) -> None:
    send(signed_in, ready)
    [mail] = mails_to(bewoner.email)
    assert ready.kenmerk in mail.onderwerp
    for part in ("Ontvangen op:", ready.titel, ready.toelichting, ready.waarom):
        assert part in mail.tekst
    assert f"http://localhost/initiatieven/{ready.id}" in mail.tekst


def test_sending_twice_gives_the_same_receipt_and_one_mail(signed_in, ready, bewoner) -> None:
    versie = ready.versie
    address = f"/initiatieven/concept/{ready.id}/controle"
    answers = [signed_in.post(address, data={"versie": versie}) for _ in range(2)]
    assert answers[0].location == answers[1].location
    assert len(mails_to(bewoner.email)) == 1
    assert len(ready.stappen) == 1


def test_sending_stands_in_the_journal(signed_in, ready) -> None:
    send(signed_in, ready)
    names = [entry.name for entry in list_entries(Onderwerp("initiatief", ready.id))]
    assert names == ["InzendingStatusGewijzigd"]


def test_what_came_back_is_changed_and_sent_again(signed_in, bewoner, city, wat) -> None:
    returned = InitiatiefFactory(status=Status.AANPASSEN, indiener=bewoner, gebied=city.buurten[0])
    data = wat | {"titel": "Een kleinere tuin", "versie": returned.versie}
    signed_in.post(f"/initiatieven/concept/{returned.id}/wat", data=data)
    send(signed_in, returned)
    assert (returned.status, returned.titel) == (Status.INGEDIEND, "Een kleinere tuin")


def test_the_reason_it_came_back_stands_above_every_step(signed_in, bewoner, city) -> None:
    returned = InitiatiefFactory(status=Status.AANPASSEN, indiener=bewoner, gebied=city.buurten[0])
    returned.stappen[-1].toelichting = "Schrijf erbij wie de tuin onderhoudt."
    for stap in ("wat", "waar", "controle"):
        page = signed_in.get(f"/initiatieven/concept/{returned.id}/{stap}")
        assert "Schrijf erbij wie de tuin onderhoudt." in page.text


@pytest.mark.parametrize("stap", ["wat", "waar", "bekend", "controle"])
def test_what_was_sent_has_no_steps_any_more(signed_in, bewoner, city, stap) -> None:
    sent = InitiatiefFactory(status=Status.INGEDIEND, indiener=bewoner, gebied=city.buurten[0])
    response = signed_in.get(f"/initiatieven/concept/{sent.id}/{stap}")
    assert response.location == f"/initiatieven/{sent.id}"


def test_what_was_sent_cannot_be_changed(signed_in, bewoner, city, wat) -> None:
    sent = InitiatiefFactory(status=Status.INGEDIEND, indiener=bewoner, gebied=city.buurten[0])
    data = wat | {"versie": sent.versie}
    response = signed_in.post(f"/initiatieven/concept/{sent.id}/wat", data=data)
    assert response.status_code == HTTPStatus.CONFLICT
    assert sent.titel != wat["titel"]


def test_an_incomplete_concept_cannot_be_sent(signed_in, bewoner) -> None:
    concept = InitiatiefFactory(status=Status.CONCEPT, indiener=bewoner, gebied=None)
    assert send(signed_in, concept).location.endswith("/waar")
    assert concept.status is Status.CONCEPT
