import pytest

from tests.factories.accounts import GebruikerFactory
from tests.factories.gebieden import make_city

SLEUTEL = "een-sleutel-van-het-formulier"
DUINBUURT = (4.60, 52.39)


@pytest.fixture
def city(session):
    return make_city()


@pytest.fixture
def bewoner(session):
    return GebruikerFactory(naam="Fatima", email="fatima@voorbeeld.example")


@pytest.fixture
def signed_in(client, bewoner):
    """The client of a resident."""
    return client.sign_in(bewoner)


@pytest.fixture
def wat():
    """A complete first step."""
    return {
        "formulier_sleutel": SLEUTEL,
        "versie": "0",
        "titel": "Een buurttuin",
        "thema": "groen",
        "toelichting": "Wij maken een tuin.",
        "waarom": "Het plein is kaal.",
        "wie_doet_mee": "De hele straat.",
        "vraag": ["handen", "geld"],
        "vraag_toelichting": "Wie helpt er spitten?",
        "aanbod": ["kennis"],
        "aanbod_toelichting": "Een van ons is hovenier.",
        "kosten": "1.250,50",
        "gevonden": "300",
        "actie": "verder",
    }


@pytest.fixture
def waar():
    """A complete second step: a point in the Duinbuurt."""
    lon, lat = DUINBUURT
    return {
        "adres": "Het plein",
        "soort": "punt",
        "lon": str(lon),
        "lat": str(lat),
        "gebied": "",
        "actie": "verder",
    }
