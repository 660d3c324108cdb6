"""The public pages of programme years."""

import re
from dataclasses import replace
from datetime import date

import pytest

from participatie.core import clock
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.programmas.services import change_project
from participatie.programmas.types import Fase, Geldbron
from tests.factories.gebiedsprogrammas import adopt, change_item, make_item, make_programma
from tests.integration.gebiedsprogrammas.conftest import JUNI, MEI


def _text(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.text).split())


@pytest.fixture
def adopted(noord):
    """A programme of this year with one item that was changed in May."""
    project = make_item(noord, jaar=2026, titel="Zoals besloten")
    adopt(make_programma(noord, 2026), nummer="2026/0451")
    with clock.set_to(MEI):
        change_item(project, titel="Zoals het nu heet")


@pytest.mark.parametrize(
    "path",
    ["/programma", "/programma/noord", "/programma/noord/2026", "/programma/haarlem/2027"],
)
def test_every_page_is_there_without_anything_planned(client, city, path) -> None:
    assert client.get(path).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/programma/leidsewijk",
        "/programma/nergens",
        "/programma/noord/1800",
        "/programma/noord/9999",
        "/programma/noord/99999999999",
    ],
)
def test_a_gebied_or_year_without_a_programme_is_not_found(client, city, path) -> None:
    assert client.get(path).status_code == 404


def test_an_adopted_year_shows_its_decision_and_its_items_as_they_were(client, adopted) -> None:
    text = _text(client.get("/programma/noord/2026"))

    assert "Vastgesteld op 20 april 2026 (besluit 2026/0451)." in text
    assert "Zoals besloten" in text
    assert "Sinds het besluit is veranderd: de titel." in text


def test_the_day_before_the_decision_shows_the_concept(client, adopted) -> None:
    text = _text(client.get("/programma/noord/2026?stand=2026-04-19"))

    assert "Vastgesteld op" not in text


def test_a_strange_day_is_explained(client, adopted) -> None:
    assert client.get("/programma/noord/2026?stand=gisteren").status_code == 422


def test_later_years_are_called_indicatief(client, noord) -> None:
    make_item(noord, jaar=2029)

    page = client.get("/programma/noord").text
    assert 'class="programma programma--indicatief flow"' in page
    assert "Dit is een verwachting. Het kan nog veranderen." in page


def test_a_year_that_is_over_without_a_programme_says_so(client, noord) -> None:
    text = _text(client.get("/programma/noord/2024"))

    assert "Dit jaar is voorbij. Er is geen programma voor vastgesteld." in text
    assert "nog" not in text.split("Geschiedenis")[0].split("Er is geen programma")[1]


def test_the_money_of_four_years_agrees_to_the_cent(client, noord) -> None:
    make_item(noord, jaar=2026, cent=10)
    make_item(noord, jaar=2027, cent=25, bron=Geldbron.SUBSIDIE)

    text = _text(client.get("/programma/noord"))
    assert "Samen € 0,10 € 0,25 € 0 € 0 € 0,35" in text


def test_the_overview_counts_a_shared_item_once_in_the_city(client, city, noord) -> None:
    other = city.by_name["Schalkwijk"]
    make_item(noord, other, jaar=2026, cent=100_000_00)
    for gebied in (noord, other):
        adopt(make_programma(gebied, 2026))

    text = _text(client.get("/programma"))
    assert "Samen vastgesteld € 100.000" in text


def test_two_days_can_be_compared(client, noord) -> None:
    make_item(noord, jaar=2026, titel="Met geld")
    make_item(noord, jaar=2026, titel="Zonder geld", cent=0)
    with clock.set_to(MEI):
        adopt(make_programma(noord, 2026))
        text = _text(client.get("/programma/noord/2026/vergelijk?van=2026-05-01"))

    assert "Eraf gegaan (1)" in text
    assert "1 onderdeel is gelijk gebleven." in text


def test_two_days_the_wrong_way_round_are_turned(client, noord) -> None:
    with clock.set_to(MEI):
        make_item(noord, jaar=2026)
        text = _text(client.get("/programma/noord/2026/vergelijk?van=2026-05-20&tot=2026-05-01"))

    assert "Erbij gekomen (1)" in text
    assert "U koos de laatste dag eerst." in text


