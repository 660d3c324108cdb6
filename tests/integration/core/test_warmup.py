"""A new worker is ready before its first reader comes, and needs no database for it."""

from participatie.app import create_app
from participatie.core.warmup import warm_up
from tests.conftest import SETTINGS

NOWHERE = "sqlite:////nowhere/at/all.sqlite"


def test_a_new_worker_starts_while_the_database_is_away(tmp_path) -> None:
    app = create_app(SETTINGS | {"DATA_DIR": tmp_path, "SQLALCHEMY_DATABASE_URI": NOWHERE})
    warm_up(app)


def test_no_reader_waits_for_a_template_to_be_compiled(tmp_path, monkeypatch) -> None:
    app = create_app(SETTINGS | {"DATA_DIR": tmp_path, "SQLALCHEMY_DATABASE_URI": NOWHERE})
    warm_up(app)
    monkeypatch.setattr(app.jinja_env, "compile", None)
    with app.test_request_context("/"):
        assert app.jinja_env.get_template("home/index.html")
