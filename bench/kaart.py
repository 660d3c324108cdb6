"""The map at 10,000 features: its data against a bare Flask view with the same bytes, its page."""

from collections.abc import Callable, Iterable
from typing import Any

from flask import Flask, Response
from werkzeug.test import EnvironBuilder

from bench.meting import Meting, at_least, at_most, seconds_per_call
from bench.stad import make_app
from participatie.kaart.queries import forget, get_versie, get_verzameling

MILLISECONDS = 1000
CALLS = 400


def run() -> list[Meting]:
    """Measure the data, a 304 of it, reading everything anew, and the page."""
    app = make_app()
    with app.app_context():
        versie = get_versie()
        items = len(get_verzameling().items)
        anew = seconds_per_call(_read_anew, rounds=3, calls=1) * MILLISECONDS
    path = f"/kaart/data/{versie}.json"
    body, headers = _ask(app, path)
    etag = next(value for name, value in headers if name == "ETag")
    bare = _bare(body)
    ours = seconds_per_call(lambda: _ask(app, path), calls=CALLS)
    theirs = seconds_per_call(lambda: _ask(bare, "/"), calls=CALLS)
    known = seconds_per_call(lambda: _ask(app, path, etag), calls=CALLS)
    page = seconds_per_call(lambda: _ask(app, "/kaart"), calls=3)
    print(f"kaart: {items} features in {len(body)} bytes")
    return [
        at_least("kaartdata, 10.000 features, t.o.v. kale view", theirs / ours, 0.5, "x"),
        at_least("kaartdata al bekend (304), t.o.v. kale view", theirs / known, 0.5, "x"),
        at_most("kaartdata opnieuw lezen", anew, 4000, "ms"),
        at_most("kaartpagina bij 10.000 features", page * MILLISECONDS, 150, "ms"),
    ]


def _read_anew() -> None:
    forget()
    get_verzameling()


def _bare(content: bytes) -> Flask:
    app = Flask("bare")

    @app.get("/")
    def view() -> Response:
        return Response(content, mimetype="application/json")

    return app


def _ask(app: Flask, path: str, etag: str = "") -> tuple[bytes, Iterable[tuple[str, str]]]:
    headers = [("Accept-Encoding", "gzip"), ("If-None-Match", etag)]
    environ = EnvironBuilder(path=path, headers=headers).get_environ()
    answered: list[Any] = []

    def start_response(_status: str, found: Any, *_rest: Any) -> Callable[[bytes], None]:  # noqa: ANN401
        answered.extend(found)
        return lambda _data: None

    body = b"".join(app.wsgi_app(environ, start_response))
    return body, answered
