"""Done is not always done: who follows is asked, and a no is decided about."""

from datetime import timedelta
from http import HTTPStatus

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from participatie.accounts.services_profiel import delete_account
from participatie.core import clock
from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.discussion.services import follow
from participatie.initiatieven.errors_voortgang import NietGevraagdError
from participatie.initiatieven.models_klopt import Kloptantwoord
from participatie.initiatieven.queries_klopt import list_open_bezwaren
from participatie.initiatieven.services_klopt import answer_klopt
from participatie.initiatieven.types_voortgang import InitiatiefFase, Oordeel
from tests.factories.accounts import WACHTWOORD, GebruikerFactory, make_gebiedsverbinder
from tests.integration.initiatieven.leven import (
    UITLEG,
    bring,
    journaal,
    make_gerealiseerd,
)
from tests.mailbox import mails_to

NEE = {"versie": "0", "klopt": "nee", "reden": "De helft van de bomen staat er nog niet."}
JA = {"versie": "0", "klopt": "ja", "reden": ""}


@pytest.fixture
def klaar(city):
    """An initiatief that its sender calls done."""
    return make_gerealiseerd(gebied=city.by_name["Duinbuurt"])


@pytest.fixture
def volger(signed_in, bewoner, klaar):
    """The client of someone who follows it."""
    follow(Onderwerp("initiatief", klaar.id), gebruiker_id=bewoner.id)
    return signed_in


@pytest.fixture
def verbinder(app, session, city):
    """The client of the gebiedsverbinder of Noord."""
    return app.test_client().sign_in(make_gebiedsverbinder(city.by_name["Noord"]))


def bezwaar_van():
    return db.session.scalars(select(Kloptantwoord)).one()


def decide(client, initiatief, oordeel):
    data = {"versie": "0", "oordeel": oordeel, "reden": UITLEG}
    return client.post(f"/initiatieven/{initiatief.id}/bezwaar/{bezwaar_van().id}", data=data)


def test_who_follows_is_asked(volger, klaar) -> None:
    assert "Zeg of het klopt" in volger.get(f"/initiatieven/{klaar.id}").text


def test_who_does_not_follow_is_not_asked(signed_in, klaar) -> None:
    assert "Zeg of het klopt" not in signed_in.get(f"/initiatieven/{klaar.id}").text
    answer = signed_in.post(f"/initiatieven/{klaar.id}/klopt", data=JA)
    assert answer.status_code == HTTPStatus.CONFLICT


def test_a_yes_counts_in_the_public_figures(volger, client, klaar) -> None:
    volger.post(f"/initiatieven/{klaar.id}/klopt", data=JA)
    page = client.get(f"/initiatieven/{klaar.id}").text
    assert "1 persoon heeft geantwoord: klopt." in page


def test_a_no_waits_for_the_gebiedsverbinder(volger, klaar) -> None:
    volger.post(f"/initiatieven/{klaar.id}/klopt", data=NEE)
    assert [one.id for one in list_open_bezwaren([klaar.gebied_id])] == [bezwaar_van().id]


def test_a_no_of_another_gebied_waits_elsewhere(volger, klaar, city) -> None:
    volger.post(f"/initiatieven/{klaar.id}/klopt", data=NEE)
    assert list_open_bezwaren([city.by_name["Schalkwijk"].id]) == []


def test_a_no_without_a_reason_is_refused(volger, klaar) -> None:
    answer = volger.post(f"/initiatieven/{klaar.id}/klopt", data=NEE | {"reden": " "})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Schrijf op wat er nog niet klaar is." in answer.text


def test_a_reason_is_for_few(volger, client, klaar) -> None:
    volger.post(f"/initiatieven/{klaar.id}/klopt", data=NEE)
    assert NEE["reden"] not in client.get(f"/initiatieven/{klaar.id}").text


def test_everyone_answers_once(volger, klaar) -> None:
    volger.post(f"/initiatieven/{klaar.id}/klopt", data=JA)
    again = volger.post(f"/initiatieven/{klaar.id}/klopt", data=NEE)
    assert again.status_code == HTTPStatus.CONFLICT
    assert db.session.scalar(select(func.count(Kloptantwoord.id))) == 1


def test_who_called_it_done_is_not_asked_himself(klaar) -> None:
    with pytest.raises(NietGevraagdError):
        answer_klopt(klaar, gebruiker_id=klaar.indiener_id, klopt=True)


