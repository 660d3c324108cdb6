"""The search page."""

from http import HTTPStatus

import html5lib
import pytest

from participatie.core import clock
from participatie.core.db import db
from participatie.zoeken.models import Zoekmisser
from participatie.zoeken.queries_missers import list_missers
from participatie.zoeken.services_missers import count_missers
from tests.integration.zoeken.make import put

pytestmark = pytest.mark.usefixtures("city")


def look(client, **args):
    return client.get("/zoeken", query_string=args)


def test_the_header_of_every_page_asks_the_search_page(client) -> None:
    page = html5lib.parse(client.get("/privacy").text, namespaceHTMLElements=False)
    assert page.find(".//header//search/form").get("action") == "/zoeken"


def test_a_found_word_is_marked(client) -> None:
    put(1, "Nieuwe bomen")
    assert "<mark>bomen</mark>" in look(client, tekst="boom").text


def test_how_many_are_found_is_said_in_a_status(client) -> None:
    put(1, "Nieuwe bomen")
    page = html5lib.parse(look(client, tekst="boom").text, namespaceHTMLElements=False)
    said = [
        " ".join("".join(one.itertext()).split()) for one in page.iterfind(".//*[@role='status']")
    ]
    assert "1 resultaat voor “boom”." in said


def test_text_of_people_is_no_markup(client) -> None:
    put(1, "Bomen <img src=x onerror=alert(1)>", "<script>bomen</script>")
    page = look(client, tekst="bomen").text
    assert "<img src=x" not in page
    assert "<script>bomen" not in page.replace("<mark>", "").replace("</mark>", "")


def test_without_a_result_the_page_says_what_to_do(client) -> None:
    put(1, "Zonnepanelen")
    page = look(client, tekst="zonepannelen").text
    assert "Bedoelde u:" in page
    assert "tekst=zonnepanelen" in page


def test_filters_that_hide_everything_can_be_left_out(client, city) -> None:
    put(1, "Nieuwe bomen")
    page = look(client, tekst="bomen", gebied=city.buurten[0].slug).text
    assert "Zoek overal: 1 resultaat" in page


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "de het een",
        "\0",
        "a\0b",
        "🌳🌳",
        '"',
        "'; DROP TABLE",
        "x" * 100_000,
        "\ud800",
        "%",
        "_",
    ],
)
def test_a_strange_question_has_a_clear_answer(client, tekst) -> None:
    assert look(client, tekst=tekst.encode("utf-8", "replace")).status_code == HTTPStatus.OK


@pytest.mark.parametrize("name", ["soort", "gebied", "thema", "jaar", "pagina"])
@pytest.mark.parametrize("value", ["99999999999", "-1", "' OR 1=1", "\0", "x" * 5000])
def test_a_strange_filter_does_not_limit(client, name, value) -> None:
    put(1, "Nieuwe bomen")
    assert "1 resultaat" in look(client, tekst="bomen", **{name: value}).text


def test_a_search_in_vain_is_counted_without_who_asked(client) -> None:
    for _ in range(2):
        look(client, tekst="Zwembad!")
    look(client, tekst="jan@voorbeeld.example")
    count_missers()
    found = list_missers(week=clock.today())
    assert [(one.woorden, one.aantal) for one in found] == [("zwembad", 2)]


def test_a_search_by_one_person_is_not_told(client) -> None:
    look(client, tekst="zwembad")
    count_missers()
    assert list_missers(week=clock.today()) == []


def test_a_search_with_a_result_is_not_counted(client) -> None:
    put(1, "Nieuwe bomen")
    look(client, tekst="bomen")
    count_missers()
    assert db.session.query(Zoekmisser).count() == 0


def test_a_page_takes_few_queries(client, count_queries) -> None:
    for number in range(1, 40):
        put(number, "Bomen")
    with count_queries() as queries:
        look(client, tekst="bomen")
    assert len(queries) <= 7, queries
