"""Importing the programme of the demo city, moved to the years around today."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

from participatie.core import clock
from participatie.programmas.services_import import import_projecten

PROJECTEN = Path(__file__).parent / "data" / "projecten.geojson"
BRONSYSTEEM = "demo"
WRITTEN_FOR = 2026
MONEY = re.compile(r"^([a-z]+)_(\d{4})$")


def import_programma() -> None:
    """Import the programme items as an editor would, from the file beside this module."""
    collection = json.loads(PROJECTEN.read_text())
    years = clock.today().year - WRITTEN_FOR
    for feature in collection["features"]:
        feature["properties"] = _moved(feature["properties"], years)
    import_projecten(json.dumps(collection).encode(), bronsysteem=BRONSYSTEEM)


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
