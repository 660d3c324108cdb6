"""The goals of a concept, and which of them other rooms may name."""

from dataclasses import replace
from datetime import date

import pytest

from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import InvalidInputError, NotFoundError, StaleError
from participatie.opgaven.models import Doel
from participatie.opgaven.queries import (
    doel_gegevens_of,
    find_doel_naam,
    list_doel_choices,
    list_doelen,
    sorted_teksten,
)
from participatie.opgaven.rules import MAX_DOELEN
from participatie.opgaven.services_doelen import (
    add_doel,
    change_doel,
    get_tekst,
    move_doel,
    remove_doel,
)
from participatie.opgaven.types import Domein, Prioriteit, Richting
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

JULI = date(2026, 7, 1)


def _titles(versie) -> list[str]:
    return [tekst.titel for tekst in sorted_teksten(versie)]


def test_goals_stand_by_domein_then_by_priority(noord) -> None:
    concept = make_concept(
        noord,
        make_doel("d", domein=Domein.BESTUUR),
        make_doel("c", prioriteit=Prioriteit.LAAG),
        make_doel("a"),
        make_doel("b"),
    )
    assert _titles(concept) == ["a", "b", "c", "d"]


def test_a_goal_moves_among_those_that_matter_as_much(noord) -> None:
    concept = make_concept(noord, make_doel("a"), make_doel("b"), make_doel("c"))
    moved = move_doel(sorted_teksten(concept)[2], Richting.OMHOOG, actor_id=None)
    assert (moved, _titles(concept)) == (True, ["a", "c", "b"])


@pytest.mark.parametrize(("place", "richting"), [(0, Richting.OMHOOG), (1, Richting.OMLAAG)])
def test_a_goal_does_not_pass_the_end(noord, place, richting) -> None:
    concept = make_concept(noord, make_doel("a"), make_doel("b"))
    moved = move_doel(sorted_teksten(concept)[place], richting, actor_id=None)
    assert (moved, _titles(concept)) == (False, ["a", "b"])


def test_a_goal_says_what_it_was_told(concept) -> None:
    tekst = concept.teksten[0]
    other = make_doel("Veiliger oversteken", indicatoren=(replace(INDICATOR, streefwaarde=80.5),))
    change_doel(tekst, other, versie=tekst.versie, actor_id=None)
    assert doel_gegevens_of(tekst) == other


def test_two_editors_do_not_overwrite_a_goal(concept) -> None:
    tekst = concept.teksten[0]
    seen = tekst.versie
    change_doel(tekst, make_doel("Een"), versie=seen, actor_id=None)
    with pytest.raises(StaleError):
        change_doel(tekst, make_doel("Twee"), versie=seen, actor_id=None)


def test_a_change_of_figures_alone_is_seen_by_the_other_editor(concept) -> None:
    tekst = concept.teksten[0]
    seen = tekst.versie
    change_doel(tekst, replace(DOEL, indicatoren=()), versie=seen, actor_id=None)
    with pytest.raises(StaleError):
        change_doel(tekst, make_doel("Twee"), versie=seen, actor_id=None)


def test_saving_the_same_goal_changes_nothing(concept) -> None:
    tekst = concept.teksten[0]
    seen = tekst.versie
    change_doel(tekst, DOEL, versie=seen, actor_id=None)
    assert tekst.versie == seen


def test_a_goal_that_never_held_is_forgotten(concept) -> None:
    tekst = concept.teksten[0]
    remove_doel(tekst, versie=tekst.versie, actor_id=None)
    db.session.flush()
    assert db.session.get(Doel, tekst.doel_id) is None


def test_a_goal_that_held_is_kept_when_it_is_dropped(vastgesteld) -> None:
    tekst = make_herijking(vastgesteld).teksten[0]
    remove_doel(tekst, versie=tekst.versie, actor_id=None)
    db.session.flush()
    assert find_doel_naam(tekst.doel_id) == DOEL.titel


def test_a_goal_that_another_changed_is_not_removed(concept) -> None:
    tekst = concept.teksten[0]
    with pytest.raises(StaleError):
        remove_doel(tekst, versie=tekst.versie - 1, actor_id=None)


def test_an_opgave_has_no_endless_list_of_goals(noord) -> None:
    concept = make_concept(noord, *(make_doel(str(number)) for number in range(MAX_DOELEN)))
    with pytest.raises(InvalidInputError, match="hoogstens"):
        add_doel(concept, make_doel("Te veel"), actor_id=None)


def test_a_goal_of_another_version_is_not_found(concept) -> None:
    with pytest.raises(NotFoundError):
        get_tekst(concept, concept.teksten[0].doel_id + 1)


def test_a_concept_names_no_goals(concept, noord) -> None:
    with clock.set_to(_noon(JULI)):
        assert (list_doelen([noord.id]), list_doel_choices([noord.id])) == ([], [])
    assert find_doel_naam(concept.teksten[0].doel_id) is None


def test_the_goals_of_a_gebied_hold_in_their_years(vastgesteld, noord) -> None:
    with clock.set_to(_noon(JULI)):
        found = [[doel.titel for doel in list_doelen([noord.id], jaar)] for jaar in (2025, 2026)]
    assert found == [[], [DOEL.titel]]


def test_a_project_in_a_wijk_can_serve_goals_of_what_lies_above(vastgesteld, city) -> None:
    make_vastgesteld(city.stad, make_doel("Minder regels"))
    make_vastgesteld(city.by_name["Schalkwijk"], make_doel("Noise"))
    with clock.set_to(_noon(JULI)):
        labels = [label for _id, label in list_doel_choices([city.by_name["Noordwijk"].id])]
    assert labels == [f"{DOEL.titel} (Noord 2026-2030)", "Minder regels (Haarlem 2026-2030)"]


def test_goals_of_a_period_that_is_over_are_no_choice(vastgesteld, noord) -> None:
    with clock.set_to(_noon(date(2031, 1, 1))):
        assert list_doel_choices([noord.id]) == []


def test_the_last_adopted_words_are_the_choice(vastgesteld, noord) -> None:
    concept = make_herijking(vastgesteld)
    change_doel(concept.teksten[0], make_doel("Nieuw"), versie=1, actor_id=None)
    with clock.set_to(_noon(JULI)):
        before = [label for _id, label in list_doel_choices([noord.id])]
        adopt(concept, JULI)
        after = [label for _id, label in list_doel_choices([noord.id])]
    assert (before[0][:11], after[0][:5]) == (DOEL.titel[:11], "Nieuw")


def test_the_choices_take_few_queries(vastgesteld, noord, city, count_queries) -> None:
    make_vastgesteld(city.stad, *(make_doel(str(number)) for number in range(5)), gegevens=PERIODE)
    gebied_id = noord.id
    db.session.commit()
    with count_queries() as statements:
        list_doel_choices([gebied_id])
    assert len(statements) <= 3


def _noon(day: date):
    return clock.datetime(day.year, day.month, day.day, 12, tzinfo=clock.UTC)
