"""Secrets of the second factor: whoever copies the database alone has none of them."""

import pytest
from sqlalchemy import text

from config import Settings
from participatie.app import create_app
from participatie.core.db import Base, db
from tests.conftest import SETTINGS
from tests.factories.accounts import TOTP_GEHEIM, make_beheerder


@pytest.fixture
def site(tmp_path):
    """A site on a file of its own, as an operator has it."""
    address = f"sqlite:///{tmp_path / 'site.sqlite'}"
    site = create_app(SETTINGS | {"DATA_DIR": tmp_path, "SQLALCHEMY_DATABASE_URI": address})
    with site.app_context():
        Base.metadata.create_all(db.engine)
        make_beheerder()
        db.session.commit()
        db.session.remove()
        yield site
        db.session.remove()
        db.engine.dispose()


def test_the_files_of_the_database_hold_no_secret(site, tmp_path) -> None:
    assert all(TOTP_GEHEIM.encode() not in path.read_bytes() for path in tmp_path.glob("site.*"))


def test_control_a_secret_in_plain_text_would_be_found(site, tmp_path) -> None:
    db.session.execute(text("UPDATE gebruikers SET totp_geheim = :it"), {"it": TOTP_GEHEIM})
    db.session.commit()
    assert any(TOTP_GEHEIM.encode() in path.read_bytes() for path in tmp_path.glob("site.*"))


def test_the_secret_is_read_back(session) -> None:
    beheerder = make_beheerder()
    db.session.expire(beheerder)
    assert beheerder.totp_geheim == TOTP_GEHEIM


def test_the_same_secret_looks_different_each_time(session) -> None:
    make_beheerder()
    make_beheerder()
    rows = db.session.scalars(text("SELECT totp_geheim FROM gebruikers")).all()
    assert len(set(rows)) == len(rows) > 1


def test_with_another_secret_key_it_counts_as_absent(app, session, monkeypatch) -> None:
    beheerder = make_beheerder()
    db.session.expire(beheerder)
    monkeypatch.setitem(app.config, "SECRET_KEY", "een andere sleutel")
    assert beheerder.totp_geheim is None


@pytest.mark.parametrize(
    ("site_url", "name"),
    [("https://a.example", "__Host-session"), ("http://127.0.0.1:8000", "session")],
)
def test_with_https_the_cookie_belongs_to_this_host_alone(
    monkeypatch, tmp_path, site_url, name
) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv("SITE_URL", site_url)
    assert Settings().to_flask()["SESSION_COOKIE_NAME"] == name
