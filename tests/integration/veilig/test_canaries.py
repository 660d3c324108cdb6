"""Class 14: what is of one person, or of the desk alone, is in nothing that everyone can read."""

import pytest
from sqlalchemy import update

from participatie.accounts.models import Gebruiker
from participatie.core.db import db
from participatie.inzendingen.types import Status
from participatie.kaart.queries import forget
from participatie.moderation.models import Notitie
from participatie.programmas.models import Project
from tests.integration.veilig.adressen import path_of, values

CANARY = "kanarie"


@pytest.fixture
def canaries(world):
    """Mark the address of everyone, notes, and the names and texts of what is not published."""
    people = {one.id for one in world.mensen.values() if one is not None}
    for number in people:
        db.session.get(Gebruiker, number).email = f"{CANARY}-{number}@voorbeeld.example"
    db.session.execute(update(Notitie).values(tekst=f"{CANARY} geheim"))
    db.session.execute(update(Project).values(contact_email=None))
    for status, initiatief in world.initiatieven.items():
        initiatief.formulier_sleutel = f"{CANARY}-{status}"
        if status is not Status.GEPUBLICEERD:
            initiatief.titel = initiatief.toelichting = initiatief.waarom = (
                f"{CANARY} geheim {status}"
            )
            initiatief.wie_doet_mee = initiatief.plek_omschrijving = f"{CANARY} geheim {status}"
    db.session.commit()
    forget()
    return world


def public_answers(app, world, client, status):
    """Yield every public answer, with its address."""
    found = [
        path_of(app, rule.endpoint, values(world, rule.endpoint, status))
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or set()) and rule.endpoint != "static"
    ]
    files = [f"/open-data/{name}.{kind}" for name in ("projecten", "initiatieven", "gebieden")
             for kind in ("csv", "geojson")]  # fmt: skip
    queries = [f"{path}?{name}={CANARY}" for path in ("/kaart", "/initiatieven", "/projecten",
               "/gebieden", "/kaart/treffers.json") for name in ("tekst", "zoek")]  # fmt: skip
    for path in (*found, *files):
        response = client.get(path, follow_redirects="/kaart/" in path)
        yield path, response.text if response.status_code == 200 else ""
        response.close()
    for path in queries:
        response = client.get(path)
        yield path, response.text.replace(f'value="{CANARY}"', "").replace(f"tekst={CANARY}", "")


def test_class_14_nothing_private_is_public(app, canaries, as_role) -> None:
    client = as_role("anoniem")
    told = {
        path
        for status in (Status.GEPUBLICEERD, Status.INGEDIEND)
        for path, text in public_answers(app, canaries, client, status)
        if f"{CANARY}-" in text or f"{CANARY} geheim" in text
    }
    assert told == set()


def test_class_14_a_resident_sees_no_more_of_others(app, canaries, as_role) -> None:
    client = as_role("ander")
    own = f"{CANARY}-{canaries.mensen['ander'].id}@"
    told = {
        path
        for path, text in public_answers(app, canaries, client, Status.INGEDIEND)
        if f"{CANARY}-" in text.replace(own, "") or f"{CANARY} geheim" in text
    }
    assert told == set()


def test_control_the_desk_does_show_the_canary(canaries, as_role) -> None:
    number = canaries.initiatieven[Status.INGEDIEND].id
    assert f"{CANARY} geheim" in as_role("verbinder").get(f"/bureau/{number}").text
