import pytest

from tests.factories.accounts import make_partner, make_redacteur
from tests.factories.gebieden import make_city
from tests.factories.organisaties import OrganisatieFactory
from tests.factories.voorstellen import make_own_project, make_voorstel


@pytest.fixture
def city(session):
    return make_city()


@pytest.fixture
def partner(city):
    return make_partner(naam="Medewerker corporatie")


@pytest.fixture
def organisatie(partner):
    return OrganisatieFactory(naam="De Corporatie", slug="de-corporatie", leden=[partner])


@pytest.fixture
def elders(city):
    """Someone of another organisatie."""
    other = make_partner(naam="Medewerker welzijn")
    OrganisatieFactory(naam="Welzijn", slug="welzijn", leden=[other])
    return other


@pytest.fixture
def redacteur(city):
    return make_redacteur(city.by_name["Noord"], naam="Redacteur Noord")


@pytest.fixture
def project(city, organisatie):
    return make_own_project(organisatie, city.by_name["Duinbuurt"])


@pytest.fixture
def voorstel(city, organisatie, partner):
    return make_voorstel(organisatie, partner, gebied=city.by_name["Duinbuurt"])
