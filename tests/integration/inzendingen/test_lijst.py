"""The list of published inzendingen."""

from datetime import timedelta

import pytest

from participatie.core.geometry import around
from participatie.gebieden.queries import onder_ids
from participatie.inzendingen.queries import list_gepubliceerd
from participatie.inzendingen.types import InzendingFilter, Status
from participatie.programmas.types import Thema
from tests.factories.gebieden import make_city
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.inzendingen import MOMENT, FotoFactory

MIDDLE = (4.60, 52.39)


@pytest.fixture
def city(session):
    return make_city()


@pytest.fixture
def noise(city):
    """Rows that none of the filters below asks for."""
    for status in Status:
        if status is not Status.GEPUBLICEERD:
            InitiatiefFactory(status=status, gebied=city.buurten[0], punt=MIDDLE)
    InitiatiefFactory(gebied=city.buurten[7], thema=Thema.VERKEER, punt=(4.66, 52.37))


def titles(**chosen):
    return [found.titel for found in list_gepubliceerd(InzendingFilter(**chosen)).items]


def test_only_what_is_published_is_listed(noise) -> None:
    assert list_gepubliceerd().total == 1


def test_the_newest_comes_first(city) -> None:
    for number in (1, 3, 2):
        InitiatiefFactory(
            titel=str(number), gebied=city.stad, aangemaakt_op=MOMENT + timedelta(days=number)
        )
    assert titles() == ["3", "2", "1"]


def test_a_gebied_shows_what_lies_below_it(city, noise) -> None:
    InitiatiefFactory(titel="Bankje", gebied=city.buurten[0])
    assert titles(gebied_ids=onder_ids(city.wijken[0].id)) == ["Bankje"]


def test_a_thema_restricts(city, noise) -> None:
    InitiatiefFactory(titel="Zonnedak", gebied=city.stad, thema=Thema.ENERGIE)
    assert titles(thema=Thema.ENERGIE) == ["Zonnedak"]


@pytest.mark.parametrize(("jaar", "expected"), [(2026, ["Bankje"]), (2025, [])])
def test_a_year_is_the_year_of_publication(city, jaar, expected) -> None:
    InitiatiefFactory(titel="Bankje", gebied=city.stad)
    assert titles(jaar=jaar) == expected


def test_all_words_must_be_there_whatever_their_case(city, noise) -> None:
    InitiatiefFactory(titel="Bankje in de zon", gebied=city.stad, toelichting="Voor ouderen")
    assert titles(tekst="OUDEREN bankje") == ["Bankje in de zon"]


def test_a_percent_sign_is_a_sign_like_any_other(noise) -> None:
    assert titles(tekst="%") == []


def test_a_box_on_the_map_restricts(city, noise) -> None:
    InitiatiefFactory(titel="Bankje", gebied=city.buurten[0], punt=MIDDLE)
    assert titles(bounds=around(*MIDDLE, 100)) == ["Bankje"]


def test_the_second_page_goes_on_where_the_first_ends(city) -> None:
    for number in range(3):
        InitiatiefFactory(
            titel=str(number), gebied=city.stad, aangemaakt_op=MOMENT - timedelta(days=number)
        )
    page = list_gepubliceerd(page=2, size=2)
    assert [found.titel for found in page.items] == ["2"]


def test_the_number_of_queries_does_not_grow(city, count_queries) -> None:
    for _ in range(12):
        FotoFactory(inzending=InitiatiefFactory(gebied=city.stad))
    city.stad.naam = "Haarlem"
    with count_queries() as queries:
        for found in list_gepubliceerd().items:
            assert found.gebied.naam
            assert found.indiener.naam
            assert found.fotos
    assert len(queries) <= 4
