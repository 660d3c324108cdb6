"""Classes 11 to 17: every route, for every role, in every state of what it is about.

`routes.txt` says what each answers: `+` is let in (also when the form that was sent is refused),
`login` and `code` lead to the first or second step of signing in, a number is the status of a
refusal. A route that is not in the table fails. The columns: nobody signed in, the resident who
wrote it, another resident, a gebiedsverbinder of another gebied, the one of this gebied, a
beheerder, a programmaredacteur, a partner, and a gebiedsverbinder who did not give his second
code.
"""

from pathlib import Path

import pytest
from flask import Flask

from participatie.core.access import public
from participatie.inzendingen.types import Status
from tests.integration.veilig.adressen import path_of, values
from tests.integration.veilig.matrix import (
    NO_STATE,
    ROLES,
    Line,
    kind_of,
    lines_of,
    without_path,
    write_table,
)
from tests.integration.veilig.world import NERGENS

TABLE = Path(__file__).with_name("routes.txt").read_text()


def state_of(line: Line) -> Status:
    """Return the state of what a line is about; where there is none it does not matter."""
    return Status.CONCEPT if line.state == NO_STATE else Status(line.state)


@pytest.fixture
def ask(app, world, as_role, undone):
    """Ask one route as one role, and take back what it did."""

    def asking(line: Line, role: str, path: str):
        given = values(world, line.endpoint, state_of(line))
        data = {"versie": "1", "antwoord_id": given["antwoord_id"]}
        with undone():
            response = as_role(role).open(
                path, method=line.method, data=data if line.method == "POST" else None
            )
            body = response.text if response.status_code >= 400 else ""
            response.close()
        return kind_of(response), without_path(body, path)

    return asking


@pytest.fixture
def answers(app, world, ask):
    """Ask some routes as every role."""

    def asking(lines):
        return {
            line: tuple(
                ask(
                    line,
                    role,
                    path_of(app, line.endpoint, values(world, line.endpoint, state_of(line))),
                )[0]
                for role in ROLES
            )
            for line in lines
        }

    return asking


def test_every_route_answers_every_role_as_the_table_says(app, answers) -> None:
    assert write_table(answers(lines_of(app.url_map.iter_rules()))) == TABLE


def test_what_is_hidden_looks_like_what_does_not_exist(app, world, ask) -> None:
    told = []
    for line in lines_of(app.url_map.iter_rules()):
        if line.state not in {"concept", "ingediend"}:
            continue
        given = values(world, line.endpoint, state_of(line))
        nowhere = given | {"initiatief_id": NERGENS, "inzending_id": NERGENS, "bestand": "0.webp"}
        for role in ("anoniem", "ander", "elders", "beheerder"):
            hidden = ask(line, role, path_of(app, line.endpoint, given))
            told += [(line, role)] * (
                hidden != ask(line, role, path_of(app, line.endpoint, nowhere))
            )
    assert told == []


def test_control_an_undeclared_route_is_noticed(session) -> None:
    small = Flask("klein", static_folder=None)
    small.add_url_rule("/nieuw", "nieuw.geheim", public(lambda: "geheim"))
    found = {line: ("+",) * len(ROLES) for line in lines_of(small.url_map.iter_rules())}
    assert write_table(found).splitlines()[1] not in TABLE.splitlines()


def test_control_an_open_door_is_noticed(app, answers, monkeypatch) -> None:
    monkeypatch.setitem(app.view_functions, "moderation.inzending", lambda **_ids: "geheim")
    line = Line("moderation.inzending", "GET", "concept")
    assert write_table(answers([line])).splitlines()[1] not in TABLE.splitlines()


def test_control_a_page_that_tells_what_is_hidden_is_noticed(app, world, ask, monkeypatch) -> None:
    def telling(initiatief_id: int) -> tuple[str, int]:
        return ("bestaat niet" if initiatief_id == NERGENS else "mag niet"), 404

    monkeypatch.setitem(app.view_functions, "initiatieven.detail", telling)
    line = Line("initiatieven.detail", "GET", "concept")
    hidden = path_of(app, line.endpoint, values(world, line.endpoint, state_of(line)))
    nowhere = path_of(app, line.endpoint, {"initiatief_id": NERGENS})
    assert ask(line, "ander", hidden) != ask(line, "ander", nowhere)
