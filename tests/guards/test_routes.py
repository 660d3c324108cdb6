"""Every route stands in tests/integration/veilig/routes.txt, which says who may use it."""

from pathlib import Path

from flask import Flask

ROOT = Path(__file__).resolve().parents[2]
TABLE = (ROOT / "tests/integration/veilig/routes.txt").read_text()


def undeclared(app: Flask, table: str) -> set[tuple[str, str]]:
    """Return the routes, by method, that have no line in the table."""
    declared = {tuple(line.split()[:2]) for line in table.splitlines()[1:]}
    routes = {
        (method, rule.endpoint)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    return routes - declared


def test_every_route_is_declared(app) -> None:
    assert undeclared(app, TABLE) == set()


def test_control_a_route_that_is_not_declared_is_noticed() -> None:
    small = Flask("klein", static_folder=None)
    small.add_url_rule("/geheim", "nieuw.geheim", lambda: "geheim")
    assert undeclared(small, TABLE) == {("GET", "nieuw.geheim")}
