from datetime import UTC, datetime

import pytest

from participatie.core import clock
from tests.factories.gebieden import make_city

APRIL = datetime(2026, 4, 20, 9, tzinfo=UTC)
MEI = datetime(2026, 5, 20, 9, tzinfo=UTC)
JUNI = datetime(2026, 6, 20, 9, tzinfo=UTC)


@pytest.fixture
def city(session):
    return make_city()


@pytest.fixture
def noord(city):
    return city.by_name["Noord"]


@pytest.fixture(autouse=True)
def april():
    """Each test begins in April 2026."""
    with clock.set_to(APRIL):
        yield
