"""Importing the programme of the demo city, moved to the years around today."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.programmas.models import Project
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.programmas.services import change_project
from participatie.uitwisseling.services_import import import_projecten

DATA = Path(__file__).parent / "data"
PROJECTEN = (DATA / "projecten.geojson", DATA / "leidsestraat.geojson")
BRONSYSTEEM = "demo"
WRITTEN_FOR = 2026
EDITED = 2
MONEY = re.compile(r"^([a-z]+)_(\d{4})$")


def began() -> datetime:
    """Return when the register of the demo city begins: in the autumn of last year."""
    return datetime(clock.today().year - 1, 10, 6, 9, tzinfo=UTC)


def import_programma(partners: Mapping[str, str]) -> None:
    """Import the programme items as an editor would, from the files beside this module.

    `partners` names the organisatie of whoever leads an item, when it is theirs.
    """
    for path in PROJECTEN:
        _import(path, partners)


def _import(path: Path, partners: Mapping[str, str]) -> None:
    collection = json.loads(path.read_text())
    years = clock.today().year - WRITTEN_FOR
    for feature in collection["features"]:
        properties = _moved(feature["properties"], years)
        partner = partners.get(properties["trekker"], "")
        feature["properties"] = properties | {"organisatie": partner}
    with clock.set_to(began()):  # so that it has a past
        import_projecten(json.dumps(collection).encode(), bronsysteem=BRONSYSTEEM)


def edit_programma(actor_id: GebruikerId) -> None:
    """Let an editor change two projects after they came in, as happens between two deliveries."""
    statement = select(Project).where(Project.bronsysteem == BRONSYSTEEM).order_by(Project.id)
    for project in db.session.scalars(statement.limit(EDITED)):
        gegevens = replace(
            gegevens_of(project), plek_omschrijving=f"{project.plek_omschrijving}, beide kanten"
        )
        change_project(project, gegevens, actor_id=actor_id, reden="De plek was niet volledig.")


def _moved(properties: dict[str, Any], years: int) -> dict[str, Any]:
    """Return the properties with dates and yearly amounts moved by whole years."""
    moved = {_moved_key(key, years): value for key, value in properties.items()}
    for key in ("start", "eind"):
        day = date.fromisoformat(properties[key])
        moved[key] = day.replace(year=day.year + years).isoformat()
    return moved


def _moved_key(key: str, years: int) -> str:
    found = MONEY.match(key)
    return f"{found[1]}_{int(found[2]) + years}" if found else key
