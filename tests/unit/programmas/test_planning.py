from datetime import date, timedelta

import pytest

from participatie.programmas.rules_planning import (
    check_begin,
    check_fasering,
    draw_tijdlijn,
    in_order,
    is_late,
    sort_mijlpalen,
)
from participatie.programmas.types import Fase, Fasering, Mijlpaal

START, EIND = date(2026, 1, 1), date(2028, 12, 31)
VANDAAG = date(2026, 6, 1)
IDEE = Fasering(Fase.IDEE, date(2026, 1, 1), date(2026, 3, 31))
VOORBEREIDING = Fasering(Fase.VOORBEREIDING, date(2026, 4, 1), date(2027, 3, 31))
UITVOERING = Fasering(Fase.UITVOERING, date(2027, 4, 1), date(2028, 12, 31))


def fouten(*fasering, fase=Fase.VOORBEREIDING):
    return check_fasering(fasering, fase=fase, start=START, eind=EIND, vandaag=VANDAAG)


def test_phases_that_follow_each_other_are_right() -> None:
    assert fouten(UITVOERING, IDEE, VOORBEREIDING) == []


def test_a_phase_may_begin_on_the_day_the_one_before_ends() -> None:
    assert fouten(IDEE, Fasering(Fase.UITVOERING, IDEE.eind, EIND)) == []


@pytest.mark.parametrize(
    ("fasering", "fase", "told", "is_eind"),
    [
        (
            (Fasering(Fase.IDEE, date(2026, 3, 1), date(2026, 2, 1)),),
            Fase.VOORBEREIDING,
            "Het idee is klaar voordat die begint",
            True,
        ),
        (
            (Fasering(Fase.IDEE, date(2025, 3, 1), date(2026, 2, 1)),),
            Fase.VOORBEREIDING,
            "begint voordat het project begint",
            False,
        ),
        (
            (Fasering(Fase.UITVOERING, date(2027, 3, 1), date(2029, 2, 1)),),
            Fase.VOORBEREIDING,
            "klaar nadat het project klaar is",
            True,
        ),
        (
            (VOORBEREIDING, Fasering(Fase.UITVOERING, date(2027, 1, 1), EIND)),
            Fase.VOORBEREIDING,
            "De uitvoering begint voordat de voorbereiding klaar is",
            False,
        ),
        ((UITVOERING,), Fase.UITVOERING, "nu in de uitvoering is", False),
        ((UITVOERING,), Fase.AFGEROND, "de uitvoering nog niet klaar", True),
    ],
)
def test_a_mistake_in_the_planning_is_told_at_its_day(fasering, fase, told, is_eind) -> None:
    (fout,) = fouten(*fasering, fase=fase)

    assert (told in fout.message, fout.is_eind) == (True, is_eind)


def test_what_is_stopped_may_have_any_planning_left() -> None:
    assert fouten(UITVOERING, fase=Fase.GESTOPT) == []


def test_only_phases_that_last_are_planned() -> None:
    assert in_order([Fasering(Fase.AFGEROND, START, EIND), IDEE]) == (IDEE,)


def test_the_phase_of_now_is_late_when_it_should_be_over() -> None:
    assert is_late([IDEE], fase=Fase.IDEE, vandaag=VANDAAG)
    assert not is_late([IDEE], fase=Fase.VOORBEREIDING, vandaag=VANDAAG)


def test_milestones_stand_by_day() -> None:
    later, first = Mijlpaal("a", EIND), Mijlpaal("b", START)

    assert sort_mijlpalen([later, first]) == (first, later)


def draw(*fasering, vandaag=VANDAAG):
    return draw_tijdlijn(
        fasering, fase=Fase.VOORBEREIDING, start=START, eind=EIND, vandaag=vandaag
    )


def test_without_phases_nothing_is_drawn() -> None:
    assert draw() is None


def test_bars_follow_each_other_from_the_begin_to_the_end() -> None:
    idee, _voorbereiding, uitvoering = draw(IDEE, VOORBEREIDING, UITVOERING).balken

    assert (idee.x, round(uitvoering.x + uitvoering.breedte)) == (0.0, 100)


def test_the_bar_of_now_is_marked_with_today() -> None:
    found = draw(IDEE, VOORBEREIDING)

    assert [balk.is_nu for balk in found.balken] == [False, True]
    assert found.vandaag == pytest.approx(13.8)


def test_today_is_not_drawn_outside_the_project() -> None:
    assert draw(IDEE, vandaag=date(2030, 1, 1)).vandaag is None


def test_one_day_is_still_a_bar() -> None:
    (balk,) = draw(Fasering(Fase.IDEE, START, START)).balken

    assert balk.breedte == 1.0


@pytest.mark.parametrize(
    ("fase", "later", "is_wrong"),
    [
        (Fase.UITVOERING, 1, True),
        (Fase.UITVOERING, 0, False),
        (Fase.VOORBEREIDING, 1, False),
        (Fase.AFGEROND, 1, False),
    ],
)
def test_work_that_goes_on_has_begun(fase, later, is_wrong) -> None:
    start = VANDAAG + timedelta(days=later)
    assert (check_begin(fase=fase, start=start, vandaag=VANDAAG) is not None) == is_wrong
