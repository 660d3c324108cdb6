"""A reader of the journal on a database of its own, where transactions are real."""

import time

import pytest

from participatie.core import clock
from participatie.core.db import db
from participatie.journal.models import JournalEntry
from participatie.live import services
from participatie.live.queries import find_stand
from participatie.live.services import Omroep
from participatie.live.types import Vraag

PATIENCE = 5


def line(name="ProjectGewijzigd", *, soort="project", number=12, nummer=None, data=None):
    """Return a line of the journal that is not written yet."""
    return JournalEntry(
        id=nummer,
        occurred_at=clock.now(),
        name=name,
        actor_id=None,
        onderwerp_soort=soort,
        onderwerp_id=number,
        data=data or {},
    )


@pytest.fixture
def write(live_app):
    """Commit lines of the journal, each with the number it got."""

    def writing(*lines) -> None:
        with live_app.app_context():
            db.session.add_all(lines)
            db.session.commit()

    return writing


@pytest.fixture
def engine(live_app):
    with live_app.app_context():
        return db.engine


@pytest.fixture
def omroep(engine, monkeypatch):
    """Who tells the open pages, reading often; its reader has ended after the test."""
    monkeypatch.setattr(services, "POLL_SECONDS", 0.02)
    monkeypatch.setattr(services, "AWAY_SECONDS", 0.02)
    omroep = Omroep(lambda: engine, most=5)
    yield omroep
    wait_until(lambda: not omroep.is_reading)


@pytest.fixture
def listen(engine, omroep):
    """Let a page listen, from now on or from an earlier stand; it leaves after the test."""
    pages = []

    def listening(vraag=None, heard=None):
        with engine.connect() as connection:
            heard = heard or find_stand(connection)
        pages.append(omroep.join(vraag or Vraag(alles=True), heard))
        return pages[-1]

    yield listening
    for page in pages:
        omroep.leave(page)


def next_numbers(luisteraar, seconds=PATIENCE):
    """Return the numbers of the next message; none when there was none in time."""
    bericht = luisteraar.wait(seconds)
    return [melding.nummer for melding in bericht.meldingen]


def wait_until(holds) -> None:
    until = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.01)
