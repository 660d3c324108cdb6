from datetime import UTC, datetime

import pytest

from tests.factories.accounts import make_gebiedsverbinder
from tests.factories.gebieden import make_city
from tests.factories.signalen import SignaalFactory


@pytest.fixture(autouse=True)
def _today(time_machine):
    """It is a Saturday; the last whole week began on 9 November."""
    time_machine.move_to(datetime(2026, 11, 21, 9, tzinfo=UTC), tick=False)


@pytest.fixture
def city(session):
    return make_city()


@pytest.fixture
def moderator(city):
    return make_gebiedsverbinder(city.by_name["Noord"], naam="Verbinder Noord")


@pytest.fixture
def elders(city):
    return make_gebiedsverbinder(city.by_name["Schalkwijk"])


@pytest.fixture
def signaal(city):
    return SignaalFactory(gebied=city.by_name["Noordwijk"])
