from datetime import date

import pytest

from participatie.programmas import rules
from participatie.programmas.types import Fase, Participatieniveau, Thema


@pytest.mark.parametrize("namen", rules.NAMEN)
def test_every_member_has_a_name_and_no_two_the_same(namen) -> None:
    soort = type(next(iter(namen)))
    assert set(namen) == set(soort)
    assert len(set(namen.values())) == len(namen)


def test_every_thema_belongs_to_a_domein() -> None:
    assert set(rules.THEMA_DOMEIN) == set(Thema)


def test_every_niveau_is_explained() -> None:
    assert set(rules.NIVEAU_UITLEG) == set(Participatieniveau)


def test_every_fase_is_a_step_or_the_end_of_one() -> None:
    assert {*rules.FASE_VOLGORDE, Fase.GESTOPT} == set(Fase)


def test_a_planning_touches_each_year_from_its_start_to_its_end() -> None:
    assert rules.jaren(date(2026, 12, 31), date(2028, 1, 1)) == (2026, 2027, 2028)


def test_a_planning_within_a_year_is_that_year() -> None:
    assert rules.planning_in_woorden(date(2027, 1, 1), date(2027, 5, 1)) == "2027"


def test_a_longer_planning_names_both_years() -> None:
    assert rules.planning_in_woorden(date(2027, 1, 1), date(2029, 5, 1)) == "2027 tot en met 2029"


def test_influence_ends_when_the_work_begins() -> None:
    words = rules.invloed_in_woorden(Fase.UITVOERING, Participatieniveau.ADVISEREN)
    assert words == "het plan ligt vast"


def test_residents_who_decide_keep_deciding_during_the_work() -> None:
    words = rules.invloed_in_woorden(Fase.UITVOERING, Participatieniveau.MEEBESLISSEN)
    assert words == "u kunt nog meebeslissen"


def test_nothing_can_be_influenced_once_it_is_over() -> None:
    words = rules.invloed_in_woorden(Fase.AFGEROND, Participatieniveau.MEEBESLISSEN)
    assert words == "het is voorbij"


def zin(**changed) -> str:
    given = {
        "titel": "Vernieuwen van het riool",
        "fase": Fase.VOORBEREIDING,
        "start": date(2027, 3, 1),
        "eind": date(2027, 9, 1),
        "niveau": Participatieniveau.ADVISEREN,
        "plek": "hier",
        "vandaag": date(2026, 11, 20),
    }
    return rules.raakvlak_zin(**given | changed)


def test_a_raakvlak_says_when_what_and_which_influence() -> None:
    assert zin() == (
        "In 2027 staat hier gepland: Vernieuwen van het riool"
        " (voorbereiding; u kunt nog adviseren)."
    )


def test_a_raakvlak_over_years_names_them() -> None:
    assert zin(eind=date(2029, 1, 1)).startswith("Van 2027 tot en met 2029 staat hier gepland")


def test_a_raakvlak_that_goes_on_says_until_when() -> None:
    started = zin(start=date(2026, 1, 1), fase=Fase.UITVOERING)
    assert started == (
        "Tot en met 2027 wordt hier gewerkt aan: Vernieuwen van het riool (het plan ligt vast)."
    )


def test_an_idea_is_not_called_planned() -> None:
    assert "komt hier misschien" in zin(fase=Fase.IDEE)


@pytest.mark.parametrize(
    ("afstand_m", "heel_gebied", "words"),
    [
        (0.0, None, "hier"),
        (7.0, None, "op ongeveer 10 meter"),
        (84.0, None, "op ongeveer 80 meter"),
        (None, "Leidsebuurt", "in heel Leidsebuurt"),
    ],
)
def test_a_place_is_said_in_words(afstand_m, heel_gebied, words) -> None:
    assert rules.plek_in_woorden(afstand_m, heel_gebied) == words


@pytest.mark.parametrize(
    ("fase", "niveau", "kop", "mogelijk"),
    [
        (Fase.GESTOPT, Participatieniveau.ADVISEREN, "Niets meer", False),
        (Fase.AFGEROND, Participatieniveau.ADVISEREN, "Niets meer", False),
        (Fase.UITVOERING, Participatieniveau.ADVISEREN, "Het plan ligt vast", False),
        (Fase.UITVOERING, Participatieniveau.MEEBESLISSEN, None, True),
        (Fase.IDEE, Participatieniveau.INFORMEREN, None, False),
        (Fase.IDEE, Participatieniveau.ADVISEREN, None, True),
    ],
)
def test_influence_follows_from_phase_and_level(fase, niveau, kop, mogelijk) -> None:
    found = rules.invloed(fase, niveau)
    assert (found.kop, found.mogelijk) == (kop or rules.NIVEAU_NAMEN[niveau], mogelijk)
