"""A published initiatief in Noord, and people around it."""

import pytest

from participatie.core.onderwerpen import Onderwerp
from tests.factories.accounts import GebruikerFactory, make_gebiedsverbinder
from tests.factories.discussion import make_vertrouwd, over
from tests.factories.gebieden import make_city
from tests.factories.initiatieven import InitiatiefFactory


@pytest.fixture
def city(session):
    return make_city()


@pytest.fixture
def initiatief(city):
    return InitiatiefFactory(gebied=city.by_name["Duinbuurt"])


@pytest.fixture
def idee(initiatief) -> Onderwerp:
    return over(initiatief)


@pytest.fixture
def bewoner(idee):
    """Someone whose reacties need no check any more."""
    return make_vertrouwd(Onderwerp(idee.soort, idee.id), GebruikerFactory(naam="Buurvrouw"))


@pytest.fixture
def verbinder(city):
    return make_gebiedsverbinder(city.by_name["Noord"])
