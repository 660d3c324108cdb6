"""When outlines change, an inzending is found again in the gebied around its place."""

from participatie.core import clock
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.gebieden.events import GebiedenIngelezen
from participatie.inzendingen.types import Status
from participatie.journal.queries import list_entries
from tests.factories.gebieden import make_city, square
from tests.factories.initiatieven import InitiatiefFactory


def read_in(city) -> None:
    onderwerp = Onderwerp("gebied", city.stad.id)
    publish(
        GebiedenIngelezen(
            occurred_at=clock.now(),
            actor_id=None,
            onderwerp=onderwerp,
            niveau="buurt",
            nieuw=0,
            gewijzigd=2,
        )
    )


def swap_outlines(session, one, other) -> None:
    one.place(square(one.west + 0.02, one.zuid, one.oost + 0.02, one.noord))
    other.place(square(other.west - 0.02, other.zuid, other.oost - 0.02, other.noord))
    session.flush()


def test_a_place_follows_the_new_outlines(session) -> None:
    city = make_city()
    west, oost = city.by_name["Duinbuurt"], city.by_name["Zeebuurt"]
    idea = InitiatiefFactory(
        status=Status.GEPUBLICEERD, gebied=west, punt=(west.west + 0.005, 52.385)
    )
    swap_outlines(session, west, oost)

    read_in(city)

    session.refresh(idea)
    assert idea.gebied_id == oost.id


def test_an_idea_for_a_whole_gebied_stays_there(session) -> None:
    city = make_city()
    west, oost = city.by_name["Duinbuurt"], city.by_name["Zeebuurt"]
    idea = InitiatiefFactory(status=Status.GEPUBLICEERD, gebied=west)
    swap_outlines(session, west, oost)

    read_in(city)

    session.refresh(idea)
    assert idea.gebied_id == west.id


def test_the_journal_says_how_many_moved(session) -> None:
    city = make_city()
    west, oost = city.by_name["Duinbuurt"], city.by_name["Zeebuurt"]
    InitiatiefFactory(status=Status.GEPUBLICEERD, gebied=west, punt=(west.west + 0.005, 52.385))
    swap_outlines(session, west, oost)

    read_in(city)

    session.flush()
    entries = list_entries(Onderwerp("inzendingen", 0))
    assert [entry.data for entry in entries] == [{"aantal": 1}]
