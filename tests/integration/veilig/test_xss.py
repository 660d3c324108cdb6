"""Classes 1 to 10 and 47: whatever stands in the database is text on every page, file and mail."""

import csv
import io
import json
from collections.abc import Sequence
from itertools import cycle

import pytest
from sqlalchemy import String, Text, select, update
from sqlalchemy.exc import IntegrityError

from participatie.agenda.models import Bijeenkomst
from participatie.core import clock
from participatie.core.db import Base, db
from participatie.core.encrypted import EncryptedText
from participatie.core.mail_message import html_of
from participatie.core.outbox import UitgaandeMail
from participatie.inzendingen.types import Status
from participatie.kaart.queries import forget
from tests.factories.gebieden import KengetalFactory
from tests.factories.programmas import JaarbedragFactory
from tests.integration.veilig.adressen import path_of, values
from tests.integration.veilig.forms import FORMULIEREN
from tests.integration.veilig.html import born_in, born_in_text
from tests.integration.veilig.strings import XSS

# What a user or a file never writes: keys, digests, names of files, addresses of pages.
NOT_TEXT = {
    "slug", "code", "bestand", "digest", "zegel", "wachtwoord_hash", "formulier_sleutel",
    "onderwerp_soort", "name", "bronsleutel", "kenmerk", "aan", "sleutel", "email", "opnieuw",
    "pad", "gebeurtenis", "via", "grond", "link", "punt", "thema",
}  # fmt: skip
ROLES = ("eigenaar", "verbinder", "beheerder", "redacteur", "partner", "anoniem")


def text_columns(table):
    return [
        column
        for column in table.columns
        if type(column.type) in {String, Text}
        and not isinstance(column.type, EncryptedText)
        and column.name not in NOT_TEXT
    ]


def poison(start: int, payloads: Sequence[str] = XSS) -> None:
    """Write a payload in every text of every row, another one each time."""
    supply = cycle((*payloads[start:], *payloads[:start]))
    for table in Base.metadata.sorted_tables:
        keys, texts = tuple(table.primary_key.columns), text_columns(table)
        for row in db.session.execute(select(*keys, *texts)).all() if texts else ():
            here = [column == key for column, key in zip(keys, row, strict=False)]
            changed = {
                column.name: _fitting(supply, column.type.length or 5_000)
                for column, old in zip(texts, row[len(keys) :], strict=True)
                if old is not None
            }
            filled = {
                column.name: f"{row[0]}{changed[column.name]}"[: column.type.length or 5_000]
                for column, old in zip(texts, row[len(keys) :], strict=True)
                if old
            }
            if changed and not _stored(table, here, changed):
                assert _stored(table, here, filled), table.name
    db.session.commit()
    forget()


def _stored(table, here, values) -> bool:
    """Store texts where the table allows it: some must stay empty, or differ from each other."""
    try:
        with db.session.begin_nested():
            db.session.execute(update(table).where(*here).values(values))
    except IntegrityError:
        return False
    return True


def _fitting(supply, length: int) -> str:
    return next(text for text in supply if len(text) <= length)


@pytest.fixture
def hostile_world(world):
    KengetalFactory(gebied=world.city.by_name["Noord"])
    db.session.execute(update(Bijeenkomst).values(verslag="Verslag.", verslag_op=clock.now()))
    JaarbedragFactory(project=world.project)
    return world


@pytest.mark.parametrize("start", [0, 17])
def test_no_text_of_the_database_is_html_on_any_page(app, hostile_world, as_role, start) -> None:
    poison(start)
    born = []
    for rule in app.url_map.iter_rules():
        if "GET" not in (rule.methods or set()) or rule.endpoint == "static":
            continue
        for status in (Status.CONCEPT, Status.AANPASSEN, Status.GEPUBLICEERD):
            path = path_of(app, rule.endpoint, values(hostile_world, rule.endpoint, status))
            for role in ROLES if status is Status.CONCEPT or "<" in rule.rule else ():
                response = as_role(role).get(path)
                if response.status_code == 200 and born_in(response):
                    born.append((path, role, born_in(response)))
                response.close()
    assert born == []


def test_control_a_page_that_does_not_escape_is_noticed(app, hostile_world, as_role) -> None:
    poison(0, ["<geboren>"])
    app.jinja_env.autoescape, kept = False, app.jinja_env.autoescape
    app.jinja_env.cache.clear()
    try:
        response = as_role("anoniem").get("/initiatieven")
    finally:
        app.jinja_env.autoescape = kept
        app.jinja_env.cache.clear()
    assert born_in(response)


def test_class_10_the_data_of_the_map_holds_text_unchanged(hostile_world, as_role) -> None:
    poison(0)
    published = hostile_world.initiatieven[Status.GEPUBLICEERD]
    response = as_role("anoniem").get("/kaart/data/1.json", follow_redirects=True)
    assert published.titel in json.dumps(response.json, ensure_ascii=False).replace('\\"', '"')
    assert response.mimetype == "application/json"


def test_class_9_a_download_is_never_shown_as_a_page(hostile_world, as_role) -> None:
    poison(0)
    for path in ("/open-data/initiatieven.csv", "/open-data/projecten.geojson"):
        response = as_role("anoniem").get(path)
        assert response.headers["Content-Disposition"].startswith("attachment")
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        response.close()


def test_class_9_a_download_holds_text_unchanged(hostile_world, as_role) -> None:
    poison(0)
    body = as_role("anoniem").get("/open-data/initiatieven.csv").data.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(body)))
    published = hostile_world.initiatieven[Status.GEPUBLICEERD]
    assert published.titel in [row["titel"] for row in rows]


@pytest.mark.parametrize("endpoint", ["moderation.neem_besluit", "initiatieven.send"])
def test_a_mail_holds_the_text_of_users_as_text(app, hostile_world, as_role, endpoint) -> None:
    poison(0)
    formulier = next(one for one in FORMULIEREN if one.endpoint == endpoint)
    path = path_of(app, endpoint, values(hostile_world, endpoint, formulier.state))
    assert as_role(formulier.role).post(path, data=formulier.answers).status_code == 303
    mails = db.session.scalars(select(UitgaandeMail)).all()
    assert mails
    assert [born_in_text(html_of(mail.onderwerp, mail.tekst)) for mail in mails] == [[]] * len(
        mails
    )
    assert all("\n" not in mail.onderwerp for mail in mails)
