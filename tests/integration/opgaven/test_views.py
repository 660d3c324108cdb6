"""What a visitor reads of gebiedsopgaven."""

from dataclasses import replace
from datetime import date
from http import HTTPStatus

import pytest

from participatie.core import clock
from participatie.core.panels import panels
from participatie.opgaven.services_doelen import add_doel, change_doel, remove_doel
from tests.factories.accounts import GebruikerFactory, make_redacteur
from tests.factories.gebieden import KengetalFactory
from tests.factories.opgaven import (
    DOEL,
    INDICATOR,
    PERIODE,
    adopt,
    make_concept,
    make_doel,
    make_herijking,
    make_vastgesteld,
)

MAX_QUERIES = 8
TOLD = (
    "Er komen meer woningen.",
    "Nieuwe doelen (1)",
    "Veilig oversteken",
    "Gewijzigde doelen (1)",
    "Streefwaarde",
    "<del>75 %</del>",
    "<ins>80 %</ins>",
)


@pytest.fixture
def herijkt(vastgesteld):
    """Version 2 of Noord: one goal with another target, one new."""
    concept = make_herijking(vastgesteld, reden="Er komen meer woningen.")
    hoger = replace(DOEL, indicatoren=(replace(INDICATOR, streefwaarde=80.0),))
    change_doel(concept.teksten[0], hoger, versie=1, actor_id=None)
    add_doel(concept, make_doel("Veilig oversteken"), actor_id=None)
    adopt(concept, date(2026, 6, 1), nummer="2026/77")
    return concept


def _path(versie, rest: str = "") -> str:
    return f"/opgaven/{versie.opgave_id}{rest}"


def test_the_list_shows_what_holds(client, vastgesteld, concept_of_schalkwijk) -> None:
    page = client.get("/opgaven").text
    assert ("Noord 2026-2030" in page, "Schalkwijk 2026-2030" in page) == (True, False)


@pytest.fixture
def concept_of_schalkwijk(city):
    return make_concept(city.by_name["Schalkwijk"], make_doel("Nog geheim"))


def test_the_list_of_a_gebied_shows_what_lies_around_it(client, vastgesteld, city) -> None:
    make_vastgesteld(city.stad)
    make_vastgesteld(city.by_name["Schalkwijk"])
    page = client.get("/opgaven?gebied=noordwijk").text
    shown = [f">{naam} 2026-2030<" in page for naam in ("Noord", "Haarlem", "Schalkwijk")]
    assert shown == [True, True, False]


def test_the_list_of_an_earlier_day_shows_which_version_held(client, herijkt) -> None:
    old, now = (client.get(f"/opgaven{query}").text for query in ("?stand=2026-05-31", ""))
    assert ("besluit 2025/100" in old, "besluit 2026/77" in now) == (True, True)


@pytest.mark.parametrize("stand", ["2999-01-01", "gisteren", "x" * 10_000])
def test_a_day_that_cannot_be_is_refused_in_words(client, vastgesteld, stand) -> None:
    answer = client.get(f"/opgaven?stand={stand}")
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


@pytest.mark.parametrize("query", ["gebied=nergens", "gebied=%00", "pagina=0", "pagina=x"])
def test_a_filter_that_cannot_be_is_left_out(client, vastgesteld, query) -> None:
    assert "Noord 2026-2030" in client.get(f"/opgaven?{query}").text


def test_an_opgave_shows_its_goals_by_domein(client, noord) -> None:
    versie = make_vastgesteld(noord, make_doel("Groen"), make_doel("Samen", domein="sociaal"))
    page = client.get(_path(versie)).text
    order = [page.index(text) for text in ("Straat en gebouwen", "Groen", "Samenleven", "Samen<")]
    assert order == sorted(order)


def test_a_figure_of_the_gebiedsanalyse_shows_its_newest_value(client, noord) -> None:
    KengetalFactory(gebied=noord, sleutel="groen", jaar=2025, waarde=61)
    KengetalFactory(gebied=noord, sleutel="groen", jaar=2026, waarde=68)
    gemeten = make_doel("Groen", indicatoren=(replace(INDICATOR, kengetal="groen"),))
    page = client.get(_path(make_vastgesteld(noord, gemeten))).text
    assert "In 2026 was het 68 %: 50 procent van de weg." in page


def test_without_a_new_figure_the_page_says_so(client, vastgesteld) -> None:
    assert "nog niet opnieuw gemeten" in client.get(_path(vastgesteld)).text


def test_an_earlier_day_shows_the_version_of_then(client, herijkt) -> None:
    page = client.get(_path(herijkt, "?stand=2026-05-31")).text
    assert ("Veilig oversteken" in page, "U ziet de stand van" in page) == (False, True)


def test_before_the_first_decision_there_is_no_page(client, vastgesteld) -> None:
    answer = client.get(_path(vastgesteld, "?stand=2025-11-30"))
    assert answer.status_code == HTTPStatus.NOT_FOUND


