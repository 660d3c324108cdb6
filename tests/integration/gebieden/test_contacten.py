from http import HTTPStatus

import pytest
from sqlalchemy import func, select

from participatie.core.db import db
from participatie.gebieden.models import Contact
from participatie.journal.models import JournalEntry
from tests.factories.accounts import (
    GebruikerFactory,
    make_beheerder,
    make_gebiedsverbinder,
    make_redacteur,
)
from tests.factories.gebieden import ContactFactory, make_city

FIELDS = {
    "naam": "Gebiedsteam Oost",
    "functie": "Gebiedsverbinder",
    "email": "oost@voorbeeld.nl",
    "telefoon": "14 023",
}
PAGE = "/gebieden/hoeve/contacten"


@pytest.fixture
def city(session):
    return make_city()


@pytest.fixture
def verbinder(client, city):
    """The client of someone who manages Schalkwijk and all below it."""
    return client.sign_in(make_gebiedsverbinder(city.by_name["Schalkwijk"]))


def count():
    return db.session.scalar(select(func.count(Contact.id)))


def test_a_visitor_signs_in_first(client, city) -> None:
    response = client.get(PAGE)
    assert (response.status_code, "/account/inloggen" in response.location) == (303, True)


@pytest.mark.parametrize("make", [GebruikerFactory, make_redacteur])
def test_who_may_not_manage_gebieden_is_refused(client, city, make) -> None:
    client.sign_in(make())
    assert client.post(PAGE, data=FIELDS).status_code == HTTPStatus.FORBIDDEN
    assert count() == 0


def test_someone_of_another_gebied_is_refused(client, city) -> None:
    client.sign_in(make_gebiedsverbinder(city.by_name["Noord"]))
    assert client.post(PAGE, data=FIELDS).status_code == HTTPStatus.FORBIDDEN


def test_a_beheerder_may_everywhere(client, city) -> None:
    client.sign_in(make_beheerder())
    assert client.get(PAGE).status_code == HTTPStatus.OK


def test_a_contact_is_added(verbinder) -> None:
    assert verbinder.post(PAGE, data=FIELDS).status_code == HTTPStatus.SEE_OTHER
    assert "Gebiedsteam Oost" in verbinder.get("/gebieden/hoeve").text


def test_the_change_stands_in_the_journal_without_a_name(verbinder, city) -> None:
    verbinder.post(PAGE, data=FIELDS)
    entry = db.session.scalars(select(JournalEntry)).one()
    assert (entry.name, entry.data) == (
        "ContactenGewijzigd",
        {"gebied_id": city.by_name["Hoeve"].id, "aantal": 1},
    )


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("naam", "", "Vul een naam in"),
        ("naam", "x" * 121, "hoogstens 120 tekens voor de naam"),
        ("naam", "x" * 1_000_000, "hoogstens 120 tekens voor de naam"),
        ("naam", "\u200b\u200b", "Vul een naam in"),
        ("functie", "   ", "Vul een functie in"),
        ("email", "geen adres", "naam@voorbeeld.nl"),
        ("email", "a@b.nl?cc=iemand@elders.nl", "naam@voorbeeld.nl"),
        ("email", "a@b.nl\r\nBcc: x@y.nl", "naam@voorbeeld.nl"),
        ("telefoon", "bel mij", "zoals 14 023"),
    ],
)
def test_a_bad_field_is_refused_at_its_place(verbinder, field, value, said) -> None:
    response = verbinder.post(PAGE, data=FIELDS | {field: value})
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert f'href="#{field}"' in response.text
    assert said in response.text
    assert count() == 0


def test_there_must_be_a_way_to_reach_someone(verbinder) -> None:
    response = verbinder.post(PAGE, data=FIELDS | {"email": "", "telefoon": ""})
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "een e-mailadres of een telefoonnummer" in response.text


@pytest.mark.parametrize("naam", ["<script>alert(1)</script>", "😀 مرحبا", "O'Neill & Zn"])
def test_any_name_is_kept_as_it_was_written(verbinder, naam) -> None:
    verbinder.post(PAGE, data=FIELDS | {"naam": naam})
    assert db.session.scalar(select(Contact.naam)) == naam
    assert "<script>alert" not in verbinder.get("/gebieden/hoeve").text


def test_what_cannot_be_seen_is_left_out(verbinder) -> None:
    verbinder.post(PAGE, data=FIELDS | {"naam": "Team\x07 Oost\r\n"})
    assert db.session.scalar(select(Contact.naam)) == "Team Oost"


def test_an_eleventh_contact_is_refused(verbinder, city) -> None:
    for _ in range(10):
        ContactFactory(gebied=city.by_name["Hoeve"])
    response = verbinder.post(PAGE, data=FIELDS)
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "hoogstens 10 contacten" in response.text


def test_a_contact_is_changed(verbinder, city) -> None:
    contact = ContactFactory(gebied=city.by_name["Hoeve"])
    verbinder.post(f"{PAGE}/{contact.id}", data=FIELDS | {"versie": contact.versie})
    assert contact.naam == "Gebiedsteam Oost"


def test_the_form_shows_what_is_there(verbinder, city) -> None:
    contact = ContactFactory(gebied=city.by_name["Hoeve"], naam="Team Hoeve")
    page = verbinder.get(f"{PAGE}/{contact.id}").text
    assert 'value="Team Hoeve"' in page


def test_a_stale_change_is_told_and_loses_nothing(verbinder, city) -> None:
    contact = ContactFactory(gebied=city.by_name["Hoeve"])
    old = contact.versie
    verbinder.post(f"{PAGE}/{contact.id}", data=FIELDS | {"naam": "Eerst", "versie": old})
    response = verbinder.post(f"{PAGE}/{contact.id}", data=FIELDS | {"versie": old})
    assert response.status_code == HTTPStatus.CONFLICT
    assert contact.naam == "Eerst"


@pytest.mark.parametrize("versie", ["²", "-1", "9" * 5000])
def test_a_version_that_is_no_number_is_refused(verbinder, city, versie) -> None:
    contact = ContactFactory(gebied=city.by_name["Hoeve"])
    response = verbinder.post(f"{PAGE}/{contact.id}", data=FIELDS | {"versie": versie})
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_a_contact_is_removed(verbinder, city) -> None:
    contact = ContactFactory(gebied=city.by_name["Hoeve"])
    verbinder.post(f"{PAGE}/{contact.id}/verwijderen")
    assert count() == 0


@pytest.mark.parametrize("action", ["", "/verwijderen"])
def test_a_contact_of_another_gebied_is_not_found(verbinder, city, action) -> None:
    contact = ContactFactory(gebied=city.by_name["Noord"], naam="Team Noord")
    response = verbinder.post(f"{PAGE}/{contact.id}{action}", data=FIELDS | {"versie": 1})
    assert (response.status_code, contact.naam) == (HTTPStatus.NOT_FOUND, "Team Noord")


def test_a_contact_with_a_very_large_number_is_not_found(verbinder) -> None:
    assert verbinder.get(f"{PAGE}/{'9' * 30}").status_code == HTTPStatus.NOT_FOUND


def test_only_who_may_change_contacts_sees_the_button(client, city) -> None:
    assert "Contacten wijzigen" not in client.get("/gebieden/hoeve").text
    client.sign_in(make_gebiedsverbinder(city.by_name["Schalkwijk"]))
    assert "Contacten wijzigen" in client.get("/gebieden/hoeve").text
    assert "Contacten wijzigen" not in client.get("/gebieden/poort").text
