import pytest

from participatie.core import clock
from participatie.core.events import Event, publish
from participatie.core.onderwerpen import Onderwerp
from tests.factories.gebieden import make_city


@pytest.fixture
def city(session):
    return make_city()


@pytest.fixture
def something_happened(session):
    """Write a line in the journal, as every service does after a change."""

    def happen(soort="project", *, number=1):
        onderwerp = Onderwerp(soort, number)
        publish(Event(occurred_at=clock.now(), actor_id=None, onderwerp=onderwerp))

    return happen
