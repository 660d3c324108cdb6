"""A little city with an initiatief that seeks hands, and people around it."""

from dataclasses import dataclass

import pytest

from participatie.accounts.models import Gebruiker
from participatie.initiatieven.models import Initiatief
from participatie.vraagaanbod.models import Oproep
from tests.factories.accounts import GebruikerFactory, make_gebiedsverbinder
from tests.factories.gebieden import LittleCity, make_city
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.vraagaanbod import OproepFactory


@dataclass
class Buurt:
    """Who and what there is."""

    city: LittleCity
    maker: Gebruiker
    buur: Gebruiker
    ander: Gebruiker
    verbinder: Gebruiker
    initiatief: Initiatief
    oproep: Oproep


@pytest.fixture
def buurt(session) -> Buurt:
    city = make_city()
    maker = GebruikerFactory(naam="Maker", email="maker@voorbeeld.example")
    initiatief = InitiatiefFactory(
        gebied=city.by_name["Duinbuurt"], indiener=maker, titel="Tuin van de straat"
    )
    return Buurt(
        city=city,
        maker=maker,
        buur=GebruikerFactory(naam="Buur", email="buur@voorbeeld.example"),
        ander=GebruikerFactory(naam="Ander", email="ander@voorbeeld.example"),
        verbinder=make_gebiedsverbinder(city.by_name["Noord"]),
        initiatief=initiatief,
        oproep=OproepFactory(initiatief=initiatief),
    )
