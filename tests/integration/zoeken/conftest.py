import pytest

from tests.factories.gebieden import make_city


@pytest.fixture
def city(session):
    return make_city()