def test_after_sixty_days_nobody_is_asked(session, klaar) -> None:
    wie = GebruikerFactory()
    follow(Onderwerp("initiatief", klaar.id), gebruiker_id=wie.id)
    with clock.set_to(clock.now() + timedelta(days=61)), pytest.raises(NietGevraagdError):
        answer_klopt(klaar, gebruiker_id=wie.id, klopt=True)


def test_the_gebiedsverbinder_agrees_and_it_goes_on(volger, verbinder, klaar) -> None:
    volger.post(f"/initiatieven/{klaar.id}/klopt", data=NEE)
    decide(verbinder, klaar, "heropen")
    assert klaar.fase is InitiatiefFase.UITVOERING
    assert bezwaar_van().oordeel is Oordeel.HEROPEND
    assert "InitiatiefHeropend" in journaal(klaar)


def test_who_was_right_hears_it(volger, verbinder, bewoner, klaar) -> None:
    volger.post(f"/initiatieven/{klaar.id}/klopt", data=NEE)
    decide(verbinder, klaar, "heropen")
    assert mails_to(bewoner.email)[-1].onderwerp.startswith("U had gelijk")


def test_the_gebiedsverbinder_leaves_it_so_with_a_reason(
    volger, verbinder, bewoner, klaar
) -> None:
    volger.post(f"/initiatieven/{klaar.id}/klopt", data=NEE)
    decide(verbinder, klaar, "laat-zo")
    assert klaar.fase is InitiatiefFase.GEREALISEERD
    assert UITLEG in mails_to(bewoner.email)[-1].tekst


def test_an_objection_is_decided_about_once(volger, verbinder, klaar) -> None:
    volger.post(f"/initiatieven/{klaar.id}/klopt", data=NEE)
    decide(verbinder, klaar, "laat-zo")
    assert decide(verbinder, klaar, "heropen").status_code == HTTPStatus.CONFLICT


def test_the_gebiedsverbinder_of_elsewhere_decides_nothing(volger, app, klaar, city) -> None:
    volger.post(f"/initiatieven/{klaar.id}/klopt", data=NEE)
    elders = app.test_client().sign_in(make_gebiedsverbinder(city.by_name["Schalkwijk"]))
    assert decide(elders, klaar, "heropen").status_code == HTTPStatus.FORBIDDEN


def test_when_it_is_done_again_all_are_asked_anew(volger, verbinder, klaar) -> None:
    volger.post(f"/initiatieven/{klaar.id}/klopt", data=NEE)
    decide(verbinder, klaar, "heropen")
    bring(klaar, InitiatiefFase.GEREALISEERD)
    volger.post(f"/initiatieven/{klaar.id}/klopt", data=JA)
    assert db.session.scalar(select(func.count(Kloptantwoord.id))) == 2


def test_who_leaves_takes_the_reason_along_and_still_counts(volger, bewoner, klaar) -> None:
    volger.post(f"/initiatieven/{klaar.id}/klopt", data=NEE)
    delete_account(bewoner, huidig=WACHTWOORD)
    db.session.expire_all()
    assert bezwaar_van().reden != NEE["reden"]


def test_ones_own_answers_are_in_ones_own_data(volger, klaar) -> None:
    volger.post(f"/initiatieven/{klaar.id}/klopt", data=NEE)
    assert NEE["reden"] in volger.get("/account/profiel/gegevens").text


@pytest.mark.parametrize(
    ("constraint", "wrong"),
    [
        ("no_has_a_reason", {"klopt": False, "reden": "", "oordeel": Oordeel.OPEN}),
        ("no_is_judged", {"klopt": True, "reden": "", "oordeel": Oordeel.OPEN}),
        ("judged_has_a_moment", {"klopt": False, "reden": "x", "oordeel": Oordeel.HEROPEND}),
    ],
)
def test_the_database_refuses_an_answer_that_cannot_be(volger, klaar, constraint, wrong) -> None:
    volger.post(f"/initiatieven/{klaar.id}/klopt", data=JA)
    right = {"realisatie_id": bezwaar_van().realisatie_id, "op": clock.now()}
    db.session.add(Kloptantwoord(gebruiker=GebruikerFactory(), **right, **wrong))
    with pytest.raises(IntegrityError, match=constraint):
        db.session.flush()  # the constraint must answer here
