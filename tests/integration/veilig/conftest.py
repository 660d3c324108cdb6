from contextlib import contextmanager

import pytest
from flask.testing import FlaskClient

from participatie.core.db import db
from tests.integration.veilig.world import World, make_world


class PlainClient(FlaskClient):
    """Runs each request in a context of its own, as a server does; checks no pages, for speed."""

    def open(self, *args, **kwargs):
        db.session.commit()  # what the test prepared
        with self.application.app_context():
            response = super().open(*args, **kwargs)
        db.session.expire_all()
        return response


@pytest.fixture
def world(session) -> World:
    return make_world()


@pytest.fixture
def as_role(app, world):
    """Make the browser of someone in a role."""

    def browser(role: str) -> FlaskClient:
        client = PlainClient(app, app.response_class)
        gebruiker = world.mensen[role]
        if gebruiker is not None:
            with client.session_transaction() as session:
                session["_user_id"] = gebruiker.get_id()
                if role not in {"halverwege", "nieuweling"}:
                    session["tweede_factor"] = gebruiker.zegel
        return client

    return browser


@pytest.fixture
def undone(session):
    """Take back everything a request did, so that the next one meets the same world."""

    @contextmanager
    def undoing():
        db.session.commit()
        savepoint = db.engine.begin_nested()
        try:
            yield
        finally:
            db.session.rollback()
            savepoint.rollback()
            db.session.expire_all()

    return undoing
