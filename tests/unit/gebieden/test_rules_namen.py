import pytest
from hypothesis import given
from hypothesis import strategies as st

from participatie.gebieden.rules_namen import (
    STADSDELEN,
    closest_name,
    edit_distance,
    free_slug,
    search_score,
    slug_of,
    stadsdeel_code,
)

HAARLEM = STADSDELEN["GM0392"]
words = st.text(alphabet="abcdeé -", max_size=12)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Schalwijk", "Schalkwijk"),
        ("Zuid West", "Zuid-West"),
        ("ZUIDWEST", "Zuid-West"),
        ("  noord ", "Noord"),
        ("Centrum", "Centrum"),
        ("Schalkwyk", "Schalkwijk"),
    ],
)
def test_a_messy_name_is_recognised(written, meant) -> None:
    assert closest_name(written, HAARLEM) == meant


@pytest.mark.parametrize("written", ["", "West", "Oort", "Bloemendaal", "Schalkwijkerweg"])
def test_another_name_is_not_recognised(written) -> None:
    assert closest_name(written, HAARLEM) is None


def test_a_name_between_two_is_not_guessed() -> None:
    assert closest_name("Parkwijk", ["Parkwijn", "Parkwijf"]) is None


def test_the_same_name_wins_from_one_that_is_near() -> None:
    assert closest_name("Poelpolder", ["Poelpolders", "Poelpolder"]) == "Poelpolder"


@given(one=words, other=words)
def test_the_distance_is_the_same_both_ways(one, other) -> None:
    assert edit_distance(one, other) == edit_distance(other, one)


@given(one=words, other=words, third=words)
def test_a_detour_is_never_shorter(one, other, third) -> None:
    assert edit_distance(one, third) <= edit_distance(one, other) + edit_distance(other, third)


@given(st.text(max_size=30))
def test_an_address_holds_only_letters_digits_and_hyphens(naam) -> None:
    assert set(slug_of(naam)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug_of(naam)


@pytest.mark.parametrize(
    ("naam", "slug"),
    [("Zuid-West", "zuid-west"), ("Café Één", "cafe-een"), ("'t Hof", "t-hof"), ("😀", "gebied")],
)
def test_an_address_is_readable(naam, slug) -> None:
    assert slug_of(naam) == slug


def test_a_second_gebied_of_the_same_name_says_its_niveau() -> None:
    assert free_slug("Parkwijk", "buurt", "BU03920901", {"parkwijk"}) == "parkwijk-buurt"


def test_a_third_says_its_code() -> None:
    taken = {"parkwijk", "parkwijk-buurt"}
    assert free_slug("Parkwijk", "buurt", "BU03920901", taken) == "parkwijk-bu03920901"


def test_the_code_of_a_stadsdeel_follows_from_its_name() -> None:
    assert stadsdeel_code("GM0392", "Zuid-West") == "SD0392-ZUIDWEST"


@pytest.mark.parametrize(
    ("query", "naam", "score"),
    [
        ("meerwijk", "Meerwijk", 0),
        ("meer", "Meerwijk", 1),
        ("veer", "Waarder- en Veerpolder", 2),
        ("polder", "Waarder- en Veerpolder", 3),
        ("boerhavewijk", "Boerhaavewijk", 5),
        ("leidsebuur", "Leidsebuurt-oost", 1),
        ("amsterdam", "Meerwijk", None),
        ("", "Meerwijk", None),
    ],
)
def test_searching_finds_what_is_meant(query, naam, score) -> None:
    assert search_score(query, naam) == score
