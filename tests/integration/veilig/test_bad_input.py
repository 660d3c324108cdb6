"""What no other test of a room shows: at the same moment, by reading, in time."""

import ast
from http import HTTPStatus
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from participatie.core.db import db
from participatie.core.outbox import UitgaandeMail
from participatie.initiatieven.models import Initiatief
from participatie.inzendingen.types import Status
from participatie.journal.models import JournalEntry
from tests.factories.accounts import GebruikerFactory
from tests.factories.gebieden import make_city
from tests.factories.initiatieven import InitiatiefFactory
from tests.integration.veilig.adressen import path_of, values
from tests.integration.veilig.forms import WAT
from tests.integration.veilig.test_mass_assignment import everything, highest_ids
from tests.parallel import all_at_once

PACKAGE = Path(__file__).resolve().parents[3] / "participatie"
AT_ONCE = 8
OUTWARD = {"requests", "httpx", "urllib.request", "http.client", "aiohttp", "ftplib", "socket"}
KNOWN_OUTWARD = {"core/mail_transport.py", "gebieden/queries_adressen.py"}  # hosts of the settings


def count(table) -> int:
    return db.session.scalar(select(func.count()).select_from(table)) or 0


@pytest.fixture
def resident(live_app):
    """Someone with a concept, on a database where transactions are real."""
    with live_app.app_context():
        buurt = make_city().by_name["Duinbuurt"]
        gebruiker = GebruikerFactory()
        concept = InitiatiefFactory(status=Status.CONCEPT, gebied=buurt, indiener=gebruiker)
        db.session.commit()
        who = (gebruiker.get_id(), concept.id)
        yield who
        db.session.remove()


def post_at_once(site, session_id, path, data) -> list[int]:
    def post() -> int:
        client = FlaskClient(site, site.response_class)
        with client.session_transaction() as session:
            session["_user_id"] = session_id
        return client.post(path, data=data).status_code

    db.session.rollback()  # so that this test sees what the others stored
    return all_at_once(post, AT_ONCE)


def test_the_same_first_step_sent_at_once_begins_one_concept(live_app, resident) -> None:
    statuses = post_at_once(live_app, resident[0], "/initiatieven/nieuw", WAT)
    assert (set(statuses), count(Initiatief)) == ({HTTPStatus.SEE_OTHER}, 2)


def test_the_same_last_step_sent_at_once_is_received_and_mailed_once(live_app, resident) -> None:
    path = f"/initiatieven/concept/{resident[1]}/controle"
    statuses = post_at_once(live_app, resident[0], path, {"versie": "1"})
    assert (set(statuses), count(UitgaandeMail)) == ({HTTPStatus.SEE_OTHER}, 1)


def test_the_same_last_step_sent_at_once_stands_in_the_journal_once(live_app, resident) -> None:
    path = f"/initiatieven/concept/{resident[1]}/controle"
    post_at_once(live_app, resident[0], path, {"versie": "1"})
    sent = select(func.count()).where(JournalEntry.name == "InzendingStatusGewijzigd")
    assert db.session.scalar(sent) == 1


@pytest.mark.parametrize("role", ["eigenaar", "verbinder", "beheerder"])
def test_class_23_reading_never_writes(app, world, as_role, role) -> None:
    highest = highest_ids()
    before = everything(highest)
    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or set()):
            given = values(world, rule.endpoint, Status.GEPUBLICEERD)
            as_role(role).get(path_of(app, rule.endpoint, given)).close()
    assert everything(highest) == before


def outward(source: str) -> set[str]:
    """Return the modules of a source that can reach another machine."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found & OUTWARD


def test_class_27_only_the_mail_and_the_addresses_reach_another_machine() -> None:
    reaching = {
        "/".join(path.parts[-2:]) for path in PACKAGE.rglob("*.py") if outward(path.read_text())
    }
    assert reaching <= KNOWN_OUTWARD


def test_control_a_module_that_reaches_out_is_noticed() -> None:
    assert outward("from urllib import request") == {"urllib.request"}
