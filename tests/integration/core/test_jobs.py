import json
import os

import pytest

from participatie.app import create_app
from participatie.core import jobs
from participatie.core.db import db
from participatie.core.mail import queue_mail
from participatie.core.mail_sending import send_waiting_mail
from participatie.core.outbox import MailStatus, UitgaandeMail
from participatie.core.transactions import transaction
from tests.conftest import SETTINGS


def site(folder, **settings):
    url = f"sqlite:///{folder / 'site.sqlite'}"
    paths = {"DATA_DIR": folder, "SQLALCHEMY_DATABASE_URI": url, "TESTING": False}
    return create_app(SETTINGS | paths | settings)


def queue(address="a@voorbeeld.example"):
    with transaction():
        queue_mail(to=address, template="accounts/mail/geen_account.txt", token="x")


def run_next(app) -> None:
    huey = app.extensions["huey"]
    huey.execute(huey.dequeue())


@pytest.fixture
def mail_app(live_app, monkeypatch, tmp_path):
    """The committing site with a real queue in a file."""
    queue_app = site(tmp_path)
    for name in ("huey", "jobs"):
        monkeypatch.setitem(live_app.extensions, name, queue_app.extensions[name])
    huey = queue_app.extensions["huey"]
    with live_app.app_context():
        yield live_app
    huey.flush()


def test_a_commit_with_mail_asks_for_one_run_of_the_sender(mail_app) -> None:
    with transaction():
        for address in ("a@voorbeeld.example", "b@voorbeeld.example"):
            queue_mail(to=address, template="accounts/mail/geen_account.txt", token="x")
    assert mail_app.extensions["huey"].pending_count() == 1


def test_a_refused_request_asks_for_no_run(mail_app, live_app) -> None:
    live_app.test_client().post("/account/wachtwoord-vergeten", data={"email": "geen adres"})
    assert mail_app.extensions["huey"].pending_count() == 0


def test_class_43_a_message_in_the_queue_is_json(mail_app) -> None:
    queue()
    huey = mail_app.extensions["huey"]
    message = json.loads(huey.storage.enqueued_items()[0])
    assert message[1].endswith("send_waiting_mail")


def test_a_job_does_its_work_in_one_transaction(live_app) -> None:
    with live_app.app_context():
        queue()
        name = "participatie.core.mail_sending.send_waiting_mail"
        live_app.extensions["jobs"][name].call_local()
        db.session.rollback()
        mail = db.session.scalars(db.select(UitgaandeMail)).one()
        assert mail.status is MailStatus.VERZONDEN


def test_a_queue_that_is_away_does_not_stop_a_request(tmp_path, caplog) -> None:
    app = site(tmp_path, REDIS_URL="redis://127.0.0.1:1/0")
    with app.app_context():
        jobs.run_soon(send_waiting_mail)
    assert [record.message for record in caplog.records] == ["job_not_queued"]


def test_limits_go_on_counting_when_redis_is_away(tmp_path) -> None:
    app = site(tmp_path, REDIS_URL="redis://127.0.0.1:1/0", RATELIMIT_ENABLED=True)
    try:
        response = app.test_client().post("/account/inloggen", data={"email": "x"})
    finally:
        app.extensions["limiter"].pop().enabled = False
    assert response.status_code == 422


@pytest.mark.skipif("TEST_REDIS_URL" not in os.environ, reason="TEST_REDIS_URL is not set")
def test_redis_keeps_the_queue_where_it_is_set(tmp_path) -> None:
    app = site(tmp_path, REDIS_URL=os.environ["TEST_REDIS_URL"])
    huey = app.extensions["huey"]
    huey.flush()
    with app.app_context():
        jobs.run_soon(send_waiting_mail)
    assert (type(huey).__name__, huey.pending_count()) == ("RedisHuey", 1)
    huey.flush()
