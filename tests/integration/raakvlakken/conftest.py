import pytest

from tests.factories.accounts import make_redacteur
from tests.factories.gebieden import make_city


@pytest.fixture
def city(session):
    return make_city()


@pytest.fixture
def redacteur(city):
    """Keeps the programme of stadsdeel Noord."""
    return make_redacteur(city.by_name["Noord"], naam="Redacteur Noord")


@pytest.fixture
def buurt(city):
    return city.by_name["Duinbuurt"]
