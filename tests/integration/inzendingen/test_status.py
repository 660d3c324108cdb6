"""Moving an inzending through its statuses."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from participatie.core.errors import StaleError
from participatie.core.onderwerpen import Onderwerp
from participatie.inzendingen.errors import TransitionNotAllowedError
from participatie.inzendingen.services import change_status, check_version
from participatie.inzendingen.types import Status
from participatie.journal.queries import list_entries
from tests.factories.accounts import GebruikerFactory
from tests.factories.initiatieven import InitiatiefFactory

pytestmark = pytest.mark.usefixtures("session")
LATE_IN_HAARLEM = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)


def send(inzending):
    change_status(inzending, Status.INGEDIEND, door_id=inzending.indiener_id)


@time_machine.travel(LATE_IN_HAARLEM, tick=False)
def test_the_term_runs_from_the_day_in_haarlem() -> None:
    concept = InitiatiefFactory(status=Status.CONCEPT)
    send(concept)
    assert concept.reactie_voor == date(2027, 1, 15)


@time_machine.travel(LATE_IN_HAARLEM, tick=False)
def test_a_kenmerk_is_given_on_sending() -> None:
    concept = InitiatiefFactory(status=Status.CONCEPT)
    send(concept)
    assert concept.kenmerk == f"2027-{concept.id:05d}"


def test_sending_again_keeps_the_kenmerk() -> None:
    returned = InitiatiefFactory(status=Status.AANPASSEN, kenmerk="2026-00007")
    send(returned)
    assert returned.kenmerk == "2026-00007"


def test_a_decision_taken_back_does_not_lengthen_the_term() -> None:
    declined = InitiatiefFactory(status=Status.AFGEWEZEN)
    before = declined.reactie_voor
    change_status(declined, Status.INGEDIEND, door_id=GebruikerFactory().id)
    assert declined.reactie_voor == before


def test_each_move_is_a_line_of_the_history() -> None:
    concept = InitiatiefFactory(status=Status.CONCEPT)
    send(concept)
    assert [(step.van, step.naar) for step in concept.stappen] == [
        (Status.CONCEPT, Status.INGEDIEND)
    ]


def test_each_move_stands_in_the_journal() -> None:
    concept = InitiatiefFactory(status=Status.CONCEPT)
    send(concept)
    [entry] = list_entries(Onderwerp("initiatief", concept.id))
    assert entry.data == {
        "van": "concept",
        "naar": "ingediend",
        "gebied_id": concept.gebied_id,
    }


def test_a_move_outside_the_table_is_refused() -> None:
    declined = InitiatiefFactory(status=Status.AFGEWEZEN)
    with pytest.raises(TransitionNotAllowedError, match="“Afgewezen”"):
        change_status(declined, Status.GEPUBLICEERD, door_id=GebruikerFactory().id)


def test_an_old_version_is_refused() -> None:
    concept = InitiatiefFactory(status=Status.CONCEPT)
    with pytest.raises(StaleError):
        check_version(concept, concept.versie - 1)
