"""What must never be stored is refused by the database."""

from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from participatie.core import clock
from participatie.gebiedsprogrammas.models import (
    DoorrolItem,
    Doorrolling,
    Gebiedsprogramma,
    PcMoment,
    ProgrammaItem,
    ProgrammaStap,
)
from participatie.gebiedsprogrammas.queries_items import newest_stand_of
from participatie.gebiedsprogrammas.types import ProgrammaStatus, Resultaat, Stap
from participatie.gebiedsprogrammas.types_planning import DoorrolKeuze, PcSoort
from tests.factories.gebiedsprogrammas import make_item, make_programma


@pytest.fixture
def refused(session):
    """Store rows, and expect the named constraint to refuse them."""

    def refuse(name: str, *rows) -> None:
        session.add_all(rows)
        with pytest.raises(IntegrityError, match=name):
            session.flush()
        session.rollback()

    return refuse


def _programma(gebied, **anders) -> Gebiedsprogramma:
    known = {
        "gebied_id": gebied.id,
        "jaar": 2027,
        "status": ProgrammaStatus.CONCEPT,
        "toelichting": "",
        "aangemaakt_op": clock.now(),
        "gewijzigd_op": clock.now(),
    }
    return Gebiedsprogramma(**known | anders)


def _stap(programma, stap=Stap.VASTSTELLEN, **anders) -> ProgrammaStap:
    decision = {"besluitnummer": "1", "besloten_op": date(2026, 4, 1)}
    known = {"reden": "", "op": clock.now(), "actor_id": None}
    extra = decision if stap is Stap.VASTSTELLEN else {}
    return ProgrammaStap(programma_id=programma.id, stap=stap, **known | extra | anders)


@pytest.fixture
def item(session, noord):
    """An item that can be stored."""
    project = make_item(noord)
    stap = _stap(make_programma(noord))
    session.add(stap)
    session.flush()
    return ProgrammaItem(
        vaststelling_id=stap.id,
        project_id=project.id,
        stand_id=newest_stand_of([project.id])[project.id],
        volgorde=1,
        bedrag_cent=1,
    )


def test_a_gebied_has_one_programme_a_year(refused, noord) -> None:
    refused("gebied_id.*jaar", _programma(noord), _programma(noord))


def test_no_programme_is_for_the_year_1800(refused, noord) -> None:
    refused("jaar_in_range", _programma(noord, jaar=1800))


def test_an_adopted_programme_has_a_decision(refused, noord) -> None:
    refused("vastgesteld_has_decision", _programma(noord, status=ProgrammaStatus.VASTGESTELD))


def test_an_adopted_programme_has_the_day_of_its_decision(refused, noord) -> None:
    row = _programma(noord, status=ProgrammaStatus.VASTGESTELD, besluitnummer="1")
    refused("vastgesteld_has_decision", row)


def test_a_concept_has_no_decision(refused, noord) -> None:
    row = _programma(noord, besluitnummer="1", besloten_op=date(2026, 4, 1))
    refused("vastgesteld_has_decision", row)


def test_the_step_of_adopting_has_a_decision(refused, noord) -> None:
    refused("vaststellen_has_decision", _stap(make_programma(noord), besluitnummer=None))


@pytest.mark.parametrize("stap", [Stap.INTREKKEN, Stap.HEROPENEN])
def test_taking_a_step_back_has_a_reason(refused, noord, stap) -> None:
    refused("taking_back_has_reden", _stap(make_programma(noord), stap))


def test_an_item_belongs_to_an_adopted_programme(session, refused, item, noord) -> None:
    stap = _stap(make_programma(noord), Stap.AFSLUITEN)
    session.add(stap)
    session.flush()
    item.vaststelling_id, item.stap = stap.id, Stap.AFSLUITEN
    refused("only_of_a_vaststelling", item)


def test_an_item_has_money(refused, item) -> None:
    item.bedrag_cent = 0
    refused("only_with_money", item)


def test_what_is_moved_has_a_year(refused, item) -> None:
    item.resultaat = Resultaat.DOORGESCHOVEN
    refused("doorgeschoven_has_jaar", item)


def test_what_is_not_moved_has_no_year(refused, item) -> None:
    item.naar_jaar = 2028
    refused("doorgeschoven_has_jaar", item)


def test_a_moment_is_set_once_a_year(refused) -> None:
    rows = [
        PcMoment(soort=PcSoort.KADERNOTA, jaar=2026, datum=date(2026, 5, day)) for day in (1, 2)
    ]
    refused("soort.*jaar", *rows)


def test_a_year_is_rolled_over_to_once(refused) -> None:
    refused("jaar", *(Doorrolling(jaar=2027, op=clock.now()) for _ in range(2)))


def test_a_change_of_the_roll_over_names_what_it_became(session, refused, item) -> None:
    rolled = Doorrolling(jaar=2027, op=clock.now())
    session.add(rolled)
    session.flush()
    row = DoorrolItem(
        doorrolling_id=rolled.id,
        project_id=item.project_id,
        keuze=DoorrolKeuze.VERLENGEN,
        reden="",
        van_stand_id=item.stand_id,
    )
    refused("change_has_stand", row)
