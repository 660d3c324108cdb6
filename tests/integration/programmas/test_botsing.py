"""Two redacteuren change one project at once."""

from dataclasses import replace
from http import HTTPStatus

import pytest
from sqlalchemy import select

from participatie.core.db import db
from participatie.programmas.models import Project
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.programmas.services import change_project
from participatie.programmas.services_standen import keep_stand
from participatie.programmas.types import Fase, Geldbron
from tests.factories.accounts import make_redacteur
from tests.factories.gebieden import make_city
from tests.factories.programmas import ProjectFactory
from tests.integration.programmas.test_formulier import sent_for


@pytest.fixture
def city(session):
    return make_city()


@pytest.fixture
def redacteur(client, city):
    redacteur = make_redacteur(city.by_name["Noord"])
    client.sign_in(redacteur)
    return redacteur


@pytest.fixture
def project(city):
    project = ProjectFactory(gebieden=[city.by_name["Poort"]])
    keep_stand(project, actor_id=None)
    return project


@pytest.fixture
def other(city):
    return make_redacteur(city.stad, naam="De Ander")


def by_other(project, other, **changed) -> None:
    known = replace(gegevens_of(project), **changed)
    change_project(project, known, actor_id=other.id, reden="Besluit van de raad.")


def save(client, project, data):
    return client.post(f"/projecten/{project.id}/bewerken", data=data)


def one() -> Project:
    db.session.expire_all()
    return db.session.scalars(select(Project)).one()


def test_the_second_sees_what_the_first_wrote_beside_his_own(
    client, redacteur, project, other
) -> None:
    mine = sent_for(project, titel="Mijn titel")
    by_other(project, other, titel="Titel van de ander")
    answer = save(client, project, mine)
    assert (answer.status_code, one().titel) == (HTTPStatus.CONFLICT, "Titel van de ander")
    told = ("Titel van de ander", 'value="Mijn titel"', "De Ander", "Dit veranderde u allebei")
    assert [text for text in told if text not in answer.text] == []


def test_what_only_the_other_changed_is_kept(client, redacteur, project, other) -> None:
    mine = sent_for(project, titel="Mijn titel")
    by_other(project, other, trekker="Andere afdeling", bedragen={(2027, Geldbron.DERDEN): 500})
    page = save(client, project, mine).text
    assert 'value="Andere afdeling"' in page
    assert "Het staat nu ook in uw formulier" in page
    again = sent_for(project, titel="Mijn titel", basis="1")
    again |= {"trekker": "Andere afdeling", "bedrag_2027_derden": "5"}
    assert save(client, project, again).status_code == HTTPStatus.SEE_OTHER
    project = one()
    assert (project.titel, project.trekker) == ("Mijn titel", "Andere afdeling")
    assert project.jaarbedragen[0].bedrag_cent == 500


def test_nothing_that_was_typed_is_lost(client, redacteur, project, other) -> None:
    typed = {
        "mijlpaal_0_titel": "Mijn mijlpaal",
        "mijlpaal_0_datum": "2027-04-01",
        "link_2_titel": "Mijn link",
        "link_2_url": "https://haarlem.nl/mijn",
        "bedrag_2044_derden": "123",
        "reden": "Mijn reden",
    }
    mine = sent_for(project, **typed)
    by_other(project, other, titel="Titel van de ander")
    page = save(client, project, mine).text
    values = {*typed.values()} - {"Mijn reden"}
    assert [value for value in values if f'value="{value}"' not in page] == []
    assert "Mijn reden" in page


def test_a_button_takes_over_what_the_other_wrote(client, redacteur, project, other) -> None:
    mine = sent_for(project, titel="Mijn titel", trekker="Mijn afdeling")
    by_other(project, other, titel="Titel van de ander", trekker="Andere afdeling")
    mine |= {"versie": str(project.versie), "neem": "titel"}
    answer = save(client, project, mine)
    assert answer.status_code == HTTPStatus.CONFLICT
    assert 'name="titel" required type="text" value="Titel van de ander"' in answer.text
    assert 'value="Mijn afdeling"' in answer.text
    assert ('name="neem" value="trekker"' in answer.text.replace("\n", " ")) is True


def test_the_same_change_is_no_quarrel(client, redacteur, project, other) -> None:
    mine = sent_for(project, fase="gestopt", reden="Geen geld.")
    by_other(project, other, fase=Fase.GESTOPT)
    page = save(client, project, mine).text
    assert "Er is verder niets dat u allebei veranderde" in page


@pytest.mark.parametrize("basis", ["", "0", "x", "²", "9" * 50])
def test_a_forged_beginning_shows_every_difference(
    client, redacteur, project, other, basis
) -> None:
    mine = sent_for(project, titel="Mijn titel", basis=basis)
    by_other(project, other, trekker="Andere afdeling")
    page = save(client, project, mine).text
    assert ("Andere afdeling" in page, 'value="Mijn titel"' in page) == (True, True)


def test_something_unknown_cannot_be_taken_over(client, redacteur, project) -> None:
    answer = save(client, project, sent_for(project, neem="__class__"))
    assert answer.status_code == HTTPStatus.CONFLICT


def test_a_button_keeps_what_one_wrote_oneself(client, redacteur, project, other) -> None:
    mine = sent_for(project, titel="Mijn titel", trekker="Mijn afdeling")
    by_other(project, other, titel="Titel van de ander", trekker="Andere afdeling")
    mine |= {"versie": str(project.versie), "houd": "titel"}
    page = save(client, project, mine).text.replace("\n", " ")
    assert 'name="houd" value="titel"' not in page
    assert 'name="houd" value="trekker"' in page
    assert 'name="titel" required type="text" value="Mijn titel"' in page


def test_what_one_keeps_is_remembered_until_someone_saves_again(
    client, redacteur, project, other
) -> None:
    mine = sent_for(project, titel="Mijn titel", trekker="Mijn afdeling", gehouden="titel")
    by_other(project, other, titel="Titel van de ander", trekker="Andere afdeling")
    again = save(client, project, mine).text
    mine |= {"versie": str(project.versie), "houd": "trekker"}
    kept = save(client, project, mine).text
    assert ("U houdt uw eigen tekst." in again, kept.count("U houdt uw eigen tekst.")) == (
        False,
        2,
    )


def test_one_can_still_take_over_what_one_kept(client, redacteur, project, other) -> None:
    mine = sent_for(project, titel="Mijn titel", gehouden="titel", neem="titel")
    by_other(project, other, titel="Titel van de ander")
    page = save(client, project, mine | {"versie": str(project.versie)}).text
    assert ("U houdt uw eigen tekst." in page, 'value="Titel van de ander"' in page) == (
        False,
        True,
    )


def test_something_unknown_cannot_be_kept(client, redacteur, project) -> None:
    page = save(client, project, sent_for(project, houd="__class__", gehouden="x,,titel;")).text
    assert "__class__" not in page
