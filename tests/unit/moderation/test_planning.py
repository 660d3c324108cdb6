from datetime import date

import pytest

from participatie.moderation.rules_woorden import NOG_MOGELIJK_VOOR_BEWONERS, planned_in_words
from participatie.programmas.types import Fase, Participatieniveau, Raakvlak

VANDAAG = date(2026, 3, 2)


def project(start=2027, eind=2027, **changes):
    fields = {
        "project_id": 1,
        "titel": "Speelplek",
        "thema": None,
        "fase": Fase.IDEE,
        "start": date(start, 1, 1),
        "eind": date(eind, 12, 31),
        "participatieniveau": Participatieniveau.MEEBESLISSEN,
        "afstand_m": 140.0,
        "heel_gebied": None,
        "zelfde_thema": False,
        "zin": "",
    }
    return Raakvlak(**(fields | changes))


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "In 2027, op ongeveer 140 meter (idee; bewoners kunnen nog meebeslissen)."),
        (
            {"eind": 2029, "heel_gebied": "Noord", "afstand_m": None},
            "Van 2027 tot en met 2029, in heel Noord (idee; bewoners kunnen nog meebeslissen).",
        ),
        (
            {"start": 2025, "fase": Fase.UITVOERING, "participatieniveau": "adviseren"},
            "Tot en met 2027, op ongeveer 140 meter (uitvoering; het plan ligt vast).",
        ),
    ],
)
def test_an_official_reads_when_where_and_what_is_open(given, words) -> None:
    assert planned_in_words(project(**given), VANDAAG) == words


@pytest.mark.parametrize("niveau", Participatieniveau)
def test_no_level_speaks_to_the_official_as_to_a_resident(niveau) -> None:
    words = NOG_MOGELIJK_VOOR_BEWONERS[niveau].split()
    assert {"u", "uw"}.isdisjoint(words)
