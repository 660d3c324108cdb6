"""What each route answers to each role, as one line of a table."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from werkzeug.routing import Rule

from participatie.inzendingen.types import Status

ROLES = (
    "anoniem", "eigenaar", "ander", "elders", "verbinder", "beheerder", "redacteur", "partner",
    "halverwege",
)  # fmt: skip
TOKEN = re.compile(r'name="csrf_token" value="[^"]*"')
ABOUT = {"initiatief_id", "inzending_id", "bestand"}
NO_STATE = "-"
STATES = tuple(status.value for status in Status)
GROUPS = {
    "alle": STATES,
    "verstuurd": tuple(state for state in STATES if state != "concept"),
    "verborgen": tuple(state for state in STATES if state not in {"concept", "gepubliceerd"}),
}
Answers = tuple[str, ...]


@dataclass(frozen=True, order=True)
class Line:
    """A route with its method and, where it is about an inzending, the state of that."""

    endpoint: str
    method: str
    state: str = NO_STATE


def lines_of(rules: Iterable[Rule]) -> Iterator[Line]:
    """Yield a line for every route, and for every state where it is about an inzending."""
    for rule in rules:
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            for state in STATES if rule.arguments & ABOUT else (NO_STATE,):
                yield Line(rule.endpoint, method, state)


def write_table(answers: Mapping[Line, Answers]) -> str:
    """Return the answers as a table, states that answer the same on one line."""
    together = defaultdict(list)
    for line, found in answers.items():
        together[(line.endpoint, line.method, found)].append(line.state)
    rows = [f"{'':<5}{'':<31}{'':<13}" + _columns(ROLES)]
    for (endpoint, method, found), states in sorted(together.items()):
        rows.append(f"{method:<5}{endpoint:<31}{_group(states):<13}" + _columns(found))
    return "".join(f"{row.rstrip()}\n" for row in rows)


def _columns(cells: Iterable[str]) -> str:
    return "".join(f"{cell:<11}" for cell in cells)


def _group(states: list[str]) -> str:
    names = {members: name for name, members in GROUPS.items()}
    return names.get(tuple(states), ",".join(states))


def kind_of(response) -> str:
    """Say in one word what an answer means for who asked."""
    target = response.location or ""
    if response.status_code == 303 and target.startswith("/account/inloggen?"):
        return "login"
    if response.status_code == 303 and target.startswith("/account/tweede-factor?"):
        return "code"
    if response.status_code in {200, 302, 303, 409, 422}:
        return "+"
    return str(response.status_code)


def without_path(body: str, path: str) -> str:
    """Return a page without what differs each time: the address asked for and the token."""
    body = TOKEN.sub("", body)
    return body.replace(quote(path, safe=""), "").replace(quote(path), "").replace(path, "")
