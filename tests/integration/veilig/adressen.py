"""The address of a route about something in the little world."""

from collections.abc import Mapping

from flask import Flask

from participatie.accounts.types import TokenDoel
from participatie.core import clock
from participatie.inzendingen.types import Status
from participatie.notifications.services_afmelden import make_token
from participatie.voorstellen.models import Voorstel
from tests.integration.veilig.leven import UITNODIGING
from tests.integration.veilig.world import (
    JAAR_AFGESLOTEN,
    JAAR_CONCEPT,
    JAAR_VASTGESTELD,
    UIT_DE_MAIL,
    World,
)

TOKENS = {
    "accounts.herstellen": f"{UIT_DE_MAIL}-{TokenDoel.HERSTELLEN}",
    "accounts.email_bevestigen": f"{UIT_DE_MAIL}-{TokenDoel.EMAIL_WIJZIGEN}",
}
for name in ("uitnodiging", "aannemen", "afslaan"):
    TOKENS[f"mede.{name}"] = UITNODIGING
EIGEN_REACTIE = (
    "discussion.vraag_bewerken",
    "discussion.bewerk",
    "discussion.vraag_verwijderen",
    "discussion.verwijder",
)
CONCEPT = ("voorstellen.aanbieden", "voorstellen.wijzigen")


PROGRAMMAJAREN = {
    "programmajaar.intrekken": JAAR_VASTGESTELD,
    "programmajaar.heropenen": JAAR_AFGESLOTEN,
    "programmaresultaten.afsluiten": JAAR_VASTGESTELD,
}


def year_of(endpoint: str) -> int:
    """Return the year whose programme is where this route expects it; else the next one."""
    return PROGRAMMAJAREN.get(endpoint, JAAR_CONCEPT) + clock.today().year


def values(world: World, endpoint: str, state: Status) -> dict[str, object]:
    """Return what can stand in an address."""
    elders = world.mensen["elders"]
    found = world.ids[state] | {
        "slug": "noord",
        "wijk_slug": "noordwijk",
        "project_id": world.project.id,
        "raakvlak_id": world.raakvlak.id,
        "kenmerk": world.kenmerk,
        "opgave_id": world.concept.opgave_id,
        "nummer": world.concept.nummer,
        "doel_id": world.dropped_id
        if endpoint == "opgaven_doelen.terugzetten"
        else world.concept.teksten[0].doel_id,
        "gebruiker_id": elders.id,
        "verlening_id": elders.rollen[0].id,
        "naam": "projecten",
        "formaat": "csv",
        "versie": "1",
        "stand": "0",
        "filename": "css/main.css",
        "jaar": year_of(endpoint),
        "soort": "kadernota",
        "wat": "geld",
        "kader": "punten",
        "sleutel": "netjes",
        "tekst_id": 1,
        **world.bureau,
        "token": TOKENS.get(endpoint, UIT_DE_MAIL),
        "voorstel_id": _voorstel(world, endpoint).id,
    }
    if endpoint == "berichten.afmelden":
        found["token"] = make_token(world.mensen["eigenaar"].id, "dag")
    if endpoint.startswith("discussion") or endpoint.endswith("_gesprek"):
        found |= {"soort": "initiatief", "onderwerp_id": world.over.id}
    found["reactie_id"] = world.reacties[endpoint in EIGEN_REACTIE]
    if endpoint == "bureau_beheer.schakelen":
        found["stand"] = "uit"
    if endpoint == "kader.terughalen":
        found |= {"kader": "gronden", "sleutel": "reclame"}
    if endpoint.startswith("kennisbank"):
        about = {"soort": "initiatief", "onderwerp_id": found["initiatief_id"], "punt": 1}
        found |= about | {"slug": found["artikel_slug"], "nummer": 1}
    if endpoint.startswith(("organisaties", "voorstellen")):
        found |= {
            "slug": "corporatie",
            "project_id": world.partnerwerk.project.id,
            "gebruiker_id": world.mensen["partner"].id,
        }
    return found


def _voorstel(world: World, endpoint: str) -> Voorstel:
    return world.partnerwerk.concept if endpoint in CONCEPT else world.partnerwerk.voorstel


def path_of(app: Flask, endpoint: str, given: Mapping[str, object]) -> str:
    """Return the address of a route with these values."""
    rule = next(rule for rule in app.url_map.iter_rules(endpoint))
    wanted = {name: given[name] for name in rule.arguments}
    return app.url_map.bind("localhost").build(endpoint, wanted)