def test_an_old_version_stays_readable_and_says_that_it_is_old(client, herijkt) -> None:
    page = client.get(_path(herijkt, "/versies/1")).text
    assert ("Dit is een oude versie" in page, "Veilig oversteken" in page) == (True, False)


def test_the_page_says_what_changed(client, herijkt) -> None:
    page = client.get(_path(herijkt, "/versies/2/vergelijken")).text
    assert all(text in page for text in TOLD)


def test_dropped_goals_are_told_too(client, herijkt) -> None:
    concept = make_herijking(herijkt)
    tekst = concept.teksten[0]
    remove_doel(tekst, versie=tekst.versie, actor_id=None)
    adopt(concept, date(2026, 8, 1))
    page = client.get(_path(herijkt, "/versies/3/vergelijken")).text
    assert "Vervallen doelen (1)" in page


def test_any_two_versions_can_be_compared(client, herijkt) -> None:
    adopt(make_herijking(herijkt), date(2026, 8, 1))
    page = client.get(_path(herijkt, "/versies/3/vergelijken?met=1")).text
    assert "vergeleken met versie 1" in page


def test_a_herijking_that_changed_nothing_says_so(client, herijkt) -> None:
    adopt(make_herijking(herijkt), date(2026, 8, 1))
    page = client.get(_path(herijkt, "/versies/3/vergelijken")).text
    assert "De doelen zijn hetzelfde gebleven." in page


@pytest.mark.parametrize(
    "rest", ["/versies/1/vergelijken", "/versies/9", "/versies/0", "/versies/9/vergelijken"]
)
def test_what_is_not_there_is_not_found(client, vastgesteld, rest) -> None:
    assert client.get(_path(vastgesteld, rest)).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("number", ["0", "2147483647", "99999999999999999999", "-1", "x"])
def test_an_opgave_that_is_not_there_is_not_found(client, session, number) -> None:
    assert client.get(f"/opgaven/{number}").status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("rest", ["", "/versies/1"])
def test_a_concept_is_hidden_from_visitors(client, concept, rest) -> None:
    assert client.get(_path(concept, rest)).status_code == HTTPStatus.NOT_FOUND


def test_a_new_concept_is_hidden_beside_what_holds(client, vastgesteld) -> None:
    make_herijking(vastgesteld)
    client.sign_in(GebruikerFactory())
    pages = [client.get(_path(vastgesteld, rest)) for rest in ("/versies/2", "/versies/1")]
    assert [page.status_code for page in pages] == [HTTPStatus.NOT_FOUND, HTTPStatus.OK]
    assert "Versie 2" not in pages[1].text


def test_the_editor_sees_the_concept(client, concept, noord) -> None:
    client.sign_in(make_redacteur(noord))
    page = client.get(_path(concept), follow_redirects=True).text
    assert "Dit is een concept" in page


def test_an_editor_of_elsewhere_does_not_see_the_concept(client, concept, city) -> None:
    client.sign_in(make_redacteur(city.by_name["Schalkwijk"]))
    assert client.get(_path(concept)).status_code == HTTPStatus.NOT_FOUND


def test_the_page_of_a_gebied_shows_its_goals(client, vastgesteld, this_year) -> None:
    page = client.get("/gebieden/noord").text
    assert ("Doelen voor 2026-2030" in page, DOEL.titel in page) == (True, True)


def test_the_page_of_a_wijk_shows_the_goals_of_what_lies_above(
    client, vastgesteld, this_year
) -> None:
    assert "Deze doelen gelden voor Noord." in client.get("/gebieden/noordwijk").text


def test_the_page_of_a_gebied_without_goals_says_nothing_of_them(client, city) -> None:
    assert "Doelen voor" not in client.get("/gebieden/schalkwijk").text


@pytest.fixture
def this_year(vastgesteld):
    """Skip when the years of these tests are over."""
    if clock.today().year not in range(2026, 2031):
        pytest.skip("The demo period is over.")


def test_texts_are_shown_as_text(client, noord) -> None:
    versie = make_vastgesteld(noord, make_doel("<script>alert(1)</script>", resultaat="<b>x</b>"))
    assert "<script>alert" not in client.get(_path(versie)).text


def test_the_list_asks_few_questions(client, city, count_queries) -> None:
    for gebied in (*city.stadsdelen, *city.wijken):
        make_vastgesteld(gebied, *(make_doel(str(number)) for number in range(4)))
    with count_queries() as statements:
        client.get("/opgaven")
    assert len([one for one in statements if one.startswith("SELECT")]) <= MAX_QUERIES


def test_an_opgave_with_many_goals_asks_few_questions(client, noord, count_queries) -> None:
    doelen = [
        make_doel(str(n), indicatoren=(replace(INDICATOR, kengetal="groen"),)) for n in range(20)
    ]
    versie = make_vastgesteld(noord, *doelen, gegevens=PERIODE)
    path = _path(versie)
    with count_queries() as statements:
        client.get(path)
    assert len([one for one in statements if one.startswith("SELECT")]) <= MAX_QUERIES


def test_other_rooms_may_hang_something_under_a_goal() -> None:
    assert list(panels("opgave.doel", None)) == []
