from datetime import date

import pytest

from participatie.raakvlakken.rules_woorden import (
    OORDELEN,
    changes_of,
    near_from_here,
    near_in_words,
    together_in_words,
)
from participatie.raakvlakken.types import Oordeel, Verandering


@pytest.mark.parametrize(
    ("afstand", "gebied", "words", "from_here"),
    [
        (0, None, "op dezelfde plek", "Op dezelfde plek"),
        (7, None, "op ongeveer 10 meter van elkaar", "Op ongeveer 10 meter"),
        (118, None, "op ongeveer 120 meter van elkaar", "Op ongeveer 120 meter"),
        (None, "Poort", "allebei in Poort, over hetzelfde thema", "Ook in Poort"),
    ],
)
def test_how_near_is_told_in_words(afstand, gebied, words, from_here) -> None:
    assert (near_in_words(afstand, gebied), near_from_here(afstand, gebied)) == (words, from_here)


@pytest.mark.parametrize(
    ("van", "tot", "gat", "words"),
    [
        (date(2027, 3, 1), date(2027, 3, 31), 0, "tegelijk in maart 2027"),
        (date(2027, 3, 1), date(2027, 6, 1), 0, "tegelijk van maart tot en met juni 2027"),
        (
            date(2027, 3, 1),
            date(2028, 6, 1),
            0,
            "tegelijk van maart 2027 tot en met juni 2028",
        ),
        (
            date(2027, 12, 31),
            date(2028, 1, 1),
            1,
            "kort na elkaar: geen dag ertussen, rond januari 2028",
        ),
        (
            date(2027, 12, 31),
            date(2028, 1, 10),
            10,
            "kort na elkaar: 10 dagen ertussen, rond januari 2028",
        ),
        (
            date(2027, 12, 31),
            date(2028, 2, 1),
            32,
            "kort na elkaar: 5 weken ertussen, rond februari 2028",
        ),
        (
            date(2027, 12, 31),
            date(2028, 3, 30),
            90,
            "kort na elkaar: 3 maanden ertussen, rond maart 2028",
        ),
    ],
)
def test_when_is_told_in_words(van, tot, gat, words) -> None:
    assert together_in_words(van, tot, gat) == words


def test_what_has_changed_is_read_from_how_it_is_stored() -> None:
    assert changes_of("planning_a,plek_b") == (Verandering.PLANNING_A, Verandering.PLEK_B)


def test_nothing_has_changed() -> None:
    assert changes_of("") == ()


def test_an_editor_can_choose_everything_but_open() -> None:
    assert set(OORDELEN) == set(Oordeel) - {Oordeel.OPEN}
