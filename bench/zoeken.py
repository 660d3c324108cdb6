"""Searching among 100,000 documents, and what looks like a text among 50,000 of a kind."""

import os
import random
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import islice
from pathlib import Path

from flask import Flask
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from bench.meting import Meting, at_most, seconds_per_call
from bench.stad import SETTINGS
from participatie.app import create_app
from participatie.core import clock
from participatie.core.db import Base, db
from participatie.core.onderwerpen import Onderwerp
from participatie.core.transactions import transaction
from participatie.zoeken.queries import list_similar
from participatie.zoeken.queries_zoeken import search
from participatie.zoeken.rules import read_vraag
from participatie.zoeken.services import store
from participatie.zoeken.types import Document, Filters

DOCUMENTEN = 100_000
PART = 2_000
MILLISECONDS = 1000
LIMIET = 50
NAAM = "participatie_bench_zoeken"
BEGIN = ("speel", "fiets", "boom", "zonne", "buurt", "water", "straat", "groen", "jeugd", "school")
EIND = ("plaats", "pad", "tuin", "paneel", "huis", "plein", "feest", "markt", "route", "centrum")
VAAK = ("buurt", "straat", "bewoners", "plan", "samen", "gemeente", "nieuw", "werk")
VRAGEN = {
    "een zeldzaam woord": ("speeltuin7", Filters()),
    "een woord dat in bijna alles staat": ("bewoners", Filters()),
    "drie gewone woorden": ("nieuw plan buurt", Filters()),
    "een gewoon woord met filters": ("bewoners", Filters(soort="project", jaar=2028)),
    "een begin van woorden": ("zonnepane", Filters()),
    "een tikfout": ("fietspdatuin", Filters()),
}


def run() -> list[Meting]:
    """Measure on SQLite, and on the PostgreSQL of TEST_DATABASE_URL when that is set."""
    found = []
    for naam, app in _apps():
        with app.app_context():
            _fill()
            found += _measure(naam)
            db.session.remove()
            db.engine.dispose()
    return found


def _measure(naam: str) -> list[Meting]:
    found = []
    for wat, (tekst, filters) in VRAGEN.items():

        def ask(tekst: str = tekst, filters: Filters = filters) -> None:
            search(read_vraag(tekst), filters)
            db.session.rollback()

        found.append(_meting(f"zoeken in 100.000 documenten, {wat}, {naam}", ask))

    tekst = next(one for one in _documents() if one.onderwerp.soort == "initiatief").tekst

    def alike() -> None:
        assert list_similar(tekst, "initiatief", 5)
        db.session.rollback()

    found.append(_meting(f"wat lijkt op een tekst, 50.000 inzendingen, {naam}", alike))
    return found


def _meting(naam: str, action: object) -> Meting:
    return at_most(naam, seconds_per_call(action, calls=5) * MILLISECONDS, LIMIET, "ms")  # type: ignore[arg-type]  # a call without arguments


def _apps() -> Iterator[tuple[str, Flask]]:
    folder = Path(tempfile.mkdtemp(prefix="participatie-bench-"))
    yield "SQLite", _app(folder, f"sqlite:///{folder / 'bench.sqlite'}")
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        with _own_database(given) as url:
            yield "PostgreSQL", _app(folder, url)


def _app(folder: Path, url: str) -> Flask:
    return create_app(SETTINGS | {"DATA_DIR": folder, "SQLALCHEMY_DATABASE_URI": url})


@contextmanager
def _own_database(given: str) -> Iterator[str]:
    url = make_url(given)
    server = create_engine(url, isolation_level="AUTOCOMMIT")

    def run_there(statement: str) -> None:
        with server.connect() as connection:
            connection.execute(text(statement))

    run_there(f"DROP DATABASE IF EXISTS {NAAM} WITH (FORCE)")
    run_there(f"CREATE DATABASE {NAAM}")
    try:
        yield url.set(database=NAAM).render_as_string(hide_password=False)
    finally:
        run_there(f"DROP DATABASE {NAAM} WITH (FORCE)")
        server.dispose()


def _fill() -> None:
    Base.metadata.create_all(db.engine)
    documents = iter(_documents())
    while part := list(islice(documents, PART)):
        with transaction():
            for soort in ("initiatief", "project"):
                by_id = {one.onderwerp.id: one for one in part if one.onderwerp.soort == soort}
                store(soort, list(by_id), by_id)
    with transaction():
        db.session.execute(text("ANALYZE"))


def _documents() -> Iterable[Document]:
    dice = random.Random(3)  # noqa: S311  # the same documents in every run
    words = [a + b + c for a in BEGIN for b in EIND for c in ("", *map(str, range(40)))]
    words += [a + b + c for a in BEGIN for b in EIND for c in EIND]
    now = clock.now()
    for number in range(DOCUMENTEN):
        rare = [words[int(len(words) * dice.random() ** 3)] for _ in range(22)]
        often = dice.sample(VAAK, 5)
        soort = "initiatief" if number % 2 else "project"
        jaar = dice.randint(2024, 2032)
        yield Document(
            onderwerp=Onderwerp(soort, number + 1),
            titel=" ".join((rare[0], often[0], rare[1])),
            tekst=" ".join((*rare, *often)),
            pad=f"/{soort}/{number + 1}",
            op=now - timedelta(minutes=DOCUMENTEN - number),
            jaren=(jaar, jaar),
        )
