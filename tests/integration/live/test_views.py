import json

import pytest

from participatie.core import clock
from tests.integration.live.conftest import line


@pytest.fixture
def happened(session):
    """Two changes that everyone may know, and one between them that nobody may."""
    session.add_all(
        [
            line(nummer=1, number=12, data={"velden": ["titel"], "gebied_ids": []}),
            line("NotitieGeschreven", soort="initiatief", nummer=2, data={"notitie_id": 9}),
            line(nummer=3, number=13),
        ]
    )
    session.flush()


def events_of(response):
    return [
        json.loads(part.split("data: ", 1)[1])
        for part in response.text.split("\n\n")
        if "data: " in part
    ]


def test_a_stream_begins_with_what_was_missed(client, happened) -> None:
    (missed,) = events_of(client.get("/live/stroom?sinds=0"))
    assert [one["nummer"] for one in missed["meldingen"]] == [1, 3]


def test_a_stream_goes_on_where_it_broke_off(client, happened) -> None:
    headers = {"Last-Event-ID": "1"}
    (missed,) = events_of(client.get("/live/stroom?sinds=0", headers=headers))
    assert [one["nummer"] for one in missed["meldingen"]] == [3]
    assert missed["stand"] == "3"


def test_a_stream_goes_on_with_a_number_that_came_late(client, happened) -> None:
    (missed,) = events_of(client.get("/live/stroom", headers={"Last-Event-ID": "3.1"}))
    assert [one["nummer"] for one in missed["meldingen"]] == [1]


def test_a_stream_from_now_tells_nothing_old(client, happened) -> None:
    assert events_of(client.get("/live/stroom")) == []


def test_a_stream_is_about_what_was_asked(client, happened) -> None:
    (missed,) = events_of(client.get("/live/stroom?sinds=0&over=project:13"))
    assert [one["nummer"] for one in missed["meldingen"]] == [3]


def test_a_stream_is_neither_kept_nor_compressed_and_sets_no_cookie(client, happened) -> None:
    response = client.get("/live/stroom", headers={"Accept-Encoding": "br, gzip"})
    assert response.mimetype == "text/event-stream"
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Accel-Buffering"] == "no"
    assert "Content-Encoding" not in response.headers
    assert "Set-Cookie" not in response.headers


def test_a_stream_that_ended_is_forgotten(app, client, happened) -> None:
    before = app.extensions["live"].count
    client.get("/live/stroom").close()
    assert app.extensions["live"].count == before


def test_a_stream_whose_page_left_before_it_began_is_forgotten(app, client, happened) -> None:
    before = app.extensions["live"].count
    client.head("/live/stroom").close()
    assert app.extensions["live"].count == before


@pytest.mark.parametrize("query", ["over=project:x", "sinds=x", "sinds=-1"])
def test_a_question_that_makes_no_sense_is_refused(client, query) -> None:
    assert client.get(f"/live/stroom?{query}").status_code == 422


def test_who_finds_no_room_is_told_when_to_come_back(app, client, monkeypatch) -> None:
    monkeypatch.setattr(app.extensions["live"], "_most", 0)
    response = client.get("/live/stroom")
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "30"
    assert response.text == ""


def test_a_page_can_also_ask(client, happened) -> None:
    answer = client.get("/live/sinds/1").json
    assert answer["stand"] == "3"
    assert [one["nummer"] for one in answer["meldingen"]] == [3]


def test_what_is_told_names_only_what_changed(client, happened) -> None:
    assert client.get("/live/sinds/0").json["meldingen"][0] == {
        "nummer": 1, "naam": "ProjectGewijzigd", "soort": "project", "id": 12,
        "gebied_ids": [], "project_ids": [], "velden": ["titel"],
    }  # fmt: skip


def test_the_same_question_is_answered_from_memory(client, happened, count_queries) -> None:
    client.get("/live/sinds/1")
    with count_queries() as statements:
        client.get("/live/sinds/1")
    assert statements == []


def test_a_page_that_missed_very_much_looks_anew(client, session) -> None:
    session.add_all(line(nummer=nummer) for nummer in range(1, 2_100))
    session.flush()
    answer = client.get("/live/sinds/0").json
    assert answer["alles"]
    assert answer["stand"] == "2099"


def test_a_page_starts_a_little_before_it_was_made(app, session, monkeypatch) -> None:
    session.add_all([line(nummer=1), line(nummer=2)])
    session.flush()
    stand = app.jinja_env.globals["live_stand"]
    assert str(stand()) == "0"
    later = clock.now().replace(year=clock.now().year + 1)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert str(stand()) == "2"


def test_a_site_where_nothing_happened_yet(app, session) -> None:
    assert str(app.jinja_env.globals["live_stand"]()) == "0"
