"""A process that is killed in the middle of an import leaves nothing half."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from participatie.core.db import db
from participatie.core.transactions import transaction
from participatie.programmas.queries import count_projecten
from participatie.uitwisseling.queries import get_import
from participatie.uitwisseling.rules_mapping import default_mapping
from participatie.uitwisseling.services import again, approve, choose_columns, receive
from participatie.uitwisseling.services_werk import run_due_imports
from participatie.uitwisseling.types import ImportStatus, WegKeuze
from tests.factories.accounts import make_redacteur
from tests.factories.gebieden import make_city
from tests.integration.uitwisseling.test_import import COLUMNS, csv_of

ROOT = Path(__file__).resolve().parents[3]
WORKER = """
import os, sys, time
from participatie.app import create_app
from participatie.core import jobs
from participatie.uitwisseling import services_werk
from tests.conftest import SETTINGS

app = create_app(SETTINGS | {"DATA_DIR": __import__("pathlib").Path(sys.argv[1]),
                             "SQLALCHEMY_DATABASE_URI": sys.argv[2]})
real = services_werk.step

def slow(found, status, melding=""):
    if status is services_werk.ImportStatus.KLAAR:  # all is written, nothing is committed
        print("in the middle", flush=True)
        time.sleep(60)
    real(found, status, melding)

services_werk.step = slow
with app.app_context():
    services_werk.run_due_imports()
"""


@pytest.fixture
def approved(live_app):
    """An import of two hundred projects that waits to be done, in a database that commits."""
    with live_app.app_context():
        with transaction():
            make_city()
            rows = [{"sleutel": f"P{n}"} for n in range(200)]
            found = receive(
                csv_of(*rows),
                bestandsnaam="p.csv",
                bronsysteem="mjgp",
                kolommen={},
                actor_id=make_redacteur().id,
            )
            choose_columns(found, default_mapping(COLUMNS.split(";")))
            import_id = found.id
        run_due_imports()
        with transaction():
            approve(get_import(import_id), weg=WegKeuze.LAAT_STAAN)
        yield import_id


def kill_in_the_middle(app) -> None:
    """Let another process do the import and kill it before it is done."""
    url = db.engine.url.render_as_string(hide_password=False)
    worker = subprocess.Popen(  # noqa: S603  # our own program
        [sys.executable, "-c", WORKER, str(app.config["DATA_DIR"]), url],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert worker.stdout.readline().strip() == "in the middle"
    worker.send_signal(signal.SIGKILL)
    worker.wait(timeout=10)
    worker.stdout.close()


def status_of(import_id) -> ImportStatus:
    db.session.rollback()
    return get_import(import_id).status


def test_a_killed_process_leaves_nothing_half_and_is_told(live_app, approved) -> None:
    kill_in_the_middle(live_app)
    before = count_projecten()
    run_due_imports()
    assert (before, count_projecten()) == (0, 0)
    assert status_of(approved) is ImportStatus.AFGEBROKEN


def test_a_cut_off_import_can_be_done_again(live_app, approved) -> None:
    kill_in_the_middle(live_app)
    run_due_imports()
    with transaction():
        again(get_import(approved))
    run_due_imports()
    with transaction():
        approve(get_import(approved), weg=WegKeuze.LAAT_STAAN)
    run_due_imports()
    assert (status_of(approved), count_projecten()) == (ImportStatus.KLAAR, 200)
