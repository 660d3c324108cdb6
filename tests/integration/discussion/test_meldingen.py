"""What a gebiedsverbinder does with reacties that were reported or wait."""

from http import HTTPStatus

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from participatie.core import clock
from participatie.core.db import db
from participatie.core.outbox import UitgaandeMail
from participatie.discussion.errors import AlGebeurdError, EigenReactieError
from participatie.discussion.models_gesprek import Ingreep, ReactieMelding
from participatie.discussion.queries_meldingen import count_open, list_open
from participatie.discussion.services_meldingen import approve, dismiss, hide, report, restore
from participatie.discussion.types import IngreepSoort, MeldGrond, ReactieStatus
from participatie.gebieden.queries import onder_ids
from tests.factories.accounts import GebruikerFactory, make_gebiedsverbinder
from tests.factories.discussion import make_reactie

REDEN = "Dit is kwetsend voor de buren."


@pytest.fixture
def gemeld(idee):
    reactie = make_reactie(idee, tekst="Die buren deugen niet.")
    report(
        reactie.id,
        grond=MeldGrond.KWETSEND,
        toelichting="Niet aardig.",
        melder_id=GebruikerFactory().id,
    )
    return reactie


@pytest.fixture
def noord(city):
    return onder_ids(city.by_name["Noord"].id)


def test_what_is_reported_waits_in_its_own_gebied(gemeld, noord) -> None:
    assert [regel.reactie_id for regel in list_open(noord).items] == [gemeld.id]


def test_it_does_not_wait_elsewhere(gemeld, city) -> None:
    assert list_open(onder_ids(city.by_name["Schalkwijk"].id)).items == []


def test_what_waits_for_a_check_stands_behind_what_is_reported(gemeld, idee, noord) -> None:
    wacht = make_reactie(idee, status=ReactieStatus.WACHT)
    assert [one.reactie_id for one in list_open(noord).items] == [gemeld.id, wacht.id]


def test_each_gebied_has_its_number(gemeld, initiatief, noord) -> None:
    assert count_open(noord) == {initiatief.gebied_id: 1}


def test_what_is_hidden_does_not_wait_any_more(gemeld, noord, verbinder) -> None:
    hide(gemeld.id, grond=MeldGrond.KWETSEND, reden=REDEN, door_id=verbinder.id)
    assert list_open(noord).items == []


def test_what_may_stand_does_not_wait_any_more(gemeld, noord, verbinder) -> None:
    dismiss(gemeld.id, door_id=verbinder.id)
    assert (list_open(noord).items, gemeld.status) == ([], ReactieStatus.ZICHTBAAR)


def test_after_that_another_report_makes_it_wait_again(gemeld, noord, verbinder) -> None:
    dismiss(gemeld.id, door_id=verbinder.id)
    other = GebruikerFactory()
    report(gemeld.id, grond=MeldGrond.RECLAME, toelichting="", melder_id=other.id)
    assert [one.gronden for one in list_open(noord).items] == [(MeldGrond.RECLAME,)]


def test_what_was_hidden_can_be_put_back(gemeld, verbinder) -> None:
    hide(gemeld.id, grond=MeldGrond.KWETSEND, reden=REDEN, door_id=verbinder.id)
    restore(gemeld.id, reden="Bij nader inzien mag dit.", door_id=verbinder.id)
    assert gemeld.status is ReactieStatus.ZICHTBAAR


def test_what_was_approved_can_be_read(idee, verbinder) -> None:
    wacht = make_reactie(idee, status=ReactieStatus.WACHT)
    approve(wacht.id, door_id=verbinder.id)
    assert wacht.status is ReactieStatus.ZICHTBAAR


def test_of_two_who_decide_the_second_is_told(gemeld, verbinder) -> None:
    hide(gemeld.id, grond=MeldGrond.KWETSEND, reden=REDEN, door_id=verbinder.id)
    with pytest.raises(AlGebeurdError):
        dismiss(gemeld.id, door_id=verbinder.id)


def test_nobody_decides_about_what_he_wrote_himself(idee, verbinder) -> None:
    eigen = make_reactie(idee, auteur=verbinder)
    with pytest.raises(EigenReactieError):
        hide(eigen.id, grond=MeldGrond.KWETSEND, reden=REDEN, door_id=verbinder.id)


@pytest.mark.parametrize(
    "wrong",
    [
        {"soort": IngreepSoort.VERBERGEN, "grond": None, "reden": REDEN},
        {"soort": IngreepSoort.VERBERGEN, "grond": MeldGrond.KWETSEND, "reden": ""},
        {"soort": IngreepSoort.SLUITEN, "grond": None, "reden": REDEN},
    ],
)
def test_the_database_refuses_what_has_no_ground_or_reason(gemeld, verbinder, wrong) -> None:
    given = {"gesprek_id": gemeld.gesprek_id, "reactie_id": gemeld.id, "op": clock.now()}
    db.session.add(Ingreep(door_id=verbinder.id, **given | wrong))
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_the_database_refuses_a_second_report_of_one_person(gemeld) -> None:
    first = db.session.scalars(select(ReactieMelding)).one()
    db.session.add(
        ReactieMelding(
            reactie_id=gemeld.id,
            melder_id=first.melder_id,
            grond=MeldGrond.RECLAME,
            toelichting="",
            op=clock.now(),
        )
    )
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_the_desk_shows_what_was_reported(client, gemeld, verbinder) -> None:
    page = client.sign_in(verbinder).get("/bureau/meldingen").text
    assert "Die buren deugen niet." in page
    assert "1 keer gemeld" in page


def test_the_author_is_mailed_the_reason(client, gemeld, verbinder) -> None:
    client.sign_in(verbinder).post(
        f"/bureau/reacties/{gemeld.id}",
        data={"actie": "verbergen", "grond": "kwetsend", "reden": REDEN},
    )
    mail = db.session.scalars(select(UitgaandeMail)).one()
    assert (mail.aan, REDEN in mail.tekst) == (gemeld.auteur.email, True)


@pytest.mark.parametrize("wrong", [{"grond": ""}, {"reden": "kort"}, {"actie": "onzin"}])
def test_without_ground_or_reason_nothing_is_hidden(client, gemeld, verbinder, wrong) -> None:
    given = {"actie": "verbergen", "grond": "kwetsend", "reden": REDEN}
    path = f"/bureau/reacties/{gemeld.id}"
    answer = client.sign_in(verbinder).post(path, data=given | wrong)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert gemeld.status is ReactieStatus.ZICHTBAAR


def test_a_gebiedsverbinder_elsewhere_decides_nothing(client, gemeld, city) -> None:
    elders = make_gebiedsverbinder(city.by_name["Schalkwijk"])
    path = f"/bureau/reacties/{gemeld.id}"
    assert client.sign_in(elders).get(path).status_code == HTTPStatus.FORBIDDEN


def test_a_closed_gesprek_says_why(client, gemeld, idee, verbinder) -> None:
    path = f"/bureau/gesprekken/initiatief/{idee.id}"
    answer = client.sign_in(verbinder).post(path, data={"reden": "Het plan staat vast."})
    page = client.get(answer.location).text
    assert "Het plan staat vast." in page
    assert "Schrijf een reactie" in page
    assert "Plaats reactie" not in page
