"""The yearly roll-over moves what is not finished, and can be undone exactly."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select

from participatie.core import clock
from participatie.core.errors import InvalidInputError, StaleError
from participatie.gebiedsprogrammas.errors import (
    AlDoorgeroldError,
    AndereItemsError,
    OngedaanKanNietError,
)
from participatie.gebiedsprogrammas.models import Gebiedsprogramma
from participatie.gebiedsprogrammas.queries import find_programma, get_eerste_jaar
from participatie.gebiedsprogrammas.queries_doorrollen import get_voorstel, list_doorroljaren
from participatie.gebiedsprogrammas.services_doorrollen import doorrollen, maak_ongedaan
from participatie.gebiedsprogrammas.types_planning import DoorrolKeuze, Keuze
from participatie.journal.models import JournalEntry
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.programmas.types import Fase
from tests.factories.accounts import make_redacteur
from tests.factories.gebiedsprogrammas import adopt, change_item, make_item
from tests.integration.gebiedsprogrammas.conftest import JUNI, MEI


@pytest.fixture
def project(noord):
    """An item that was to be finished this year."""
    return make_item(noord, jaar=2026)


def _roll(keuzes=None, jaar=2027):
    with clock.set_to(MEI):
        voorstel = get_voorstel(jaar)
        return doorrollen(jaar=jaar, keuzes=keuzes or {}, gezien=voorstel.gezien, actor_id=None)


def _undo(doorrolling) -> None:
    with clock.set_to(JUNI):
        maak_ongedaan(doorrolling=doorrolling, actor_id=None, versie=doorrolling.versie)


def test_what_is_not_finished_is_proposed_once(city, noord, project) -> None:
    make_item(noord, jaar=2026, fase=Fase.AFGEROND)
    make_item(noord, jaar=2027)
    shared = make_item(noord, city.by_name["Schalkwijk"], jaar=2026)

    found = [item.project_id for _, items in get_voorstel(2027).items for item in items]
    assert sorted(found) == [project.id, shared.id]


def test_the_next_year_becomes_the_concrete_one(city) -> None:
    _roll()

    assert get_eerste_jaar(JUNI.date()) == 2027


def test_concepts_are_made_for_the_next_year_and_the_added_one(city, noord) -> None:
    _roll()

    assert find_programma(noord.id, 2027)
    assert find_programma(noord.id, 2030)


def test_an_unfinished_item_goes_on_in_the_next_year(project) -> None:
    _roll()

    assert project.eind == date(2027, 12, 31)


def test_an_item_can_be_left_as_it_is(project) -> None:
    _roll({project.id: Keuze(DoorrolKeuze.LATEN)})

    assert project.eind == date(2026, 11, 30)


def test_an_item_can_be_stopped_with_a_reason(project) -> None:
    _roll({project.id: Keuze(DoorrolKeuze.STOPPEN, "Het geld is op.")})

    assert project.fase is Fase.GESTOPT


def test_stopping_without_a_reason_is_refused(project) -> None:
    with pytest.raises(InvalidInputError):
        _roll({project.id: Keuze(DoorrolKeuze.STOPPEN)})


def test_a_year_is_rolled_over_to_once(city) -> None:
    _roll()

    with pytest.raises(AlDoorgeroldError):
        _roll()


def test_only_this_year_and_the_next_can_be_chosen(city) -> None:
    with pytest.raises(AlDoorgeroldError):
        _roll(jaar=2029)


def test_what_changed_meanwhile_must_be_seen_first(project) -> None:
    gezien = get_voorstel(2027).gezien
    with clock.set_to(MEI):
        change_item(project, titel="Intussen anders")

    with pytest.raises(AndereItemsError):
        doorrollen(jaar=2027, keuzes={}, gezien=gezien, actor_id=None)


def test_undoing_restores_every_item_exactly(session, project, noord) -> None:
    other = make_item(noord, jaar=2026, titel="Stopt")
    before = gegevens_of(project), gegevens_of(other)
    _undo(_roll({other.id: Keuze(DoorrolKeuze.STOPPEN, "Het geld is op.")}))

    assert (gegevens_of(project), gegevens_of(other)) == before


def test_undoing_takes_the_concepts_away(session, city) -> None:
    _undo(_roll())

    assert session.scalar(select(func.count()).select_from(Gebiedsprogramma)) == 0


def test_undoing_makes_this_year_the_concrete_one_again(city) -> None:
    _undo(_roll())

    with clock.set_to(JUNI):
        assert (get_eerste_jaar(), list_doorroljaren()) == (2026, [2027, 2026])


def test_both_stand_in_the_journal(session, city) -> None:
    _undo(_roll())

    names = set(session.scalars(select(JournalEntry.name)))
    assert names >= {"Doorgerold", "DoorrollenOngedaan"}


def test_undoing_stops_at_what_was_changed_by_hand(project) -> None:
    rolled = _roll()
    with clock.set_to(JUNI):
        change_item(project, titel="Met de hand")

    with pytest.raises(OngedaanKanNietError, match="Nieuw riool"):
        _undo(rolled)


def test_undoing_stops_at_what_was_adopted(project, noord) -> None:
    make_item(noord)
    rolled = _roll()
    adopt(find_programma(noord.id, 2027))

    with pytest.raises(OngedaanKanNietError, match="Noord 2027"):
        _undo(rolled)


def test_undoing_twice_is_refused(city) -> None:
    rolled = _roll()
    _undo(rolled)

    with pytest.raises(StaleError):
        _undo(rolled)


def test_after_undoing_the_year_can_be_rolled_over_to_again(city) -> None:
    _undo(_roll())

    assert _roll().jaar == 2027


def test_a_year_that_is_nearly_over_is_not_offered(city) -> None:
    with clock.set_to(datetime(2026, 10, 1, 9, tzinfo=UTC)):
        assert list_doorroljaren() == [2027]


def test_after_undoing_the_page_says_so_in_its_heading(client, city) -> None:
    rolled = _roll()
    _undo(rolled)
    page = (
        client.sign_in(make_redacteur(city.stad))
        .get(f"/programma/doorrollen/gedaan/{rolled.id}")
        .text
    )

    assert "<h1>Doorrollen naar 2027, ongedaan gemaakt</h1>" in page
    assert "Doorgerold naar 2027" not in page


def test_rolling_over_early_is_warned_for(client, city) -> None:
    page = client.sign_in(make_redacteur(city.stad)).get("/programma/doorrollen/2027").text
    assert "Dit is vroeg" in page
