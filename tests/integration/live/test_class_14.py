"""Class 14: of what is not public, no open page is told, not even that it exists."""

import pytest

from participatie.core.onderwerpen import Onderwerp
from participatie.inzendingen.services import change_status
from participatie.inzendingen.types import Status
from participatie.journal.queries import list_entries
from participatie.live.rules import openbare_namen
from tests.factories.initiatieven import InitiatiefFactory

HIDDEN = [
    (Status.CONCEPT, Status.INGEDIEND),
    (Status.INGEDIEND, Status.AANPASSEN),
    (Status.INGEDIEND, Status.AFGEWEZEN),
    (Status.INGEDIEND, Status.INGETROKKEN),
    (Status.AANPASSEN, Status.INGEDIEND),
    (Status.AFGEWEZEN, Status.INGEDIEND),
]
PUBLIC = [
    (Status.INGEDIEND, Status.GEPUBLICEERD),
    (Status.GEPUBLICEERD, Status.INGETROKKEN),
    (Status.GEPUBLICEERD, Status.INGEDIEND),
]


def told(client, initiatief):
    meldingen = client.get("/live/sinds/0").json["meldingen"]
    return [one for one in meldingen if one["id"] == initiatief.id]


@pytest.mark.parametrize(("van", "naar"), HIDDEN)
def test_class_14_nothing_is_told_of_what_stays_hidden(client, van, naar) -> None:
    initiatief = InitiatiefFactory(status=van)
    change_status(initiatief, naar, door_id=initiatief.indiener_id)
    assert told(client, initiatief) == []


@pytest.mark.parametrize(("van", "naar"), PUBLIC)
def test_what_comes_and_what_goes_is_told(client, van, naar) -> None:
    initiatief = InitiatiefFactory(status=van)
    change_status(initiatief, naar, door_id=initiatief.indiener_id)
    (melding,) = told(client, initiatief)
    assert (melding["naam"], melding["velden"]) == ("PubliekGewijzigd", [])


def test_class_14_a_project_hears_nothing_of_an_inzending_that_stays_hidden() -> None:
    assert {
        "InzendingGekoppeld",
        "InzendingOntkoppeld",
        "BesluitGenomen",
    } & openbare_namen() == set()


def test_control_the_journal_does_know_what_is_hidden(client) -> None:
    initiatief = InitiatiefFactory(status=Status.INGEDIEND)
    change_status(initiatief, Status.AFGEWEZEN, door_id=initiatief.indiener_id)
    assert list_entries(Onderwerp(initiatief.soort, initiatief.id))
