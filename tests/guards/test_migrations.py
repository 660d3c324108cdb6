"""Models and migrations tell the same story, up and down, on the database under test."""

import os

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask_migrate import downgrade, upgrade
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.engine import make_url

from participatie.app import create_app
from participatie.core.db import Base, db
from tests.conftest import SETTINGS


@pytest.fixture
def empty_app(tmp_path, worker_id):
    """An app on an empty database of its own."""
    given = os.environ.get("TEST_DATABASE_URL")
    url = f"sqlite:///{tmp_path / 'leeg.sqlite'}"
    if given:
        server_url = make_url(given)
        name = f"{server_url.database}_{worker_id}_migraties"
        server = create_engine(server_url, isolation_level="AUTOCOMMIT")
        with server.connect() as connection:
            connection.execute(text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
            connection.execute(text(f'CREATE DATABASE "{name}"'))
        server.dispose()
        url = server_url.set(database=name).render_as_string(hide_password=False)
    app = create_app(SETTINGS | {"DATA_DIR": tmp_path, "SQLALCHEMY_DATABASE_URI": url})
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def test_the_migrations_make_what_the_models_say(empty_app) -> None:
    upgrade()

    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_every_migration_can_be_taken_back(empty_app) -> None:
    upgrade()

    downgrade(revision="base")

    assert inspect(db.engine).get_table_names() == ["alembic_version"]
