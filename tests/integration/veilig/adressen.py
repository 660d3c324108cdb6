"""The address of a route about something in the little world."""

from collections.abc import Mapping

from flask import Flask

from participatie.accounts.types import TokenDoel
from participatie.inzendingen.types import Status
from tests.integration.veilig.world import UIT_DE_MAIL, World

TOKENS = {
    "accounts.herstellen": f"{UIT_DE_MAIL}-{TokenDoel.HERSTELLEN}",
    "accounts.email_bevestigen": f"{UIT_DE_MAIL}-{TokenDoel.EMAIL_WIJZIGEN}",
}


def values(world: World, endpoint: str, state: Status) -> dict[str, object]:
    """Return what can stand in an address."""
    elders = world.mensen["elders"]
    return world.ids[state] | {
        "slug": "noord",
        "project_id": world.project.id,
        "gebruiker_id": elders.id,
        "verlening_id": elders.rollen[0].id,
        "naam": "projecten",
        "formaat": "csv",
        "versie": "1",
        "filename": "css/main.css",
        "token": TOKENS.get(endpoint, UIT_DE_MAIL),
    }


def path_of(app: Flask, endpoint: str, given: Mapping[str, object]) -> str:
    """Return the address of a route with these values."""
    rule = next(rule for rule in app.url_map.iter_rules(endpoint))
    wanted = {name: given[name] for name in rule.arguments}
    return app.url_map.bind("localhost").build(endpoint, wanted)
