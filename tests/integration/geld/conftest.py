import pytest

from participatie.core.geometry import point
from participatie.geld.queries import forget
from participatie.opgaven.types import Domein
from participatie.programmas.types import Geldbron
from tests.factories.gebieden import make_city
from tests.factories.programmas import JaarbedragFactory, ProjectFactory


@pytest.fixture(autouse=True)
def _fresh(session):
    forget()


@pytest.fixture
def city(session):
    return make_city()


@pytest.fixture
def geld(city):
    """One project in two buurten, one for a whole stadsdeel and one for the whole city."""
    place = city.by_name
    gedeeld = ProjectFactory(
        titel="Gedeeld riool",
        gebieden=[place["Duinbuurt"], place["Dambuurt"]],
        place=point(4.62, 52.39),
    )
    deel = ProjectFactory(titel="Heel Noord", gebieden=[place["Noord"]], domein=Domein.SOCIAAL)
    stad = ProjectFactory(titel="Hele stad", gebieden=[place["Haarlem"]])
    JaarbedragFactory(project=gedeeld, jaar=2027, bron=Geldbron.INVESTERINGSPLAN, bedrag_cent=101)
    JaarbedragFactory(project=deel, jaar=2027, bron=Geldbron.SUBSIDIE, bedrag_cent=20_000)
    JaarbedragFactory(project=stad, jaar=2028, bron=Geldbron.DERDEN, bedrag_cent=3_000_000)
    return {"gedeeld": gedeeld, "deel": deel, "stad": stad}
