"""The list and a page of 10,000 projecten: queries, and time against a bare view."""

from functools import partial

from flask import Flask, Response
from sqlalchemy import event

from bench.meting import Meting, at_most, seconds_per_call
from bench.stad import make_app
from participatie.core.db import db

PAGINAS = {"lijst van projecten": "/projecten", "pagina van een project": "/projecten/1"}
MOST_QUERIES = 8
MOST_TIMES_BARE = 150


def run() -> list[Meting]:
    """Count the queries of each page and compare its time with a view that returns its bytes."""
    app = make_app()
    metingen = []
    for naam, path in PAGINAS.items():
        body = app.test_client().get(path).data
        bare = _bare(body)
        ours = seconds_per_call(partial(_get, app, path), calls=5)
        theirs = seconds_per_call(partial(_get, bare, "/"), calls=50)
        metingen += [
            at_most(f"{naam}: queries", _count(app, path), MOST_QUERIES, "queries"),
            at_most(f"{naam}, t.o.v. kale view", ours / theirs, MOST_TIMES_BARE, "x"),
        ]
    return metingen


def _get(app: Flask, path: str) -> None:
    app.test_client().get(path)


def _count(app: Flask, path: str) -> int:
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    app.test_client().get(path)
    event.remove(engine, "before_cursor_execute", note)
    return sum(not statement.startswith("BEGIN") for statement in statements)


def _bare(body: bytes) -> Flask:
    app = Flask("bare")

    @app.get("/")
    def view() -> Response:
        return Response(body)

    return app
