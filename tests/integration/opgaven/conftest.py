import pytest

from tests.factories.gebieden import make_city
from tests.factories.opgaven import make_concept, make_vastgesteld


@pytest.fixture
def city(session):
    return make_city()


@pytest.fixture
def noord(city):
    return city.by_name["Noord"]


@pytest.fixture
def concept(noord):
    """A first concept of Noord, with one goal."""
    return make_concept(noord)


@pytest.fixture
def vastgesteld(noord):
    """The opgave of Noord 2026-2030, adopted on 1 December 2025, with one goal."""
    return make_vastgesteld(noord)
