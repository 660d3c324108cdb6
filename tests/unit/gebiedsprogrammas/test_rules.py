from datetime import UTC, date, datetime
from itertools import product

import pytest

from participatie.core.errors import InvalidInputError
from participatie.gebieden.types import Niveau, Omtrek
from participatie.gebiedsprogrammas import rules
from participatie.gebiedsprogrammas.errors import StapKanNietError
from participatie.gebiedsprogrammas.types import (
    Besluitstand,
    GezetteStap,
    ProgrammaStatus,
    Stap,
    Vastheid,
)
from participatie.programmas.types import Fase

MOMENT = datetime(2026, 4, 20, 9, tzinfo=UTC)
ADOPTED = GezetteStap(1, Stap.VASTSTELLEN, MOMENT, "2026/1", date(2026, 4, 1))


@pytest.mark.parametrize("namen", rules.NAMEN)
def test_every_member_has_a_name_and_no_two_the_same(namen) -> None:
    assert set(namen) == set(type(next(iter(namen))))
    assert len(set(namen.values())) == len(namen)


def test_every_degree_of_sureness_is_explained() -> None:
    assert set(rules.VASTHEID_UITLEG) == set(Vastheid)


def test_every_phase_proposes_a_result() -> None:
    assert set(rules.RESULTAAT_BIJ_FASE) == set(Fase)


@pytest.mark.parametrize(("status", "stap"), [*product(ProgrammaStatus, Stap)])
def test_every_step_is_in_the_table_or_refused(status, stap) -> None:
    if (status, stap) in rules.OVERGANGEN:
        assert rules.next_status(status, stap) is not status
    else:
        with pytest.raises(StapKanNietError):
            rules.next_status(status, stap)


def test_every_step_can_be_taken_back() -> None:
    forward = {(a, b) for (a, stap), b in rules.OVERGANGEN.items() if stap not in rules.TERUG}
    back = {(b, a) for (a, stap), b in rules.OVERGANGEN.items() if stap in rules.TERUG}
    assert forward == back


def test_every_status_is_reached() -> None:
    assert {ProgrammaStatus.CONCEPT, *rules.OVERGANGEN.values()} == set(ProgrammaStatus)


def test_without_steps_it_is_a_concept() -> None:
    assert rules.stand_after([]) == rules.CONCEPT


def test_adopting_brings_the_decision() -> None:
    stand = rules.stand_after([ADOPTED])
    assert stand == Besluitstand(
        ProgrammaStatus.VASTGESTELD, 1, "2026/1", date(2026, 4, 1), MOMENT
    )


def test_withdrawing_leaves_nothing_of_it() -> None:
    assert rules.stand_after([ADOPTED, GezetteStap(2, Stap.INTREKKEN, MOMENT)]) == rules.CONCEPT


def test_closing_keeps_the_decision() -> None:
    stand = rules.stand_after([ADOPTED, GezetteStap(2, Stap.AFSLUITEN, MOMENT)])
    assert (stand.status, stand.vaststelling_id) == (ProgrammaStatus.AFGESLOTEN, 1)
    assert stand.afgesloten_op == MOMENT


def test_opening_again_forgets_when_it_was_closed() -> None:
    again = [GezetteStap(2, Stap.AFSLUITEN, MOMENT), GezetteStap(3, Stap.HEROPENEN, MOMENT)]
    assert rules.stand_after([ADOPTED, *again]) == rules.stand_after([ADOPTED])


@pytest.mark.parametrize(
    ("status", "jaar", "gemaakt", "vastheid"),
    [
        (ProgrammaStatus.CONCEPT, 2026, True, Vastheid.CONCEPT),
        (ProgrammaStatus.CONCEPT, 2027, True, Vastheid.CONCEPT),
        (ProgrammaStatus.CONCEPT, 2028, True, Vastheid.INDICATIEF),
        (ProgrammaStatus.CONCEPT, 2026, False, Vastheid.INDICATIEF),
        (ProgrammaStatus.CONCEPT, 2025, False, Vastheid.VOORBIJ),
        (ProgrammaStatus.CONCEPT, 2025, True, Vastheid.VOORBIJ),
        (ProgrammaStatus.VASTGESTELD, 2028, True, Vastheid.VASTGESTELD),
        (ProgrammaStatus.AFGESLOTEN, 2025, True, Vastheid.AFGESLOTEN),
    ],
)
def test_a_year_is_as_sure_as_it_was_decided_and_near(status, jaar, gemaakt, vastheid) -> None:
    found = rules.vastheid_of(
        Besluitstand(status), jaar, lopend=2026, eerste=2026, gemaakt=gemaakt
    )
    assert found is vastheid


@pytest.mark.parametrize("niveau", list(Niveau))
def test_only_stadsdelen_and_the_city_have_a_programme(niveau) -> None:
    omtrek = Omtrek(
        id=1, slug="x", code="X", naam="X", niveau=niveau, ouder_id=None, geometry=None
    )
    assert rules.has_programma(omtrek) == (niveau in {Niveau.STAD, Niveau.STADSDEEL})


@pytest.mark.parametrize("jaar", [1800, 1999, 2101, -1])
def test_a_strange_year_is_refused(jaar) -> None:
    with pytest.raises(InvalidInputError):
        rules.check_jaar(jaar)


def test_a_year_is_returned() -> None:
    assert rules.check_jaar(2027) == 2027


def test_a_decision_number_is_one_line() -> None:
    assert rules.check_besluitnummer("  2026/123   BBV ") == "2026/123 BBV"


@pytest.mark.parametrize("nummer", ["", " ", "<b>", "1" * 41, "-1", "1\u202e"])
def test_a_strange_decision_number_is_refused(nummer) -> None:
    with pytest.raises(InvalidInputError):
        rules.check_besluitnummer(nummer)


@pytest.mark.parametrize("dag", [None, date(2026, 4, 21), date(2024, 12, 31), date(1800, 1, 1)])
def test_a_day_that_cannot_be_is_refused(dag) -> None:
    with pytest.raises(InvalidInputError):
        rules.check_besloten_op(dag, jaar=2027, vandaag=date(2026, 4, 20))


def test_a_day_before_the_year_is_usual() -> None:
    dag = date(2026, 4, 20)
    assert rules.check_besloten_op(dag, jaar=2027, vandaag=dag) == dag


@pytest.mark.parametrize("reden", ["kort", " " * 20, "x" * 1001])
def test_a_reason_is_neither_empty_nor_endless(reden) -> None:
    with pytest.raises(InvalidInputError):
        rules.check_reden(reden)


def test_a_reason_is_returned_without_space_around_it() -> None:
    assert rules.check_reden("  Het bedrag klopte niet. ") == "Het bedrag klopte niet."


def test_an_endless_text_is_refused() -> None:
    with pytest.raises(InvalidInputError):
        rules.check_toelichting("x" * 4001)


def test_a_text_may_be_empty() -> None:
    assert rules.check_toelichting(" ") == ""
