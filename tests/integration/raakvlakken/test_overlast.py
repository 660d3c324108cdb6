from datetime import date
from http import HTTPStatus

import pytest

from participatie.core import clock
from participatie.opgaven.types import Domein
from participatie.programmas.types import Fase, Fasering
from tests.factories.raakvlakken import SPOT, make_project

STREET = {
    "type": "LineString",
    "coordinates": [[SPOT[0] - 0.002, SPOT[1]], [SPOT[0] + 0.002, SPOT[1]]],
}


def this_year(month, day):
    return date(clock.today().year, month, day)


def make_work(buurt, **fields):
    whole_year = {"start": this_year(1, 5), "eind": this_year(12, 20)}
    return make_project(buurt, **whole_year | fields)


def page_of(client, redacteur):
    return " ".join(client.sign_in(redacteur).get("/raakvlakken/overlast").text.split())


@pytest.mark.parametrize(
    ("works", "word"),
    [
        (1, 'visually-hidden">gewoon'),
        (4, 'drukte__woord">druk'),
        (8, 'drukte__woord">erg druk'),
    ],
)
def test_a_buurt_tells_its_number_and_a_word(client, redacteur, buurt, works, word) -> None:
    for _ in range(works):
        make_work(buurt)
    assert f'<span class="{word}</span>' in page_of(client, redacteur)


@pytest.mark.parametrize(
    "fields",
    [
        {"domein": Domein.SOCIAAL},
        {"fase": Fase.IDEE},
        {"fase": Fase.GESTOPT},
        {"place": None},
        {"start": date(2020, 1, 1), "eind": date(2020, 12, 31)},
        {"fasering": (Fasering(Fase.UITVOERING, date(2019, 1, 1), date(2019, 2, 1)),)},
    ],
    ids=["social", "idea", "stopped", "no place", "long ago", "done long ago"],
)
def test_what_is_no_work_does_not_count(client, redacteur, buurt, fields) -> None:
    make_work(buurt, **fields)
    assert "Geen werk bekend" in page_of(client, redacteur)


def test_a_buurt_of_someone_else_is_not_shown(client, redacteur, city) -> None:
    make_work(city.by_name["Dambuurt"], place={"type": "Point", "coordinates": [4.64, 52.39]})
    assert "Dambuurt" not in page_of(client, redacteur)


def test_a_busy_street_is_named_with_its_works(client, redacteur, buurt) -> None:
    make_work(buurt, place=STREET, plek_omschrijving="de Duinweg")
    for titel in ("Kabels", "Bomen"):
        make_work(buurt, titel=titel)
    jaar = clock.today().year
    assert f"De Duinweg in {jaar}: 3 werken" in page_of(client, redacteur)


def test_the_works_of_a_buurt_are_shown_in_time(client, redacteur, buurt) -> None:
    make_work(buurt, titel="Kabels")
    address = f"/raakvlakken/overlast/duinbuurt/{clock.today().year}"
    page = client.sign_in(redacteur).get(address).text
    assert ("Kabels" in page, '<svg class="tijdbalk"' in page) == (True, True)


def test_a_buurt_without_works_says_so(client, redacteur, city) -> None:
    assert "0 werken" in client.sign_in(redacteur).get("/raakvlakken/overlast/duinbuurt/2027").text


@pytest.mark.parametrize("slug", ["noordwijk", "dambuurt", "nergens"])
def test_only_an_own_buurt_has_this_page(client, redacteur, slug) -> None:
    response = client.sign_in(redacteur).get(f"/raakvlakken/overlast/{slug}/2027")
    assert response.status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("works", [2, 30])
def test_the_page_takes_few_queries(client, redacteur, buurt, count_queries, works) -> None:
    for _ in range(works):
        make_work(buurt)
    client.sign_in(redacteur)
    with count_queries() as queries:
        client.get("/raakvlakken/overlast")
    assert len(queries) <= 8, queries
