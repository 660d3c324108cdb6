"""Beginning, herijken, adopting and throwing away."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import InvalidInputError, NotFoundError, StaleError
from participatie.journal.models import JournalEntry
from participatie.opgaven.errors import AlEenConceptError, NietsVastgesteldError, VersieVastError
from participatie.opgaven.models import Doel, Gebiedsopgave
from participatie.opgaven.queries import (
    doel_gegevens_of,
    find_geldende,
    get_versie,
    versie_gegevens_of,
)
from participatie.opgaven.services import (
    change_concept,
    start_opgave,
    throw_away,
    vaststel,
)
from participatie.opgaven.services_doelen import add_doel, change_doel, remove_doel
from participatie.opgaven.types import Besluit, OpgaveStatus
from tests.factories.opgaven import (
    DOEL,
    PERIODE,
    adopt,
    make_concept,
    make_doel,
    make_herijking,
    make_vastgesteld,
)


def _told() -> list[str]:
    return list(db.session.scalars(select(JournalEntry.name).order_by(JournalEntry.id)))


def test_a_gebied_has_one_opgave_for_a_period(concept, noord) -> None:
    later = replace(PERIODE, van_jaar=2029, tot_jaar=2033)
    with pytest.raises(InvalidInputError, match="al een opgave voor deze jaren"):
        start_opgave(noord.id, later, actor_id=None)


def test_the_next_period_may_begin_in_the_last_year(concept, noord) -> None:
    later = replace(PERIODE, van_jaar=2030, tot_jaar=2034)
    assert start_opgave(noord.id, later, actor_id=None).nummer == 1


def test_a_herijking_copies_the_goals(vastgesteld) -> None:
    concept = make_herijking(vastgesteld)
    assert [doel_gegevens_of(tekst) for tekst in concept.teksten] == [DOEL]


def test_a_goal_stays_the_same_goal_through_a_herijking(vastgesteld) -> None:
    concept = make_herijking(vastgesteld)
    assert concept.teksten[0].doel_id == vastgesteld.teksten[0].doel_id


def test_a_herijking_may_shift_the_years(vastgesteld) -> None:
    concept = make_herijking(vastgesteld)
    shifted = replace(versie_gegevens_of(concept), van_jaar=2027, tot_jaar=2031)
    change_concept(concept, shifted, versie=concept.versie, actor_id=None)
    assert (vastgesteld.van_jaar, concept.van_jaar) == (2026, 2027)


def test_a_change_in_the_concept_leaves_the_old_version_readable(vastgesteld) -> None:
    tekst = make_herijking(vastgesteld).teksten[0]
    change_doel(tekst, replace(DOEL, titel="Anders"), versie=tekst.versie, actor_id=None)
    assert get_versie(vastgesteld.opgave_id, 1).teksten[0].titel == DOEL.titel


def test_a_herijking_needs_a_reason(vastgesteld) -> None:
    with pytest.raises(InvalidInputError, match="waarom"):
        make_herijking(vastgesteld, reden=" ")


def test_only_one_concept_at_a_time(vastgesteld) -> None:
    make_herijking(vastgesteld)
    with pytest.raises(AlEenConceptError):
        make_herijking(vastgesteld)


def test_what_was_never_adopted_is_not_herijkt(concept) -> None:
    with pytest.raises(NietsVastgesteldError):
        make_herijking(concept)


def test_the_new_version_holds_from_its_decision(vastgesteld) -> None:
    adopt(make_herijking(vastgesteld), date(2026, 6, 1))
    numbers = [
        find_geldende(vastgesteld.opgave_id, day).nummer
        for day in (date(2026, 5, 31), date(2026, 6, 1))
    ]
    assert numbers == [1, 2]


def test_before_the_first_decision_nothing_holds(vastgesteld) -> None:
    assert find_geldende(vastgesteld.opgave_id, date(2025, 11, 30)) is None


def test_the_second_decision_cannot_be_before_the_first(vastgesteld) -> None:
    with pytest.raises(InvalidInputError, match="voor het vorige besluit"):
        adopt(make_herijking(vastgesteld), date(2025, 11, 30))


def test_a_concept_that_changed_since_it_was_read_is_not_adopted(concept) -> None:
    seen = concept.versie
    add_doel(concept, make_doel("Nog een doel"), actor_id=None)
    with pytest.raises(StaleError):
        vaststel(concept, Besluit(nummer="1", datum=clock.today()), versie=seen, actor_id=None)


def test_a_concept_without_goals_is_not_adopted(concept) -> None:
    tekst = concept.teksten[0]
    remove_doel(tekst, versie=tekst.versie, actor_id=None)
    with pytest.raises(InvalidInputError, match="minstens één doel"):
        adopt(concept, clock.today())


def test_a_vastgestelde_version_takes_no_other_decision(vastgesteld) -> None:
    with pytest.raises(VersieVastError):
        adopt(vastgesteld, clock.today())


def test_a_vastgestelde_version_takes_no_other_words(vastgesteld) -> None:
    with pytest.raises(VersieVastError):
        change_concept(vastgesteld, PERIODE, versie=vastgesteld.versie, actor_id=None)


def test_a_vastgestelde_version_takes_no_other_goals(vastgesteld) -> None:
    with pytest.raises(VersieVastError):
        add_doel(vastgesteld, make_doel("Nog een"), actor_id=None)


def test_two_editors_do_not_overwrite_each_other(concept) -> None:
    seen = concept.versie
    change_concept(concept, replace(PERIODE, inleiding="Een"), versie=seen, actor_id=None)
    with pytest.raises(StaleError):
        change_concept(concept, replace(PERIODE, inleiding="Twee"), versie=seen, actor_id=None)


def test_saving_the_same_words_is_no_change(concept) -> None:
    before = _told()
    change_concept(concept, PERIODE, versie=concept.versie, actor_id=None)
    assert _told() == before


def test_a_first_concept_that_moves_takes_its_opgave_along(concept) -> None:
    moved = replace(PERIODE, van_jaar=2027)
    change_concept(concept, moved, versie=concept.versie, actor_id=None)
    assert concept.opgave.van_jaar == 2027


def test_throwing_a_herijking_away_leaves_what_holds(vastgesteld) -> None:
    concept = make_herijking(vastgesteld)
    added = add_doel(concept, make_doel("Nieuw"), actor_id=None).doel_id
    throw_away(concept, versie=concept.versie, actor_id=None)
    db.session.flush()
    assert [found.nummer for found in vastgesteld.opgave.versies] == [1]
    assert db.session.get(Doel, added) is None


def test_throwing_the_first_concept_away_removes_the_opgave(concept) -> None:
    throw_away(concept, versie=concept.versie, actor_id=None)
    db.session.flush()
    assert db.session.scalar(select(func.count()).select_from(Gebiedsopgave)) == 0


def test_a_concept_that_changed_is_not_thrown_away(concept) -> None:
    seen = concept.versie
    add_doel(concept, make_doel("Nog een doel"), actor_id=None)
    with pytest.raises(StaleError):
        throw_away(concept, versie=seen, actor_id=None)


def test_the_journal_tells_the_life_of_an_opgave(vastgesteld) -> None:
    make_herijking(vastgesteld)
    assert _told() == ["OpgaveBegonnen", "ConceptGewijzigd", "OpgaveVastgesteld", "OpgaveHerijkt"]


def test_two_opgaven_do_not_know_each_other(vastgesteld, city) -> None:
    other = make_vastgesteld(city.by_name["Schalkwijk"], op=date(2026, 1, 5))
    assert find_geldende(other.opgave_id, date(2026, 1, 4)) is None


def test_a_version_that_is_not_there_is_not_found(vastgesteld) -> None:
    with pytest.raises(NotFoundError):
        get_versie(vastgesteld.opgave_id, 2)


def test_a_decision_cannot_be_taken_tomorrow(concept) -> None:
    with pytest.raises(InvalidInputError, match="toekomst"):
        adopt(concept, clock.today() + timedelta(days=1))
    assert concept.status is OpgaveStatus.CONCEPT


def test_concepts_of_two_gebieden_stand_beside_each_other(concept, city) -> None:
    assert make_concept(city.by_name["Schalkwijk"]).nummer == 1
