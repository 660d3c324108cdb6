"""Rules about the whole house, checked on every run."""

from importlib import import_module
from pathlib import Path

import pytest

from participatie.blueprints import BLUEPRINTS, COMMANDS

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "participatie").rglob("*.py"))
CUPBOARDS = (
    "views", "api", "commands", "forms", "panels", "services", "queries", "models", "rules",
    "events", "errors", "types", "__init__",
)  # fmt: skip
ROOMS = sorted(path.parent for path in (ROOT / "participatie").glob("*/__init__.py"))
MAX_LINES = 300
FORBIDDEN_NAMES = {"utils", "helpers", "common", "manager", "base"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_fits_in_one_sitting(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= MAX_LINES


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_named_after_what_it_does(path: Path) -> None:
    assert path.stem not in FORBIDDEN_NAMES


@pytest.mark.parametrize("room", [r for r in ROOMS if r.name != "core"], ids=lambda r: r.name)
def test_a_room_has_only_the_agreed_cupboards(room: Path) -> None:
    strange = [
        path.name
        for path in room.glob("*.py")
        if path.stem.split("_")[0] not in CUPBOARDS and path.stem != "__init__"
    ]
    assert strange == []


def test_every_view_says_who_may_enter(app) -> None:
    silent = [
        endpoint
        for endpoint, view in app.view_functions.items()
        if not hasattr(view, "access") and endpoint != "static"
    ]
    assert silent == []


@pytest.mark.parametrize("module", [module for module, _ in BLUEPRINTS])
def test_every_line_of_the_url_map_is_a_blueprint(module: str) -> None:
    assert import_module(module).bp.name


@pytest.mark.parametrize("module", COMMANDS)
def test_every_room_of_the_command_list_brings_a_group(module: str) -> None:
    assert import_module(module).group.name
