"""Which inzendingen say the same: by their words, their place and their theme."""

import pytest

from participatie.inzendingen.queries_vergelijkbaar import list_gelijkende, list_vergelijkbare
from participatie.inzendingen.types import Status
from participatie.programmas.types import Thema
from participatie.zoeken.services import update_index
from tests.factories.gebieden import make_city
from tests.factories.initiatieven import InitiatiefFactory


@pytest.fixture
def city(session):
    return make_city()


def make(gebied, titel, toelichting, **extra):
    made = InitiatiefFactory(
        gebied=gebied, titel=titel, toelichting=toelichting, status=Status.GEPUBLICEERD, **extra
    )
    update_index("initiatief", [made.id])
    return made


@pytest.fixture
def concept(city):
    return InitiatiefFactory(
        gebied=city.buurten[0],
        titel="Boompjes planten in onze straat",
        toelichting="Wij willen fruitbomen langs de stoep.",
        thema=Thema.GROEN,
        status=Status.CONCEPT,
    )


def test_the_same_in_other_words_is_found(city, concept) -> None:
    alike = make(city.buurten[0], "Bomen in de straat", "Plant een fruitboom op elke stoep.")
    make(city.buurten[0], "Schaaktafel", "Een tafel om buiten te schaken.")

    assert [item.id for item in list_gelijkende(concept)] == [alike.id]


def test_what_says_the_same_comes_before_what_is_only_about_the_same_gebied(city, concept) -> None:
    alike = make(city.buurten[0], "Bomen in de straat", "Plant een fruitboom op elke stoep.")
    make(city.buurten[0], "Schaaktafel", "Een tafel om te schaken.", thema=Thema.GROEN)

    assert list_vergelijkbare(concept)[0].id == alike.id


def test_someones_own_inzendingen_do_not_count(city, concept) -> None:
    make(
        city.buurten[0],
        "Bomen in de straat",
        "Plant een fruitboom op elke stoep.",
        indiener=concept.indiener,
    )

    assert list_gelijkende(concept) == []


def test_what_was_withdrawn_is_not_found(city, concept) -> None:
    gone = make(city.buurten[0], "Bomen in de straat", "Plant een fruitboom op elke stoep.")
    gone.status = Status.INGETROKKEN
    update_index("initiatief", [gone.id])

    assert list_gelijkende(concept) == []
