"""Streets and addresses come from a service over real HTTP, which never sees who asks."""

import json
from collections.abc import Iterator
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.factories.gebieden import make_city

STRAAT = {
    "type": "weg",
    "weergavenaam": "Leidsestraat, Haarlem",
    "centroide_ll": "POINT(4.62 52.37)",
    "geometrie_ll": "MULTILINESTRING((4.62 52.37, 4.63 52.372))",
}
ADRES = {
    "type": "adres",
    "weergavenaam": "Leidsestraat 1, 2013XA Haarlem",
    "centroide_ll": "POINT(4.62 52.37)",
}
NERGENS = {"type": "weg", "weergavenaam": "Zonder plek", "centroide_ll": "POINT(oeps)"}


class Dienst(BaseHTTPRequestHandler):
    """Answers as a Locatieserver does."""

    asked: list[dict[str, list[str]]]
    answer: bytes

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        self.asked.append({"path": [parts.path], **parse_qs(parts.query), **self._who()})
        self.send_response(HTTPStatus.OK)
        self.end_headers()
        self.wfile.write(self.answer)

    def _who(self) -> dict[str, list[str]]:
        return {"headers": [name.lower() for name in self.headers]}

    def log_message(self, *args) -> None:
        """Say nothing."""


@pytest.fixture
def dienst(app, session, monkeypatch) -> Iterator[type[Dienst]]:
    make_city()
    docs = {"response": {"docs": [STRAAT, ADRES, NERGENS, "geen object"]}}
    answering = type("Answering", (Dienst,), {"asked": [], "answer": json.dumps(docs).encode()})
    server = ThreadingHTTPServer(("127.0.0.1", 0), answering)
    Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setitem(app.config, "ADRESSEN_URL", f"http://127.0.0.1:{server.server_port}/v3_1")
    yield answering
    server.shutdown()
    server.server_close()


def test_a_street_comes_with_its_line(client, dienst) -> None:
    found = client.get("/gebieden/adressen?vraag=leids").json["adressen"]

    assert [(one["name"], one["vorm"]["type"]) for one in found] == [
        ("Leidsestraat, Haarlem", "MultiLineString"),
        ("Leidsestraat 1, 2013XA Haarlem", "Point"),
    ]


def test_only_our_own_gemeente_is_asked_for(client, dienst) -> None:
    client.get("/gebieden/adressen?vraag=leids")

    assert 'gemeentenaam:"Haarlem"' in dienst.asked[0]["fq"]


def test_the_service_learns_nothing_of_who_asks(client, dienst) -> None:
    client.get("/gebieden/adressen?vraag=leids", headers={"X-Forwarded-For": "192.0.2.7"})

    assert not {"cookie", "referer", "x-forwarded-for"} & set(dienst.asked[0]["headers"])


@pytest.mark.parametrize("vraag", ["", "le", "  l "])
def test_a_few_letters_are_not_asked(client, dienst, vraag) -> None:
    client.get("/gebieden/adressen", query_string={"vraag": vraag})

    assert dienst.asked == []


@pytest.mark.parametrize("vraag", ['x" OR *:*', "\0abc", "é" * 300, "a&fq=type:perceel"])
def test_a_question_cannot_ask_for_more(client, dienst, vraag) -> None:
    client.get("/gebieden/adressen", query_string={"vraag": vraag})

    assert len(dienst.asked[0]["fq"]) == 2


@pytest.mark.parametrize("answer", [b"geen json", b"[]", b'{"response": {}}'])
def test_a_strange_answer_finds_nothing_or_says_so(client, dienst, answer) -> None:
    dienst.answer = answer

    status = client.get("/gebieden/adressen?vraag=leids").status_code

    assert status in {HTTPStatus.OK, HTTPStatus.SERVICE_UNAVAILABLE}


def test_a_service_that_is_away_is_said(client, app, session, monkeypatch) -> None:
    make_city()
    monkeypatch.setitem(app.config, "ADRESSEN_URL", "http://127.0.0.1:9")

    answer = client.get("/gebieden/adressen?vraag=leids")

    assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE


def test_without_a_service_nothing_is_found(client, session) -> None:
    make_city()

    assert client.get("/gebieden/adressen?vraag=leids").json == {"adressen": []}
