"""The data of the map: all that is public, nothing else, in few bytes."""

import gzip
import json
from http import HTTPStatus

import brotli
import pytest
from backports import zstd

from participatie.core.geometry import point
from participatie.inzendingen.types import Status
from participatie.kaart.queries import get_versie
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.programmas import ProjectFactory

LINE = {"type": "LineString", "coordinates": [[4.6, 52.38], [4.60001, 52.385], [4.6, 52.39]]}


@pytest.fixture
def get(client):
    """Return a request for the data of the current version."""

    def request(**headers):
        return client.get("/kaart/data/nu.json", follow_redirects=True, headers=headers)

    return request


def items_of(response) -> dict:
    data = response.json
    rows = [dict(zip(data["kolommen"], row, strict=True)) for row in data["items"]]
    return {row["titel"]: row for row in rows}


def test_a_project_travels_with_what_the_map_needs_and_nothing_more(get, city) -> None:
    project = ProjectFactory(gebieden=[city.by_name["Duinbuurt"]], place=point(4.6, 52.39))
    assert items_of(get())[project.titel] == {
        "sleutel": f"p{project.id}",
        "titel": "Vernieuwen van het riool",
        "soort": "project",
        "domein": "fysiek",
        "thema": "water",
        "fase": "voorbereiding",
        "van": 2027,
        "tot": 2028,
        "gebieden": [city.by_name["Duinbuurt"].id],
        "vorm": [4.6, 52.39],
        "organisatie": None,
    }


def test_a_published_initiatief_is_there(get, city) -> None:
    InitiatiefFactory(titel="Buurttuin", gebied=city.stad, punt=(4.6, 52.39))
    assert items_of(get())["Buurttuin"]["domein"] == "fysiek"


@pytest.mark.parametrize("status", [status for status in Status if status != "gepubliceerd"])
def test_an_initiatief_in_any_other_status_is_not(get, city, status) -> None:
    InitiatiefFactory(titel="Geheim", gebied=city.stad, punt=(4.6, 52.39), status=status)
    assert items_of(get()) == {}


def test_who_sent_it_in_is_not_in_the_data(get, city) -> None:
    initiatief = InitiatiefFactory(gebied=city.stad)
    assert initiatief.indiener.naam not in get().text


def test_a_line_loses_the_points_nobody_sees(get, city) -> None:
    ProjectFactory(titel="Straat", gebieden=[city.stad], place=LINE)
    vorm = items_of(get())["Straat"]["vorm"]
    assert vorm == {"type": "LineString", "coordinates": [[4.6, 52.38], [4.6, 52.39]]}


def test_another_version_leads_to_the_current_one(client, city) -> None:
    response = client.get("/kaart/data/1-0-0-oud.json")
    assert response.status_code == HTTPStatus.FOUND
    assert response.headers["Cache-Control"] == "no-store"


def test_the_current_version_may_be_kept_for_ever(get, city) -> None:
    assert "immutable" in get().headers["Cache-Control"]


@pytest.mark.parametrize("again", [False, True])
def test_what_is_already_there_is_not_sent_again(get, city, again) -> None:
    tag = get().headers["ETag"]
    assert get(**{"If-None-Match": tag}).status_code == HTTPStatus.NOT_MODIFIED


@pytest.mark.parametrize(
    ("encoding", "read"),
    [("gzip", gzip.decompress), ("br", brotli.decompress), ("zstd", zstd.decompress)],
)
def test_the_data_travels_compressed(get, city, encoding, read) -> None:
    get()
    response = get(**{"Accept-Encoding": encoding})
    assert response.headers["Content-Encoding"] == encoding
    assert json.loads(read(response.data))["items"] == []


def test_without_compression_the_data_is_plain(get, city) -> None:
    response = get(**{"Accept-Encoding": "br;q=0, identity"})
    assert "Content-Encoding" not in response.headers


def test_the_second_answer_asks_the_database_nothing(client, city, count_queries) -> None:
    address = f"/kaart/data/{get_versie()}.json"
    client.get(address)
    with count_queries() as statements:
        assert client.get(address).status_code == HTTPStatus.OK
    assert statements == []


def test_the_kept_answer_has_the_headers_of_every_answer(client, city) -> None:
    address = f"/kaart/data/{get_versie()}.json"
    first, second = client.get(address), client.get(address)
    assert {*first.headers.keys()} == {*second.headers.keys()} - {"Set-Cookie"}
    assert second.headers["X-Content-Type-Options"] == "nosniff"


def test_a_kept_answer_goes_when_something_changes(client, get, city, something_happened) -> None:
    initiatief = InitiatiefFactory(titel="Buurttuin", gebied=city.stad)
    old = f"/kaart/data/{get_versie()}.json"
    assert "Buurttuin" in client.get(old).text
    initiatief.status = Status.INGETROKKEN
    something_happened("initiatief", number=initiatief.id)
    assert "Buurttuin" not in get().text
    assert "Buurttuin" not in client.get(old, follow_redirects=True).text


def test_a_line_of_the_journal_committed_late_makes_a_new_version(
    session, something_happened
) -> None:
    something_happened()
    something_happened()
    session.flush()
    before = get_versie()
    something_happened()
    assert get_versie() != before


def test_signing_in_makes_no_new_version(session, something_happened) -> None:
    before = get_versie()
    something_happened("gebruiker")
    assert get_versie() == before


def test_a_kept_answer_cannot_be_posted_to(client, city) -> None:
    address = f"/kaart/data/{get_versie()}.json"
    client.get(address)
    assert client.post(address).status_code == HTTPStatus.METHOD_NOT_ALLOWED


def test_the_outlines_tell_what_lies_where(client, city) -> None:
    gebieden = client.get("/kaart/gebieden/nu.json", follow_redirects=True).json["gebieden"]
    by_slug = {gebied["slug"]: gebied for gebied in gebieden}
    assert by_slug["duinbuurt"]["ouder"] == by_slug["noordwijk"]["id"]


def test_words_are_found_in_the_text_that_is_not_in_the_data(client, city) -> None:
    project = ProjectFactory(omschrijving="Met een café op de hoek", gebieden=[city.stad])
    assert client.get("/kaart/treffers.json?tekst=CAFE").json == [f"p{project.id}"]
