"""The later of two initiatieven goes into the earlier: with consent, and reversible."""

from datetime import timedelta
from http import HTTPStatus

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from participatie.core import clock
from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.discussion.queries import is_steuner, is_volger
from participatie.discussion.services import follow, support
from participatie.initiatieven.models_opgaan import Samenvoeging
from participatie.initiatieven.types_opgaan import SamenvoegingStatus
from participatie.initiatieven.types_voortgang import Hoedanigheid
from tests.factories.accounts import GebruikerFactory, make_gebiedsverbinder
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.inzendingen import MOMENT
from tests.integration.initiatieven.leven import UITLEG, journaal
from tests.mailbox import link_in, mails_to


@pytest.fixture
def eerder(city):
    """The earlier one, of someone else."""
    return InitiatiefFactory(gebied=city.by_name["Duinbuurt"], titel="De buurttuin")


@pytest.fixture
def later(city, bewoner, eerder):
    """The later one, of the resident who is signed in."""
    return InitiatiefFactory(
        gebied=city.by_name["Duinbuurt"],
        indiener=bewoner,
        titel="Een tuin voor ons",
        aangemaakt_op=MOMENT + timedelta(days=30),
    )


@pytest.fixture
def verbinder(app, session, city):
    """The client of the gebiedsverbinder of Noord."""
    return app.test_client().sign_in(make_gebiedsverbinder(city.by_name["Noord"]))


def propose(client, initiatief, ander):
    data = {"versie": "0", "ander": str(ander.id), "kenmerk": "", "reden": UITLEG}
    return client.post(f"/initiatieven/{initiatief.id}/opgaan", data=data)


def voorstel():
    return db.session.scalars(select(Samenvoeging).order_by(Samenvoeging.id.desc())).first()


def answer(client, initiatief, akkoord):
    data = {"versie": "0", "akkoord": akkoord, "antwoord": "Prima zo."}
    return client.post(f"/initiatieven/{initiatief.id}/opgaan/{voorstel().id}", data=data)


@pytest.fixture
def samen(verbinder, signed_in, later, eerder):
    """The later went into the earlier."""
    propose(verbinder, later, eerder)
    answer(signed_in, later, "ja")
    return voorstel()


def test_what_looks_alike_is_offered(verbinder, later, eerder) -> None:
    assert "De buurttuin" in verbinder.get(f"/initiatieven/{later.id}/opgaan").text


def test_the_sender_of_the_later_is_asked(verbinder, later, eerder, bewoner) -> None:
    propose(verbinder, later, eerder)
    path = link_in(mails_to(bewoner.email)[-1])
    assert path == f"/initiatieven/{later.id}/opgaan/{voorstel().id}"
    assert later.opgegaan_in_id is None


def test_also_from_the_page_of_the_earlier_the_later_goes_in(verbinder, later, eerder) -> None:
    data = {"versie": "0", "kenmerk": later.kenmerk, "reden": UITLEG}
    verbinder.post(f"/initiatieven/{eerder.id}/opgaan", data=data)
    assert (voorstel().later_id, voorstel().eerder_id) == (later.id, eerder.id)


def test_after_a_yes_it_says_where_it_went(samen, client, later) -> None:
    page = client.get(f"/initiatieven/{later.id}").text
    assert "Dit initiatief is opgegaan in een ander" in page
    assert "De buurttuin" in page


def test_it_leaves_the_list_and_stays_readable(samen, client, later) -> None:
    assert "Een tuin voor ons" not in client.get("/initiatieven").text
    assert client.get(f"/initiatieven/{later.id}").status_code == HTTPStatus.OK


def test_both_timelines_tell_it(samen, client, later, eerder) -> None:
    for one, woorden in ((later, "Opgegaan in een ander"), (eerder, "Een ander ging hierin op")):
        assert woorden in client.get(f"/initiatieven/{one.id}").text


def test_the_sender_of_the_earlier_hears_it(samen, eerder) -> None:
    assert mails_to(eerder.indiener.email)[-1].onderwerp.startswith("Een ander initiatief gaat op")


def test_after_a_no_it_stays_apart(verbinder, signed_in, later, eerder) -> None:
    propose(verbinder, later, eerder)
    answer(signed_in, later, "nee")
    assert voorstel().status is SamenvoegingStatus.AFGEWEZEN
    assert later.opgegaan_in_id is None


