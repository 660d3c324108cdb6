"""Looking for things, on the database under test."""

import pytest

from participatie.zoeken.queries_zoeken import search
from participatie.zoeken.rules import read_vraag
from participatie.zoeken.services import store
from participatie.zoeken.types import Filters
from tests.integration.zoeken.make import put

pytestmark = pytest.mark.usefixtures("city")


def ids(tekst, pagina=1, **filters):
    found = search(read_vraag(tekst), Filters(**filters), pagina)
    return [one.onderwerp.id for one in found.items]


def test_another_form_of_the_word_is_found() -> None:
    put(1, "Nieuwe bomen")
    put(2, "Nieuw riool")
    assert ids("boom") == [1]


def test_every_word_must_be_there() -> None:
    put(1, "Bomen in het park")
    put(2, "Bomen langs de weg")
    assert ids("bomen park") == [1]


def test_the_order_is_title_then_newest() -> None:
    put(1, "Bomen")
    put(2, "Groen", "Er komen bomen.")
    put(3, "Bomen")
    assert ids("bomen") == [3, 1, 2]


def test_the_beginning_of_a_word_finds_longer_ones_after_whole_ones() -> None:
    put(1, "Speeltuin")
    put(2, "Speelplek")
    put(3, "Spelen in de straat")
    assert ids("speel") == [3, 2, 1]


def test_the_filters_limit(city) -> None:
    put(1, "Bomen", gebied_ids=(city.buurten[0].id,), thema="groen", jaren=(2026, 2027))
    put(2, "Bomen", gebied_ids=(city.buurten[-1].id,), thema="water", jaren=(2029, 2030))
    put(3, "Bomen", soort="initiatief")
    found = [
        ids("bomen", gebied_id=city.buurten[0].ouder_id),
        ids("bomen", thema="water"),
        ids("bomen", jaar=2027),
        ids("bomen", soort="initiatief"),
    ]
    assert found == [[1], [2], [1], [3]]


def test_a_page_further_on_shows_the_rest() -> None:
    for number in range(1, 25):
        put(number, "Bomen")
    assert ids("bomen", pagina=2) == [4, 3, 2, 1]


def test_a_mistyped_word_is_suggested() -> None:
    put(1, "Zonnepanelen op het dak")
    assert search(read_vraag("zonepannelen")).bedoelde == "zonnepanelen"


def test_a_word_of_what_left_the_index_is_not_suggested(session) -> None:
    put(1, "Zonnepanelen op het dak")
    store("project", [1], {})
    assert search(read_vraag("zonepannelen")).bedoelde is None


def test_what_changed_is_found_by_its_new_words_only() -> None:
    put(1, "Bomen")
    put(1, "Riool")
    assert (ids("bomen"), ids("riool")) == ([], [1])


@pytest.mark.parametrize(
    "tekst",
    [
        "bomen AND OR NOT",
        'bomen"',
        "bomen*",
        "bomen:* & | ! <->",
        "termen:bomen",
        "NEAR(bomen, 2)",
        "bomen' OR 1=1 --",
        "(bomen",
        "^bomen -riool",
        "bomen\\",
        "{bomen}",
        "bomen 🌳",
        "BÓMEN",
    ],
)
def test_signs_of_a_query_language_are_no_operators(tekst) -> None:
    put(1, "Bomen and or not near termen riool 1 2")
    assert ids(tekst) == [1]


def test_what_is_found_takes_few_queries(count_queries) -> None:
    for number in range(1, 40):
        put(number, "Bomen")
    with count_queries() as queries:
        ids("bomen")
    assert len(queries) <= 3, queries
