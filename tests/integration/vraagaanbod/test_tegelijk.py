"""The same person presses twice at the same moment, with real commits."""

from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from threading import Barrier

from flask.testing import FlaskClient
from sqlalchemy import func, select

from participatie.core.db import db
from participatie.vraagaanbod.models import Hulpaanmelding
from tests.factories.accounts import GebruikerFactory
from tests.factories.gebieden import make_city
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.vraagaanbod import OproepFactory

HOW_MANY = 6


def test_of_many_messages_at_once_exactly_one_is_kept(live_app) -> None:
    with live_app.app_context():
        initiatief = InitiatiefFactory(gebied=make_city().by_name["Duinbuurt"])
        path = f"/vraag-en-aanbod/oproepen/{OproepFactory(initiatief=initiatief).id}/help"
        buur = GebruikerFactory()
        db.session.commit()
        clients = [FlaskClient(live_app, live_app.response_class) for _ in range(HOW_MANY)]
        for client in clients:
            with client.session_transaction() as session:
                session["_user_id"] = buur.get_id()
    barrier = Barrier(HOW_MANY)

    def press(client):
        barrier.wait()
        return client.post(path, data={"bericht": "Ik help."}).status_code

    with ThreadPoolExecutor(HOW_MANY) as threads:
        answers = sorted(threads.map(press, clients))
    assert answers == [HTTPStatus.SEE_OTHER, *[HTTPStatus.CONFLICT] * (HOW_MANY - 1)]
    with live_app.app_context():
        assert db.session.scalar(select(func.count(Hulpaanmelding.id))) == 1
