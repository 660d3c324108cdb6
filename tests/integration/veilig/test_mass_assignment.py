"""Classes 29 and 30: a form changes what it shows, whatever else is sent along."""

import enum
import re

import pytest
from sqlalchemy import DateTime, Enum, func, inspect, select

from participatie.core.db import Base, UtcDateTime, db
from tests.integration.veilig.adressen import path_of, values
from tests.integration.veilig.forms import FORMULIEREN

# These differ between two times the same form is sent.
EACH_TIME = (
    "digest", "zegel", "_hash", "_geheim", "kenmerk", "tekst", "onderwerp_id", "data", "pad",
    "gemaakt_id",
)  # fmt: skip
PSEUDONYM = re.compile(r"[0-9a-f]{32}(?=@verwijderd)")
QUESTIONS = ("project_", "inzending_")  # the third step refuses a question it did not ask


def every_column():
    """Yield each column of each table, once by name."""
    found = {}
    for mapper in sorted(Base.registry.mappers, key=lambda one: one.class_.__name__):
        for column in mapper.columns:
            found.setdefault(column.key, column)
    return found


def forged(ander, formulier) -> dict[str, str]:
    """Return a value for every column that the form does not ask for."""
    found = {}
    for name, column in every_column().items():
        kind = column.type.python_type if not isinstance(column.type, Enum) else enum.Enum
        known = {int: str(ander.id), bool: "1", float: "4.61", dict: "{}", list: "geld"}
        value = known.get(kind, "2031-01-01" if kind.__name__ in {"date", "datetime"} else "")
        if isinstance(column.type, Enum):
            value = column.type.enums[-1]
        for key in (name, f"koppel-{name}", f"notitie-{name}", f"{name}_id", f"gebruiker.{name}"):
            if key not in formulier.answers and not key.startswith(QUESTIONS):
                found[key] = value or "geboren@evil.example"
    return found | {"is_staff": "1", "second_factor_given": "1", "rollen": "beheerder"}


def highest_ids() -> dict[str, int]:
    """Return the highest number of each table; what a form makes gets a higher one."""
    tables = [table for table in Base.metadata.sorted_tables if "id" in table.c]
    return {table.name: db.session.scalar(select(func.max(table.c.id))) or 0 for table in tables}


def everything(highest: dict[str, int]) -> dict[str, list]:
    """Return what is in every table, without what differs each time."""
    found = {}
    for table in Base.metadata.sorted_tables:
        keys = {column.name for column in inspect(table).primary_key}
        columns = [
            column
            for column in table.columns
            if column.foreign_keys or (column.name not in keys and not differs(column))
        ]
        rows = db.session.execute(select(*columns)).all() if columns else []
        found[table.name] = sorted(
            PSEUDONYM.sub(
                "", str([about(*pair, highest) for pair in zip(columns, row, strict=True)])
            )
            for row in rows
        )
    return found


def about(column, value, highest) -> object:
    """Return a value; a pointer to what the form made is the same each time."""
    tables = [key.column.table.name for key in column.foreign_keys]
    tables += ["gebruikers"] * (column.name == "actor_id")
    is_new = isinstance(value, int) and any(value > highest[table] for table in tables)
    return "nieuw" if is_new else value


def difference(one, other) -> list:
    """Return in which tables two answers left something else behind."""
    tables = [name for name in one[1] if one[1][name] != other[1][name]]
    rows = {name: set(one[1][name]) ^ set(other[1][name]) for name in tables}
    return [*rows.items()] + [("status", one[0], other[0])] * (one[0] != other[0])


def differs(column) -> bool:
    return isinstance(column.type, DateTime | UtcDateTime) or column.name.endswith(EACH_TIME)


@pytest.fixture
def change(app, world, as_role, undone):
    """Send a form and return what is stored after it."""

    def changing(formulier, extra):
        given = values(world, formulier.endpoint, formulier.state)
        place = {
            "PROJECT": str(given["other_id"]),
            "ANTWOORD": str(given["antwoord_id"]),
            "KEUZE": f"{given['inzending_id']}-1",
        }
        answers = {name: place.get(value, value) for name, value in formulier.answers.items()}
        highest = highest_ids()
        with undone():
            path = path_of(app, formulier.endpoint, given)
            response = as_role(formulier.role).post(path, data=extra | answers)
            return response.status_code, everything(highest)

    return changing


@pytest.mark.parametrize("formulier", FORMULIEREN, ids=str)
def test_nothing_outside_a_form_changes(world, change, formulier) -> None:
    extra = forged(world.mensen["ander"], formulier)
    assert difference(change(formulier, extra), change(formulier, {})) == []


def test_every_form_of_the_site_is_tried(app) -> None:
    forms = {rule.endpoint for rule in app.url_map.iter_rules() if "POST" in rule.methods}
    assert forms == {formulier.endpoint for formulier in FORMULIEREN}


def test_most_forms_do_change_something(world, change) -> None:
    moved = [one.endpoint for one in FORMULIEREN if change(one, {})[0] == 303]
    assert len(moved) > len(FORMULIEREN) / 2


def test_control_a_form_that_fills_a_column_is_noticed(app, world, change, monkeypatch) -> None:
    def open_view() -> tuple[str, int]:
        from flask import request  # noqa: PLC0415

        eigenaar = db.session.merge(world.mensen["eigenaar"])
        eigenaar.naam = request.form.get("naam_id", "Eigenaar")
        return "", 200

    formulier = next(one for one in FORMULIEREN if one.endpoint == "accounts.overal_uitloggen")
    monkeypatch.setitem(app.view_functions, formulier.endpoint, open_view)
    extra = forged(world.mensen["ander"], formulier)
    assert difference(change(formulier, extra), change(formulier, {})) != []
