"""Two at once, with real commits on a database of their own."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from http import HTTPStatus
from threading import Barrier

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from participatie.core.db import db
from participatie.core.transactions import transaction
from participatie.programmas.queries import get_project
from participatie.programmas.services import change_project, gegevens_of
from participatie.raakvlakken.models import Oordeelstap, Raakvlak
from participatie.raakvlakken.services import recompute
from tests.factories.accounts import make_redacteur
from tests.factories.gebieden import make_city
from tests.factories.raakvlakken import make_project, make_raakvlak_in, spot

HOW_MANY = 4


def at_once(action, subjects):
    """Do something for each subject at the same moment, and return what came of it."""
    barrier = Barrier(len(subjects))

    def act(subject):
        barrier.wait()
        return action(subject)

    with ThreadPoolExecutor(len(subjects)) as threads:
        return list(threads.map(act, subjects))


@pytest.fixture
def judged(live_app):
    """Let some colleagues judge the same pair, each in another way."""
    with live_app.app_context():
        raakvlak_id = make_raakvlak_in(make_city().by_name["Duinbuurt"]).id
        colleagues = [make_redacteur() for _ in range(HOW_MANY)]
        db.session.commit()
        clients = [FlaskClient(live_app, live_app.response_class) for _ in colleagues]
        for client, colleague in zip(clients, colleagues, strict=True):
            with client.session_transaction() as session:
                session["_user_id"] = colleague.get_id()
                session["tweede_factor"] = colleague.zegel
    form = {"versie": "1", "oordeel": "hinder", "reden": "De werken zitten elkaar in de weg."}
    return at_once(
        lambda client: client.post(f"/raakvlakken/{raakvlak_id}/oordeel", data=form), clients
    )


def test_of_judgements_at_once_exactly_one_is_taken(judged) -> None:
    assert sorted(answer.status_code for answer in judged) == [
        HTTPStatus.SEE_OTHER,
        *[HTTPStatus.CONFLICT] * (HOW_MANY - 1),
    ]


def test_of_judgements_at_once_exactly_one_is_kept(live_app, judged) -> None:
    with live_app.app_context():
        assert db.session.scalar(select(func.count(Oordeelstap.id))) == 1


def test_two_projects_that_move_to_each_other_at_once_touch(live_app) -> None:
    with live_app.app_context():
        buurt = make_city().by_name["Duinbuurt"]
        moves = {
            make_project(buurt, metres=metres).id: spot(to)
            for metres, to in ((0, 1_000), (3_000, 1_020))
        }
        db.session.commit()

    def move(project_id):
        with live_app.app_context(), transaction():
            project = get_project(project_id, lock=True)
            gegevens = replace(gegevens_of(project), geometrie=moves[project_id])
            change_project(project, gegevens, actor_id=None)

    at_once(move, list(moves))
    with live_app.app_context():
        stored = db.session.scalar(select(func.count(Raakvlak.id)))
        assert (stored, bool(recompute())) == (1, False)
