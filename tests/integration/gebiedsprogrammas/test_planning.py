"""What is due at each moment of the P&C cycle follows from the data."""

from datetime import UTC, date, datetime

import pytest

from participatie.core import clock
from participatie.core.errors import InvalidInputError, StaleError
from participatie.gebiedsprogrammas.queries_pc import list_momenten, list_planmomenten
from participatie.gebiedsprogrammas.services_pc import zet_moment
from participatie.gebiedsprogrammas.types_planning import PcSoort, PcTaak, Termijn
from participatie.programmas.types import Geldbron
from tests.factories.gebiedsprogrammas import adopt, make_item, make_programma


def _due(soort, gebied) -> dict:
    [found] = [one for one in list_planmomenten(2026) if one.moment.soort is soort]
    return {one.taak: one.aantal for one in found.te_doen if one.gebied.id == gebied.id}


def _zet(dag, versie=0, soort=PcSoort.KADERNOTA) -> None:
    zet_moment(soort=soort, jaar=2026, datum=dag, actor_id=None, versie=versie)


def test_the_moments_come_in_the_order_of_their_days(session) -> None:
    assert [moment.datum for moment in list_momenten(2026)] == [
        date(2026, 4, 1),
        date(2026, 5, 1),
        date(2026, 10, 1),
    ]


def test_a_moment_can_be_moved(session) -> None:
    _zet(date(2026, 6, 1))

    assert list_momenten(2026)[1].datum == date(2026, 6, 1)


def test_a_moment_stays_in_its_year(session) -> None:
    with pytest.raises(InvalidInputError):
        _zet(date(2027, 1, 1))


def test_two_redacteuren_do_not_overwrite_each_other(session) -> None:
    _zet(date(2026, 6, 1))

    with pytest.raises(StaleError):
        _zet(date(2026, 7, 1))


def test_for_the_kadernota_a_concept_is_needed(noord) -> None:
    assert _due(PcSoort.KADERNOTA, noord) == {PcTaak.CONCEPT_MAKEN: 1}


def test_for_the_kadernota_each_item_needs_money_and_a_goal(noord) -> None:
    make_programma(noord)
    make_item(noord)
    make_item(noord, jaar=2029, cent=0)

    assert _due(PcSoort.KADERNOTA, noord) == {PcTaak.GELD_INVULLEN: 1, PcTaak.DOEL_KIEZEN: 2}


def test_money_in_another_year_of_the_mjgp_is_money(noord) -> None:
    make_programma(noord)
    make_item(
        noord,
        start=date(2027, 1, 1),
        eind=date(2029, 1, 1),
        bedragen={(2029, Geldbron.SUBSIDIE): 1},
    )

    assert PcTaak.GELD_INVULLEN not in _due(PcSoort.KADERNOTA, noord)


def test_for_the_budget_the_next_year_is_adopted(noord) -> None:
    assert _due(PcSoort.BEGROTING, noord) == {PcTaak.VASTSTELLEN: 1}


def test_an_adopted_year_is_no_longer_due(noord) -> None:
    make_item(noord)
    adopt(make_programma(noord))

    assert _due(PcSoort.BEGROTING, noord) == {}


def test_for_the_annual_report_last_year_is_closed(noord) -> None:
    make_item(noord, jaar=2025)
    adopt(make_programma(noord, 2025))

    assert _due(PcSoort.JAARVERSLAG, noord) == {PcTaak.AFSLUITEN: 1}


def test_a_year_that_was_never_adopted_need_not_be_closed(noord) -> None:
    make_programma(noord, 2025)

    assert _due(PcSoort.JAARVERSLAG, noord) == {}


@pytest.mark.parametrize(
    ("dag", "termijn"),
    [(1, Termijn.LATER), (28, Termijn.BINNENKORT)],
)
def test_a_moment_tells_how_much_time_is_left(city, dag, termijn) -> None:
    with clock.set_to(datetime(2026, 3 + dag // 28, dag, 12, tzinfo=UTC)):
        assert list_planmomenten(2026)[1].termijn is termijn


def test_what_is_past_and_not_done_is_late(city) -> None:
    with clock.set_to(datetime(2026, 11, 1, 12, tzinfo=UTC)):
        assert list_planmomenten(2026)[2].termijn is Termijn.TE_LAAT


def test_the_planning_takes_few_queries(session, city, count_queries) -> None:
    for gebied in city.buurten:
        make_item(gebied)
    session.flush()
    with count_queries() as statements:
        list_planmomenten(2026)
    assert len(statements) <= 7
