"""Two redacteuren, or a redacteur and the partner, at the same moment, with real commits."""

from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from threading import Barrier

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from participatie.core.db import db
from participatie.programmas.models import Project
from participatie.voorstellen.models import Voorstel
from participatie.voorstellen.types import VoorstelStatus
from tests.factories.accounts import make_partner, make_redacteur
from tests.factories.gebieden import make_city
from tests.factories.organisaties import OrganisatieFactory
from tests.factories.voorstellen import make_voorstel


@pytest.fixture
def scene(live_app):
    """A voorstel that waits, the partner and two redacteuren, each with a browser."""
    with live_app.app_context():
        city, partner = make_city(), make_partner()
        organisatie = OrganisatieFactory(slug="de-corporatie", leden=[partner])
        voorstel = make_voorstel(organisatie, partner, gebied=city.by_name["Poort"])
        people = [partner, make_redacteur(), make_redacteur()]
        db.session.commit()
        clients = [_browser(live_app, person) for person in people]
        yield voorstel.id, voorstel.versie, clients
        db.session.remove()


def _browser(app, person):
    client = FlaskClient(app, app.response_class)
    with client.session_transaction() as session:
        session["_user_id"] = person.get_id()
        session["tweede_factor"] = person.zegel
    return client


def at_once(*posts):
    """Post everything at the same moment and return what was answered."""
    db.session.rollback()  # the test itself may hold no lock
    barrier = Barrier(len(posts))

    def post(asked):
        client, path, data = asked
        barrier.wait()
        return client.post(path, data=data).status_code

    with ThreadPoolExecutor(len(posts)) as threads:
        answers = list(threads.map(post, posts))
    db.session.rollback()
    return answers


def test_of_two_agreements_at_once_exactly_one_is_given(scene) -> None:
    number, versie, (_partner, *redacteuren) = scene
    path, data = f"/voorstellen/{number}/akkoord", {"versie": versie}
    answers = at_once(*((client, path, data) for client in redacteuren))
    assert sorted(answers) == [HTTPStatus.SEE_OTHER, HTTPStatus.CONFLICT]
    assert db.session.scalar(select(func.count(Project.id))) == 1


def test_withdrawing_and_agreeing_at_once_is_one_of_both(scene) -> None:
    number, versie, (partner, redacteur, _other) = scene
    answers = at_once(
        (partner, f"/partner/voorstellen/{number}/intrekken", {"versie": versie}),
        (redacteur, f"/voorstellen/{number}/akkoord", {"versie": versie}),
    )
    is_agreed = db.session.scalar(select(Voorstel.status)) is VoorstelStatus.OVERGENOMEN
    assert sorted(answers) == [HTTPStatus.SEE_OTHER, HTTPStatus.CONFLICT]
    assert db.session.scalar(select(func.count(Project.id))) == int(is_agreed)
