import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import make_url

from participatie.app import create_app
from participatie.core.db import Base, db
from participatie.core.versioned import bodies
from participatie.kaart.queries import forget
from participatie.live.views import navraag_of
from tests.client import CheckingClient

# No test depends on the speed of the machine.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")

# What every database starts with: made with its tables.
SEEDED = {"gronden", "afwegingspunten", "standaardteksten"}

SETTINGS = {
    "SECRET_KEY": "test",
    "TESTING": True,
    "WTF_CSRF_ENABLED": False,
    "RATELIMIT_ENABLED": False,
    "REDIS_URL": None,
    "SMTP_URL": None,
    "SITE_NAAM": "Haarlem participatie",
    "SITE_URL": "http://localhost",
    "MAIL_AFZENDER": "participatie@example.invalid",
    "THEMA_CSS": None,
    "KAART_TEGELS_URL": "",
    "KAART_TEGELS_BRON": "",
    "ADRESSEN_URL": "",
    "TRUSTED_PROXIES": 0,
    "LIVE_STROMEN": 20,
    "LIVE_SECONDEN": 0,
    "DEMO": False,
    "SESSION_COOKIE_SECURE": False,
    "SESSION_COOKIE_SAMESITE": "Lax",
    "MAX_CONTENT_LENGTH": 25 * 1024 * 1024,
    "MAX_FORM_MEMORY_SIZE": 2 * 1024 * 1024,
    "MAX_FORM_PARTS": 200,
    "BABEL_DEFAULT_LOCALE": "nl",
    "BABEL_DEFAULT_TIMEZONE": "Europe/Amsterdam",
}


def _fresh_database(folder: Path, name: str) -> str:
    """Return the address of an empty database: SQLite, or beside that of TEST_DATABASE_URL."""
    given = os.environ.get("TEST_DATABASE_URL")
    if not given:
        return f"sqlite:///{folder / name}.sqlite"
    url = make_url(given)
    name = f"{url.database}_{name}"
    server = create_engine(url, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
        connection.execute(text(f'CREATE DATABASE "{name}"'))
    server.dispose()
    return url.set(database=name).render_as_string(hide_password=False)


@pytest.fixture(scope="session")
def database_url(tmp_path_factory, worker_id) -> str:
    """A fresh database for each worker: SQLite, or the PostgreSQL of TEST_DATABASE_URL."""
    return _fresh_database(tmp_path_factory.mktemp("db"), worker_id)


@pytest.fixture(scope="session")
def app(database_url, tmp_path_factory):
    settings = SETTINGS | {
        "DATA_DIR": tmp_path_factory.mktemp("data"),
        "SQLALCHEMY_DATABASE_URI": database_url,
    }
    app = create_app(settings)
    app.test_client_class = CheckingClient
    with app.app_context():
        Base.metadata.create_all(db.engine)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture(scope="session")
def committing_app(tmp_path_factory, worker_id):
    """A site with a database of its own, for what only shows between real transactions."""
    folder = tmp_path_factory.mktemp("committing")
    url = _fresh_database(folder, f"{worker_id}_committing")
    app = create_app(SETTINGS | {"DATA_DIR": folder, "SQLALCHEMY_DATABASE_URI": url})
    with app.app_context():
        Base.metadata.create_all(db.engine)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def live_app(committing_app):
    """The site of `committing_app`, empty again after each test."""
    yield committing_app
    with committing_app.app_context(), db.engine.begin() as connection:
        for table in reversed(Base.metadata.sorted_tables):
            if table.name not in SEEDED:
                connection.execute(table.delete())


@pytest.fixture
def session(app) -> Iterator:
    """Run a test inside one transaction that is always rolled back, with the files it made."""
    with app.app_context():
        engine = db.engine
        connection = engine.connect()
        transaction = connection.begin()
        db.engines[None] = connection
        db.session.configure(join_transaction_mode="create_savepoint")
        forget()
        bodies(app).forget()
        navraag_of(app).forget()
        yield db.session
        db.session.remove()
        transaction.rollback()
        connection.close()
        db.engines[None] = engine
    for folder in ("uploads", "projectdocumenten", "zoekmissers"):
        shutil.rmtree(app.config["DATA_DIR"] / folder, ignore_errors=True)


@pytest.fixture
def client(app, session) -> CheckingClient:
    """A visitor who is not signed in. Every page is checked as HTML."""
    return app.test_client()


@pytest.fixture
def count_queries(app):
    """Count the SELECT, INSERT, UPDATE and DELETE statements inside a block."""

    @contextmanager
    def counting() -> Iterator[list[str]]:
        statements: list[str] = []

        def note(_connection, _cursor, statement, *_rest) -> None:
            if not statement.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN")):
                statements.append(statement)

        with app.app_context():
            target = db.engine
        event.listen(target, "before_cursor_execute", note)
        try:
            yield statements
        finally:
            event.remove(target, "before_cursor_execute", note)

    return counting