def test_a_sender_who_proposes_it_himself_agrees_with_that(signed_in, later, eerder) -> None:
    propose(signed_in, later, eerder)
    assert later.opgegaan_in_id == eerder.id


def test_only_the_sender_of_the_later_answers(verbinder, app, later, eerder) -> None:
    propose(verbinder, later, eerder)
    ander = app.test_client().sign_in(eerder.indiener)
    assert answer(ander, later, "ja").status_code == HTTPStatus.FORBIDDEN


def test_an_answer_is_given_once(samen, signed_in, later) -> None:
    assert answer(signed_in, later, "nee").status_code == HTTPStatus.CONFLICT


def test_there_is_one_proposal_at_a_time(verbinder, later, eerder) -> None:
    propose(verbinder, later, eerder)
    again = propose(verbinder, later, eerder)
    assert again.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


@pytest.mark.parametrize("kenmerk", ["", "2026-99999"])
def test_another_one_must_be_named(verbinder, later, kenmerk) -> None:
    data = {"versie": "0", "kenmerk": kenmerk, "reden": UITLEG}
    answer = verbinder.post(f"/initiatieven/{later.id}/opgaan", data=data)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_a_proposal_is_taken_back(verbinder, later, eerder) -> None:
    propose(verbinder, later, eerder)
    verbinder.post(f"/initiatieven/{later.id}/opgaan/{voorstel().id}/intrekken")
    assert voorstel().status is SamenvoegingStatus.INGETROKKEN


def test_the_gebiedsverbinder_undoes_it(samen, verbinder, later) -> None:
    address = f"/initiatieven/{later.id}/opgaan/{samen.id}/terugdraaien"
    verbinder.post(address, data={"versie": "0", "reden": UITLEG})
    assert later.opgegaan_in_id is None
    assert journaal(later)[-1] == "SamenvoegingTeruggedraaid"


def test_after_undoing_it_can_be_proposed_again(samen, verbinder, later, eerder) -> None:
    address = f"/initiatieven/{later.id}/opgaan/{samen.id}/terugdraaien"
    verbinder.post(address, data={"versie": "0", "reden": UITLEG})
    propose(verbinder, later, eerder)
    assert voorstel().status is SamenvoegingStatus.VOORGESTELD


def test_what_went_into_another_goes_on_there(samen, signed_in, later) -> None:
    answer = signed_in.get(f"/initiatieven/{later.id}/fase")
    assert answer.status_code == HTTPStatus.CONFLICT


def test_nobody_moves_silently(samen, later, eerder) -> None:
    wie = GebruikerFactory()
    follow(Onderwerp("initiatief", later.id), gebruiker_id=wie.id)
    assert not is_volger(Onderwerp("initiatief", eerder.id), wie.id)


def test_who_followed_and_supported_moves_with_one_button(
    verbinder, signed_in, app, later, eerder
) -> None:
    wie = GebruikerFactory()
    follow(Onderwerp("initiatief", later.id), gebruiker_id=wie.id)
    support(Onderwerp("initiatief", later.id), gebruiker_id=wie.id)
    propose(verbinder, later, eerder)
    answer(signed_in, later, "ja")
    volger = app.test_client().sign_in(wie)
    assert "Ja, ga mee" in volger.get(f"/initiatieven/{later.id}").text
    for _time in range(2):
        volger.post(f"/initiatieven/{later.id}/meegaan")
    naar = Onderwerp("initiatief", eerder.id)
    assert is_volger(naar, wie.id)
    assert is_steuner(naar, wie.id)
    assert journaal(later).count("VolgerMeegegaan") == 1


@pytest.mark.parametrize("wrong", ["two_different", "loopt"])
def test_the_database_refuses_what_cannot_be(samen, later, eerder, wrong) -> None:
    db.session.add(
        Samenvoeging(
            later=later,
            eerder=later if wrong == "two_different" else eerder,
            status=SamenvoegingStatus.VOORGESTELD,
            reden="x",
            als=Hoedanigheid.INITIATIEFNEMER,
            voorgesteld_door=later.indiener,
            voorgesteld_op=clock.now(),
        )
    )
    with pytest.raises(IntegrityError):
        db.session.flush()  # the constraint must answer here