@pytest.mark.parametrize("dagen", ["van=2099-01-01", "van=2026-04-01&tot=2099-01-01"])
def test_a_day_to_come_is_explained_and_not_compared(client, noord, dagen) -> None:
    answer = client.get(f"/programma/noord/2026/vergelijk?{dagen}")

    assert answer.status_code == 422
    assert "Deze dag moet nog komen." in answer.text
    assert "<table" not in answer.text


def test_a_change_names_what_differs(client, noord) -> None:
    project = make_item(noord, jaar=2026)
    with clock.set_to(MEI):
        change_item(project, trekker="Afdeling Groen")
        text = _text(client.get("/programma/noord/2026/vergelijk?van=2026-05-01"))

    assert "Gewijzigd (1)" in text
    assert "wie het doet" in text


def test_what_is_for_a_whole_buurt_names_it(client, city) -> None:
    make_item(city.by_name["Zeebuurt"], jaar=2026, geometrie=None)

    assert "Voor heel Zeebuurt" in _text(client.get("/programma/noord/2026"))


@pytest.mark.parametrize("path", ["/programma/noord", "/programma/noord/2026"])
def test_a_programme_follows_what_happens_but_not_as_it_was(client, noord, path) -> None:
    live = f'data-live="gebied:{noord.id}"'
    assert live in client.get(path).text
    assert live not in client.get(f"{path}?stand=2026-04-01").text


@pytest.fixture
def stopped(noord):
    """A project of this year and the next that was adopted for this year, and stopped in May."""
    project = make_item(noord, jaar=2026, eind=date(2027, 5, 1))
    adopt(make_programma(noord, 2026))
    with clock.set_to(MEI):
        gegevens = replace(gegevens_of(project), fase=Fase.GESTOPT)
        change_project(project, gegevens, actor_id=None, reden="De subsidie ging niet door.")
        yield project


def test_a_stop_is_a_sentence_with_its_reason(client, stopped) -> None:
    text = _text(client.get("/programma/noord/2026"))

    assert "Sinds het besluit is dit gestopt. Reden: De subsidie ging niet door." in text


@pytest.mark.parametrize(
    ("jaar", "words"),
    [
        (2026, "Vastgesteld, en daarna anders geworden (1)"),
        (2027, "Eraf gegaan (1)"),
    ],
)
def test_a_comparison_tells_what_stopped_and_why(client, stopped, jaar, words) -> None:
    answer = client.get(f"/programma/noord/{jaar}/vergelijk?van=2026-04-21")

    assert words in _text(answer)
    assert "gestopt. Reden: De subsidie ging niet door." in _text(answer)
    assert f'href="/projecten/{stopped.id}/geschiedenis"' in answer.text
    assert "0 onderdelen zijn gelijk gebleven." in _text(answer)


def test_the_page_of_a_gebied_tells_the_decision(client, adopted) -> None:
    assert "besluit 2026/0451" in _text(client.get("/gebieden/zeebuurt"))


def test_the_overview_takes_few_queries(client, city, count_queries) -> None:
    for gebied in city.stadsdelen:
        make_item(gebied, jaar=2026)
        adopt(make_programma(gebied, 2026))
    client.get("/programma")
    with count_queries() as statements:
        client.get("/programma")
    assert len(statements) <= 8


def test_a_year_with_many_items_takes_few_queries(client, city, count_queries) -> None:
    for number in range(200):
        make_item(city.buurten[number % 4], jaar=2026)
    adopt(make_programma(city.by_name["Noord"], 2026))
    client.get("/programma/noord/2026")
    with count_queries() as statements:
        client.get("/programma/noord/2026")
    assert len(statements) <= 12


def test_a_later_change_does_not_hide_why_it_was_stopped(client, stopped) -> None:
    with clock.set_to(JUNI):
        gegevens = replace(gegevens_of(stopped), titel="Anders genoemd")
        change_project(stopped, gegevens, actor_id=None, reden="Een tikfout.")
        answer = client.get("/programma/noord/2027/vergelijk?van=2026-04-21")

    assert "gestopt. Reden: De subsidie ging niet door." in _text(answer)


@pytest.mark.parametrize("part", ["programma-stand", "programma-buiten", "programma-geschiedenis"])
def test_status_and_history_follow_a_change(client, adopted, part) -> None:
    page = client.get("/programma/noord/2026").text
    tag = page[page.index(f'id="{part}"') :].partition(">")[0]
    assert "data-live-deel" in tag
