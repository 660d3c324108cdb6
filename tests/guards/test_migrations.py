"""Models and migrations tell the same story, up and down, on the database under test."""

import os

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask_migrate import downgrade, upgrade
from sqlalchemy import column, create_engine, insert, inspect, select, text
from sqlalchemy import table as sql_table
from sqlalchemy.engine import make_url

from participatie.app import create_app
from participatie.core.db import Base, db, is_of_models
from participatie.programmas.models import ProjectStand
from tests.conftest import SETTINGS

MOMENT = "2026-03-01 10:00:00+00:00"
OLD_ROWS = {
    "gebieden": {
        "id": 1,
        "code": "GM0392",
        "naam": "Haarlem",
        "slug": "haarlem",
        "niveau": "stad",
        "bron": "test",
        "schematisch": False,
        "gewijzigd_op": MOMENT,
    },
    "projecten": {
        "id": 7,
        "bronsysteem": "test",
        "bronsleutel": "P7",
        "titel": "Nieuw riool",
        "omschrijving": "",
        "soort": "project",
        "domein": "fysiek",
        "fase": "idee",
        "start": "2027-01-01",
        "eind": "2027-12-31",
        "plek_omschrijving": "",
        "trekker": "Beheer",
        "contact_naam": "Beheer",
        "participatieniveau": "informeren",
        "participatie_toelichting": "Het ligt vast.",
        "aangemaakt_op": MOMENT,
        "gewijzigd_op": MOMENT,
        "versie": 3,
    },
    "project_gebieden": {"project_id": 7, "gebied_id": 1},
    "jaarbedragen": {
        "id": 1,
        "project_id": 7,
        "jaar": 2027,
        "bron": "subsidie",
        "bedrag_cent": 250,
    },
}

OLD_ANSWER = {
    "gebruikers": {
        "id": 1,
        "email": "bewoner@voorbeeld.example",
        "naam": "Bewoner",
        "wachtwoord_hash": "-",
        "zegel": "-",
        "totp_laatste_stap": 0,
        "aangemaakt_op": MOMENT,
    },
    "inzendingen": {
        "id": 1,
        "soort": "initiatief",
        "formulier_sleutel": "-",
        "titel": "Een tuin",
        "toelichting": "",
        "status": "concept",
        "plek_omschrijving": "",
        "indiener_id": 1,
        "aangemaakt_op": MOMENT,
        "gewijzigd_op": MOMENT,
        "versie": 1,
    },
    "bekend_antwoorden": {
        "id": 1,
        "inzending_id": 1,
        "project_id": 7,
        "keuze": "volgen",
        "op": MOMENT,
    },
}


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
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": is_of_models}
        )
        assert compare_metadata(context, Base.metadata) == []


def test_every_migration_can_be_taken_back(empty_app) -> None:
    upgrade()

    downgrade(revision="base")

    assert inspect(db.engine).get_table_names() == ["alembic_version"]


@pytest.fixture
def old_project(empty_app):
    """A project with a gebied and money, as it stood in the first tables."""
    upgrade(revision="0001")
    with db.engine.begin() as connection:
        for table, row in OLD_ROWS.items():
            columns = [column(name) for name in row]
            connection.execute(insert(sql_table(table, *columns)).values(row))


def _one(statement: str):
    with db.engine.connect() as connection:
        return connection.execute(text(statement)).one()


def test_a_project_keeps_its_gebieden_and_money_on_the_way_up(old_project) -> None:
    upgrade()

    assert _one("SELECT count(*) FROM project_gebieden, jaarbedragen") == (1,)


def test_a_project_gets_its_first_stand(old_project) -> None:
    upgrade()

    assert _one(
        "SELECT titel, versie, gebied_id FROM project_standen"
        " JOIN project_stand_gebieden ON stand_id = project_standen.id WHERE tot IS NULL"
    ) == ("Nieuw riool", 3, 1)


def test_the_first_stand_holds_the_money(old_project) -> None:
    upgrade()

    with db.engine.connect() as connection:
        kept = connection.scalar(select(ProjectStand.bedragen))
    assert kept == {"2027": {"subsidie": 250}}


def test_a_project_keeps_its_gebieden_and_money_on_the_way_down(old_project) -> None:
    upgrade()

    downgrade(revision="0001")

    assert _one("SELECT count(*) FROM project_gebieden, jaarbedragen") == (1,)


@pytest.fixture
def old_answer(old_project):
    """Someone who wrote an idea, and chose only to follow a project."""
    upgrade(revision="0011")
    with db.engine.begin() as connection:
        for table, row in OLD_ANSWER.items():
            columns = [column(name) for name in row]
            connection.execute(insert(sql_table(table, *columns)).values(row))


def test_who_chose_to_follow_a_project_follows_it(old_answer) -> None:
    upgrade()

    assert _one("SELECT onderwerp_soort, onderwerp_id, gebruiker_id FROM volgingen") == (
        "project",
        7,
        1,
    )
