from datetime import UTC, datetime, timedelta

import pytest

from participatie.core import clock
from participatie.inzendingen.models import Statusstap
from participatie.inzendingen.types import Status
from participatie.moderation.types import Uitkomst
from participatie.programmas.types import Thema
from tests.factories.accounts import make_beheerder, make_gebiedsverbinder
from tests.factories.gebieden import make_city
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.moderation import BesluitFactory

GROND = {
    Uitkomst.PUBLICEREN: "past-in-gebied",
    Uitkomst.AANPASSEN: "onduidelijk",
    Uitkomst.AFWIJZEN: "al-gepland",
}
NA = {
    Uitkomst.PUBLICEREN: Status.GEPUBLICEERD,
    Uitkomst.AANPASSEN: Status.AANPASSEN,
    Uitkomst.AFWIJZEN: Status.AFGEWEZEN,
}
OP = datetime(2026, 9, 1, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _today(time_machine):
    time_machine.move_to(datetime(2026, 11, 21, 9, tzinfo=UTC), tick=False)


@pytest.fixture
def city(session):
    return make_city()


@pytest.fixture
def moderator(city):
    return make_gebiedsverbinder(city.by_name["Noord"], naam="Verbinder Noord")


@pytest.fixture
def collega(city):
    return make_gebiedsverbinder(city.by_name["Schalkwijk"], naam="Verbinder Schalkwijk")


@pytest.fixture
def beheerder(city):
    return make_beheerder()


@pytest.fixture
def besluit(session):
    """Return what makes a decision, taken some days after it was sent."""

    def make(gebied, door, uitkomst=Uitkomst.PUBLICEREN, *, dagen=5, **fields):
        inzending = InitiatiefFactory(
            gebied=gebied, status=NA[uitkomst], thema=fields.pop("thema", Thema.GROEN)
        )
        op = fields.pop("op", OP)
        session.add(
            Statusstap(
                inzending=inzending,
                van=Status.CONCEPT,
                naar=Status.INGEDIEND,
                op=op - timedelta(days=dagen),
                door_id=inzending.indiener_id,
            )
        )
        given = {"grond": GROND[uitkomst], "uitkomst": uitkomst, "op": op} | fields
        if given.pop("terug", False):
            given |= {
                "teruggedraaid_op": clock.now(),
                "teruggedraaid_door": door,
                "teruggedraaid_reden": "Dit was een vergissing.",
            }
        return BesluitFactory(inzending=inzending, door=door, **given)

    return make
