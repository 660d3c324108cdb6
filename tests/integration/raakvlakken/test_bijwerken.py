"""What touches follows what is planned, and judgements stay."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from participatie.core.db import db
from participatie.core.jobs import run_soon
from participatie.core.transactions import transaction
from participatie.journal.models import JournalEntry
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.programmas.services import add_project, change_project
from participatie.programmas.types import Fase
from participatie.raakvlakken.models import Raakvlak
from participatie.raakvlakken.queries import list_known
from participatie.raakvlakken.services import (
    ONE_BY_ONE,
    mark_due,
    recompute,
    recompute_when_due,
    update_project,
)
from participatie.raakvlakken.services_oordeel import judge
from participatie.raakvlakken.types import Oordeel
from tests.factories.raakvlakken import make_project, spot

REDEN = "Samen gaat de straat een keer open."


def pairs():
    found = db.session.execute(
        select(Raakvlak.project_a_id, Raakvlak.project_b_id).where(Raakvlak.vervallen_op.is_(None))
    )
    return {tuple(row) for row in found}


def get_raakvlak():
    return db.session.scalars(select(Raakvlak).execution_options(populate_existing=True)).one()


def change(project, **fields):
    with transaction():
        change_project(project, replace(gegevens_of(project), **fields), actor_id=None)


@pytest.fixture
def couple(buurt):
    return make_project(buurt), make_project(buurt, metres=40)


@pytest.fixture
def judged(couple, redacteur):
    recompute()
    raakvlak = get_raakvlak()
    judge(raakvlak=raakvlak, oordeel=Oordeel.COMBINEREN, reden=REDEN, door=redacteur, versie=1)
    db.session.commit()
    return raakvlak


def test_everything_that_touches_is_found(couple, buurt) -> None:
    make_project(buurt, metres=900)
    recompute()
    assert pairs() == {(couple[0].id, couple[1].id)}


def test_what_is_over_touches_nothing(couple) -> None:
    couple[1].fase = Fase.AFGEROND
    db.session.flush()
    recompute()
    assert pairs() == set()


def test_a_second_time_changes_nothing(couple) -> None:
    recompute()
    assert not recompute()


def test_a_project_for_a_wijk_touches_what_has_its_thema(city, buurt) -> None:
    one, other = make_project(city.by_name["Noordwijk"], place=None), make_project(buurt)
    recompute()
    assert pairs() == {(one.id, other.id)}


def test_one_changed_project_gives_the_same_as_all(city, buurt, couple) -> None:
    make_project(city.by_name["Noordwijk"], place=None)
    make_project(buurt, place=None)
    make_project(city.stad, place=None)
    make_project(buurt, metres=120, start=date(2028, 8, 1), eind=date(2028, 9, 1))
    recompute()
    first = {bekend.paar: bekend.raakt for bekend in list_known()}
    db.session.execute(Raakvlak.__table__.delete())
    for project in couple:
        update_project(project.id)
    second = {bekend.paar: bekend.raakt for bekend in list_known()}
    assert second == {
        paar: raakt for paar, raakt in first.items() if {one.id for one in couple} & set(paar)
    }


def test_a_new_project_is_compared_at_once(couple) -> None:
    with transaction():
        added = add_project(
            gegevens_of(couple[0]), bronsysteem="test", bronsleutel="nieuw", actor_id=None
        )
    assert {paar for paar in pairs() if added.id in paar} == {(one.id, added.id) for one in couple}


def test_a_pair_disappears_when_a_project_moves_away_and_comes_back_with_it(couple) -> None:
    recompute()
    change(couple[1], geometrie=spot(2_000))
    away = pairs()
    change(couple[1], geometrie=spot(40))
    assert (away, pairs()) == (set(), {(couple[0].id, couple[1].id)})


def test_a_pair_that_comes_back_keeps_its_judgement(judged, couple) -> None:
    place = couple[1].geometrie
    change(couple[1], geometrie=spot(2_000))
    change(couple[1], geometrie=place)
    found = get_raakvlak()
    assert (found.oordeel, found.opnieuw) == (Oordeel.COMBINEREN, "")


def test_a_judgement_is_to_be_seen_again_when_the_planning_changes(judged, couple) -> None:
    change(couple[0], eind=date(2029, 1, 31))
    found = get_raakvlak()
    assert (found.oordeel, found.opnieuw) == (Oordeel.COMBINEREN, "planning_a")


def test_a_judgement_is_to_be_seen_again_when_a_place_changes(judged, couple) -> None:
    change(couple[1], geometrie=spot(60))
    assert get_raakvlak().opnieuw == "plek_b"


def test_a_judgement_stands_when_something_else_changes(judged, couple) -> None:
    change(couple[1], titel="Nieuwe naam", fase=Fase.UITVOERING)
    assert get_raakvlak().opnieuw == ""


def test_a_change_of_words_asks_nothing_of_the_database(couple, count_queries) -> None:
    recompute()
    with count_queries() as queries:
        change(couple[1], titel="Nieuwe naam")
    assert [query for query in queries if "raakvlak" in query] == []


def test_a_project_that_is_over_takes_its_pairs_along(couple) -> None:
    recompute()
    change(couple[1], fase=Fase.GESTOPT)
    assert pairs() == set()


def test_what_is_taken_back_touches_nothing(couple) -> None:
    with transaction():
        project = add_project(
            gegevens_of(couple[0]), bronsysteem="test", bronsleutel="nieuw", actor_id=None
        )
        db.session.flush()
        project_id = project.id
        db.session.info.pop("projects whose raakvlakken wait")
    assert {paar for paar in pairs() if project_id in paar} == set()


def test_many_changes_are_left_to_a_job(couple, monkeypatch) -> None:
    with transaction():
        for number in range(ONE_BY_ONE + 1):
            add_project(
                gegevens_of(couple[0]), bronsysteem="test", bronsleutel=str(number), actor_id=None
            )
    before = pairs()
    recompute_when_due()
    assert (before, len(pairs())) == (set(), (ONE_BY_ONE + 3) * (ONE_BY_ONE + 2) // 2)


def test_the_job_does_nothing_when_nothing_is_due(couple) -> None:
    recompute_when_due()
    assert pairs() == set()


def test_the_job_is_done_once(couple, count_queries) -> None:
    mark_due()
    recompute_when_due()
    db.session.flush()
    with count_queries() as queries:
        recompute_when_due()
    assert len(queries) == 1


def test_the_job_is_known_to_the_queue(app, session) -> None:
    run_soon(recompute_when_due)


def test_what_was_worked_out_stands_in_the_journal(couple) -> None:
    recompute()
    entry = db.session.scalars(
        select(JournalEntry).where(JournalEntry.name == "RaakvlakkenBijgewerkt")
    ).one()
    assert entry.data == {"nieuw": 1, "gewijzigd": 0, "vervallen": 0, "opnieuw": 0}


def test_the_command_says_what_it_found(app, couple) -> None:
    db.session.commit()
    result = app.test_cli_runner().invoke(args=["raakvlakken", "bereken"])
    assert "1 nieuw, 0 gewijzigd, 0 vervallen" in result.output


@pytest.mark.parametrize("others", [0, 30])
def test_one_changed_project_takes_few_queries(couple, buurt, count_queries, others) -> None:
    for number in range(others):
        make_project(buurt, metres=number)
    recompute()
    db.session.flush()
    with count_queries() as queries:
        update_project(couple[0].id)
    assert len(queries) <= 8, queries
