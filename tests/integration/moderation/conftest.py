import pytest

from participatie.accounts.types import Rol
from participatie.inzendingen.types import Status
from tests.factories.accounts import RolverleningFactory, make_gebiedsverbinder
from tests.factories.gebieden import make_city
from tests.factories.initiatieven import InitiatiefFactory


@pytest.fixture
def city(session):
    return make_city()


@pytest.fixture
def moderator(city):
    """Moderates stadsdeel Noord and so its wijken and buurten."""
    return make_gebiedsverbinder(city.by_name["Noord"], naam="Gebiedsverbinder Noord")


@pytest.fixture
def collega(city):
    """Moderates one wijk of Noord."""
    return make_gebiedsverbinder(city.by_name["Noordwijk"], naam="Collega Noordwijk")


@pytest.fixture
def buitenstaander(city):
    """Moderates the other stadsdeel only."""
    return make_gebiedsverbinder(city.by_name["Schalkwijk"], naam="Gebiedsverbinder Schalkwijk")


@pytest.fixture
def beheerder(city):
    gebruiker = make_gebiedsverbinder(city.stad)
    gebruiker.rollen.clear()
    RolverleningFactory(gebruiker=gebruiker, rol=Rol.BEHEERDER)
    return gebruiker


@pytest.fixture
def inzending(city):
    """Sent in, in a buurt of Noordwijk."""
    return InitiatiefFactory(
        status=Status.INGEDIEND, gebied=city.by_name["Duinbuurt"], punt=(4.60, 52.39)
    )
