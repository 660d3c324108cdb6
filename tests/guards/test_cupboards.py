"""The cupboards of a room, also where one is split over several modules (`views_indienen.py`).

The contracts in pyproject.toml know a cupboard by its own name only; these tests know its parts.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "participatie"
RANKS = {
    "views": 9, "api": 9, "commands": 9, "forms": 8, "panels": 8, "services": 7, "queries": 6,
    "models": 5, "rules": 4, "events": 3, "errors": 2, "types": 1,
}  # fmt: skip
PRIVATE = {"views", "forms", "api", "commands"}
WITHOUT_WEB = {"services", "queries", "models", "rules", "events", "errors", "types"}
WITHOUT_DATABASE = {"rules", "events", "errors", "types"}
WEB = {"flask", "flask_wtf", "flask_babel", "flask_login", "wtforms"}
DATABASE = {"sqlalchemy", "flask_sqlalchemy"}
NOT_A_ROOM = {
    "core",
    "app",
    "wiring",
    "wiring_berichten",
    "wiring_leven",
    "wiring_vraagaanbod",
    "blueprints",
}


@dataclass(frozen=True)
class Import:
    """One import of a module by a module in a cupboard of a room."""

    importer: str
    room: str
    cupboard: str
    target: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.importer} imports {'.'.join(self.target)}"

    @property
    def target_room(self) -> str | None:
        own = len(self.target) > 1 and self.target[0] == "participatie"
        return self.target[1] if own and self.target[1] not in NOT_A_ROOM else None

    @property
    def target_cupboard(self) -> str | None:
        return self.target[2].split("_")[0] if len(self.target) > 2 else None


def _targets(tree: ast.Module) -> Iterator[tuple[str, ...]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (tuple(alias.name.split(".")) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            module = tuple(node.module.split("."))
            yield from ((*module, alias.name) for alias in node.names)


def _imports() -> list[Import]:
    return [
        Import(
            f"{path.parent.name}.{path.stem}", path.parent.name, path.stem.split("_")[0], target
        )
        for path in sorted(PACKAGE.glob("*/*.py"))
        if path.parent.name not in NOT_A_ROOM
        for target in _targets(ast.parse(path.read_text()))
    ]


@pytest.fixture(scope="module")
def imports() -> list[Import]:
    return _imports()


def test_inside_a_room_imports_go_down(imports) -> None:
    upward = [
        str(found)
        for found in imports
        if found.target_room == found.room
        and RANKS.get(found.target_cupboard or "", 0) > RANKS.get(found.cupboard, 0)
    ]
    assert upward == []


def test_views_and_forms_of_a_room_are_its_own(imports) -> None:
    borrowed = [
        str(found)
        for found in imports
        if found.target_room not in {None, found.room} and found.target_cupboard in PRIVATE
    ]
    assert borrowed == []


def test_services_and_everything_below_know_no_web(imports) -> None:
    web = [str(f) for f in imports if f.cupboard in WITHOUT_WEB and f.target[0] in WEB]
    assert web == []


def test_rules_and_everything_below_know_no_database(imports) -> None:
    known = [str(f) for f in imports if f.cupboard in WITHOUT_DATABASE and f.target[0] in DATABASE]
    assert known == []
