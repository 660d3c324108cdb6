"""Two moderators at once, with real commits on a database of their own."""

from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from threading import Barrier

import pytest
from flask.testing import FlaskClient
from sqlalchemy import create_engine, func, select, text
from sqlalchemy.engine import make_url

from participatie.app import create_app
from participatie.core.db import Base, db
from participatie.core.outbox import UitgaandeMail
from participatie.inzendingen.models import Inzending, Koppeling
from participatie.inzendingen.types import KoppelingSoort, Status
from participatie.journal.models import JournalEntry
from participatie.moderation.models import Besluit
from participatie.moderation.rules import STATUS_NA
from participatie.moderation.rules_begin import gronden_for
from participatie.moderation.types import Uitkomst
from participatie.programmas.models import Project
from tests.conftest import SETTINGS
from tests.factories.accounts import make_gebiedsverbinder
from tests.factories.gebieden import make_city
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.programmas import ProjectFactory

REDEN = "Dit past goed bij de plannen voor deze straat."
HOW_MANY = 4


@pytest.fixture
def own_url(database_url, tmp_path):
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite":
        yield f"sqlite:///{tmp_path / 'tegelijk.sqlite'}"
        return
    name = f"{url.database}_tegelijk"
    server = create_engine(url, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
        connection.execute(text(f'CREATE DATABASE "{name}"'))
    yield url.set(database=name).render_as_string(hide_password=False)
    with server.connect() as connection:
        connection.execute(text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
    server.dispose()


@pytest.fixture
def site(own_url, tmp_path):
    """The whole site on a database of its own."""
    site = create_app(SETTINGS | {"DATA_DIR": tmp_path, "SQLALCHEMY_DATABASE_URI": own_url})
    with site.app_context():
        Base.metadata.create_all(db.engine)
        yield site
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def inzending_id(site):
    buurt = make_city().by_name["Duinbuurt"]
    inzending = InitiatiefFactory(status=Status.INGEDIEND, gebied=buurt)
    ProjectFactory(gebieden=[buurt])
    db.session.commit()
    return inzending.id


@pytest.fixture
def clients(site, inzending_id):
    """Return the browsers of some colleagues."""
    colleagues = [make_gebiedsverbinder() for _ in range(HOW_MANY)]
    db.session.commit()
    found = [FlaskClient(site, site.response_class) for _ in colleagues]
    for client, colleague in zip(found, colleagues, strict=True):
        with client.session_transaction() as session:
            session["_user_id"] = colleague.get_id()
            session["tweede_factor"] = colleague.zegel
    db.session.remove()
    return found


def post_at_once(clients, address, forms):
    """Post the forms at the same moment, and return the answers."""
    db.session.rollback()  # the test itself may hold no lock
    barrier = Barrier(len(clients))

    def post(client, form):
        barrier.wait()
        return client.post(address, data=form)

    with ThreadPoolExecutor(len(clients)) as threads:
        answers = list(threads.map(post, clients, forms))
    db.session.rollback()
    return answers


def decisions(versie=1):
    """Return a decision for each colleague; neighbours decide differently."""
    for number in range(HOW_MANY):
        uitkomst = tuple(Uitkomst)[number % len(Uitkomst)]
        yield {
            "versie": versie,
            "uitkomst": uitkomst,
            f"grond_{uitkomst}": gronden_for(uitkomst)[0],
            "reden": f"{REDEN} Dit schreef collega {number}.",
            "actie": "neem",
        }


@pytest.fixture
def decided(clients, inzending_id):
    return post_at_once(clients, f"/bureau/{inzending_id}/besluit", decisions())


def test_of_decisions_at_once_exactly_one_is_taken(decided) -> None:
    assert sorted(answer.status_code for answer in decided) == [
        HTTPStatus.SEE_OTHER,
        *[HTTPStatus.CONFLICT] * (HOW_MANY - 1),
    ]


def test_of_decisions_at_once_exactly_one_stands(decided, inzending_id) -> None:
    besluit = db.session.scalars(select(Besluit)).one()
    inzending = db.session.get_one(Inzending, inzending_id)
    assert (inzending.status, inzending.versie) == (STATUS_NA[besluit.uitkomst], 2)


def test_of_decisions_at_once_one_is_in_the_journal(decided) -> None:
    statement = select(func.count()).where(JournalEntry.name == "BesluitGenomen")
    assert db.session.scalar(statement) == 1


def test_of_decisions_at_once_one_is_mailed(decided) -> None:
    assert db.session.scalar(select(func.count(UitgaandeMail.id))) == 1


def test_everyone_who_came_second_keeps_his_text(decided) -> None:
    kept = [
        f"Dit schreef collega {number}." in answer.text
        for number, answer in enumerate(decided)
        if answer.status_code == HTTPStatus.CONFLICT
    ]
    assert kept == [True] * (HOW_MANY - 1)


def test_everyone_who_came_second_sees_what_the_first_did(decided) -> None:
    winner = db.session.scalars(select(Besluit)).one()
    told = [winner.reden in answer.text for answer in decided if answer.status_code != 303]
    assert told == [True] * (HOW_MANY - 1)


def test_of_links_at_once_exactly_one_is_made(clients, inzending_id) -> None:
    project_id = db.session.scalar(select(Project.id))
    form = {
        "koppel-versie": 1,
        "koppel-project_id": project_id,
        "koppel-soort": KoppelingSoort.AANVULLING_OP,
        "koppel-reden": "De straat gaat toch open.",
    }
    post_at_once(clients, f"/bureau/{inzending_id}/koppelingen", [form] * HOW_MANY)
    assert db.session.scalar(select(func.count(Koppeling.id))) == 1


def test_of_reversals_at_once_exactly_one_is_done(clients, inzending_id) -> None:
    clients[0].post(f"/bureau/{inzending_id}/besluit", data=next(decisions()))
    besluit = db.session.scalars(select(Besluit)).one()
    form = {"versie": 2, "reden": "Dit was een vergissing van ons."}
    address = f"/bureau/{inzending_id}/besluiten/{besluit.id}/terugdraaien"
    answers = post_at_once(clients, address, [form] * HOW_MANY)
    assert [answer.status_code for answer in answers].count(HTTPStatus.SEE_OTHER) == 1
