"""Feeds and calendars, read as others read them."""

from http import HTTPStatus

import pytest
from defusedxml.ElementTree import fromstring
from icalendar import Calendar

from participatie.inzendingen.types import Status
from participatie.zoeken.services import update_index
from tests.factories.gebieden import make_city
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.inzendingen import KoppelingFactory
from tests.factories.programmas import ProjectFactory

ATOM = "{http://www.w3.org/2005/Atom}"
STRANGE = 'Bomen & <b>groen</b> "hier" \u2028 🌳'


@pytest.fixture
def city(session):
    return make_city()


@pytest.fixture
def initiatief(city):
    made = InitiatiefFactory(gebied=city.buurten[0], titel=STRANGE)
    update_index("initiatief", [made.id])
    return made


@pytest.fixture
def project(city):
    made = ProjectFactory(titel="Nieuw riool", gebieden=[city.buurten[0]])
    update_index("project", [made.id])
    return made


@pytest.fixture
def addresses(city, initiatief):
    return {
        "gebied": f"/gebieden/{city.wijken[0].slug}/feed.atom",
        "zoeken": "/zoeken/feed.atom?tekst=bomen&thema=",
        "initiatief": f"/initiatieven/{initiatief.id}/feed.atom",
    }


def read(client, path):
    return fromstring(client.get(path).data)


@pytest.mark.parametrize("naam", ["gebied", "zoeken", "initiatief"])
class TestEveryFeed:
    def test_a_feed_has_what_the_standard_asks(self, client, addresses, naam) -> None:
        feed = read(client, addresses[naam])
        names = {child.tag.removeprefix(ATOM) for child in feed}
        assert {"id", "title", "updated", "author", "link", "entry"} <= names

    def test_a_feed_says_its_own_address(self, client, addresses, naam) -> None:
        (own,) = read(client, addresses[naam]).findall(f"{ATOM}link[@rel='self']")
        path = own.get("href").removeprefix("http://localhost")
        assert client.get(path).data == client.get(addresses[naam]).data

    def test_every_entry_has_a_key_of_its_own(self, client, addresses, naam) -> None:
        ids = [one.text for one in read(client, addresses[naam]).iterfind(f"{ATOM}entry/{ATOM}id")]
        assert ids
        assert len(ids) == len(set(ids))
        assert all(one.startswith("tag:localhost,2026:") for one in ids)

    def test_a_reader_that_has_it_gets_nothing(self, client, addresses, naam) -> None:
        etag = client.get(addresses[naam]).headers["ETag"]
        again = client.get(addresses[naam], headers={"If-None-Match": etag})
        assert (again.status_code, again.data) == (HTTPStatus.NOT_MODIFIED, b"")

    def test_a_feed_says_when_it_changed(self, client, addresses, naam) -> None:
        moment = client.get(addresses[naam]).headers["Last-Modified"]
        again = client.get(addresses[naam], headers={"If-Modified-Since": moment})
        assert again.status_code == HTTPStatus.NOT_MODIFIED


def test_text_of_people_stays_text(client, addresses) -> None:
    titles = [
        one.text for one in read(client, addresses["gebied"]).iterfind(f"{ATOM}entry/{ATOM}title")
    ]
    assert STRANGE in titles


def test_what_is_hidden_is_in_no_feed(client, addresses, initiatief) -> None:
    initiatief.status = Status.INGETROKKEN
    update_index("initiatief", [initiatief.id])
    left = [read(client, addresses[naam]).findall(f"{ATOM}entry") for naam in ("gebied", "zoeken")]
    assert left == [[], []]
    assert client.get(addresses["initiatief"]).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize(
    "path",
    ["/gebieden/nergens/feed.atom", "/gebieden/nergens/agenda.ics", "/initiatieven/9/agenda.ics"],
)
def test_of_what_does_not_exist_there_is_no_feed(client, city, path) -> None:
    assert client.get(path).status_code == HTTPStatus.NOT_FOUND


def test_a_feed_of_nothing_is_still_a_feed(client, city) -> None:
    assert read(client, "/zoeken/feed.atom?tekst=nergens").findall(f"{ATOM}entry") == []


def test_pages_point_to_their_feed(client, city, addresses) -> None:
    page = client.get(f"/gebieden/{city.wijken[0].slug}").text
    assert 'type="application/atom+xml"' in page
    assert addresses["gebied"] in page


def test_the_calendar_of_a_gebied_has_the_days_of_what_lies_in_it(client, city, project) -> None:
    data = client.get(f"/gebieden/{city.wijken[0].slug}/agenda.ics").data
    found = [str(event["summary"]) for event in Calendar.from_ical(data).walk("VEVENT")]
    assert found == ["Begin: Nieuw riool", "Klaar: Nieuw riool"]


def test_the_calendar_of_an_initiatief_has_the_days_of_its_projects(
    client, initiatief, project
) -> None:
    KoppelingFactory(inzending=initiatief, project=project)
    data = client.get(f"/initiatieven/{initiatief.id}/agenda.ics").data
    assert len(Calendar.from_ical(data).walk("VEVENT")) == 2


def test_a_calendar_that_was_read_is_not_sent_again(client, city, project) -> None:
    path = f"/gebieden/{city.wijken[0].slug}/agenda.ics"
    etag = client.get(path).headers["ETag"]
    assert client.get(path, headers={"If-None-Match": etag}).status_code == HTTPStatus.NOT_MODIFIED
