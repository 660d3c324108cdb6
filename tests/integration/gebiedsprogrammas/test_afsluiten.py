"""Closing a year tells what came of every item, and can be taken back."""

from datetime import UTC, datetime, timedelta

import pytest

from participatie.core import clock
from participatie.core.errors import InvalidInputError, StaleError
from participatie.gebieden.queries import get_boom
from participatie.gebiedsprogrammas.errors import StapKanNietError
from participatie.gebiedsprogrammas.queries_programma import get_jaarprogramma, get_met_concept
from participatie.gebiedsprogrammas.services import afsluiten, heropenen, intrekken
from participatie.gebiedsprogrammas.services_resultaten import bewaar_resultaten
from participatie.gebiedsprogrammas.types import ProgrammaStatus, Resultaat, Uitslag
from tests.factories.gebiedsprogrammas import adopt, make_item, make_programma
from tests.integration.gebiedsprogrammas.conftest import JUNI, MEI

DECEMBER = datetime(2027, 12, 1, 9, tzinfo=UTC)
DONE = Uitslag(Resultaat.GEREALISEERD)
MOVED = Uitslag(Resultaat.DOORGESCHOVEN, 2028, "De aannemer had geen tijd.")


@pytest.fixture
def project(noord):
    return make_item(noord)


@pytest.fixture
def programma(noord, project):
    """An adopted programme with one item."""
    programma = make_programma(noord)
    adopt(programma)
    return programma


def _page(programma, peildatum=None):
    omtrek = get_boom().omtrekken[programma.gebied_id]
    with clock.set_to(DECEMBER):
        return get_jaarprogramma(omtrek, programma.jaar, peildatum)


def _write(programma, project, uitslag) -> None:
    with clock.set_to(MEI):
        bewaar_resultaten(
            programma=programma, uitslagen={project.id: uitslag}, versie=programma.versie
        )


def _close(programma) -> None:
    with clock.set_to(DECEMBER - timedelta(hours=1)):
        afsluiten(programma=programma, actor_id=None, versie=programma.versie)


def test_a_draft_is_kept(programma, project) -> None:
    _write(programma, project, MOVED)

    omtrek = get_boom().omtrekken[programma.gebied_id]
    assert get_met_concept(omtrek, programma.jaar).regels[0].uitslag == MOVED


def test_a_draft_changes_the_version(programma, project) -> None:
    versie = programma.versie
    _write(programma, project, DONE)

    with pytest.raises(StaleError):
        bewaar_resultaten(programma=programma, uitslagen={project.id: MOVED}, versie=versie)


def test_a_year_is_closed_with_all_results(programma, project) -> None:
    _write(programma, project, DONE)
    _close(programma)

    assert _page(programma).stand.status is ProgrammaStatus.AFGESLOTEN


@pytest.mark.parametrize("uitslag", [Uitslag(None), Uitslag(Resultaat.VERVALLEN)])
def test_a_year_with_an_unfinished_result_stays_open(programma, project, uitslag) -> None:
    _write(programma, project, uitslag)

    with pytest.raises(InvalidInputError, match="Nog te doen: 1"):
        _close(programma)


def test_a_concept_cannot_be_closed(noord) -> None:
    with pytest.raises(StapKanNietError):
        _close(make_programma(noord))


def test_a_closed_year_takes_no_more_results(programma, project) -> None:
    _write(programma, project, DONE)
    _close(programma)

    with pytest.raises(StapKanNietError):
        _write(programma, project, MOVED)


def test_a_closed_year_cannot_be_withdrawn(programma, project) -> None:
    _write(programma, project, DONE)
    _close(programma)

    with pytest.raises(StapKanNietError):
        intrekken(
            programma=programma,
            reden="Toch niet goed genoeg.",
            actor_id=None,
            versie=programma.versie,
        )


def test_a_closed_year_is_opened_again_with_its_results(programma, project) -> None:
    _write(programma, project, DONE)
    _close(programma)
    with clock.set_to(DECEMBER):
        heropenen(
            programma=programma,
            reden="Een resultaat klopte niet.",
            actor_id=None,
            versie=programma.versie,
        )
        page = get_met_concept(get_boom().omtrekken[programma.gebied_id], programma.jaar)

    assert (page.stand.status, page.regels[0].uitslag) == (ProgrammaStatus.VASTGESTELD, DONE)


def test_before_it_was_closed_the_year_was_adopted(programma, project) -> None:
    _write(programma, project, DONE)
    with clock.set_to(JUNI):
        _close(programma)

        assert _page(programma, MEI.date()).stand.status is ProgrammaStatus.VASTGESTELD


def test_a_year_that_has_not_begun_stays_open(programma, project) -> None:
    _write(programma, project, DONE)

    with clock.set_to(JUNI), pytest.raises(InvalidInputError, match="nog niet begonnen"):
        afsluiten(programma=programma, actor_id=None, versie=programma.versie)


def test_a_draft_is_not_for_everyone(programma, project) -> None:
    _write(programma, project, DONE)

    assert _page(programma).regels[0].uitslag is None
