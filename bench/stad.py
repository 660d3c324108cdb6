"""The city that is measured: 137 gebieden in a grid and 10,000 projecten, on its own SQLite."""

import random
import tempfile
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import insert

from participatie.app import create_app
from participatie.core import clock
from participatie.core.db import Base, db
from participatie.core.geometry import bounds_of, point
from participatie.gebieden.models import Gebied
from participatie.gebieden.types import Niveau
from participatie.opgaven.types import Domein
from participatie.programmas.models import Jaarbedrag, Project, project_gebieden
from participatie.programmas.types import (
    Fase,
    Geldbron,
    Participatieniveau,
    ProjectSoort,
    Thema,
)

PROJECTEN = 10_000
WEST, ZUID, OOST, NOORD = 4.60, 52.34, 4.69, 52.43
STADSDELEN, WIJKEN, BUURTEN = 5, 21, 111
SETTINGS: dict[str, Any] = {
    "SECRET_KEY": "bench",
    "REDIS_URL": None,
    "SMTP_URL": None,
    "SITE_NAAM": "Bench",
    "SITE_URL": "http://localhost",
    "MAIL_AFZENDER": "bench@example.invalid",
    "THEMA_CSS": None,
    "KAART_TEGELS_URL": "",
    "KAART_TEGELS_BRON": "",
    "TRUSTED_PROXIES": 0,
    "DEMO": False,
    "LIVE_STROMEN": 0,
    "LIVE_SECONDEN": 0,
    "SESSION_COOKIE_SECURE": False,
    "RATELIMIT_ENABLED": False,
    "BABEL_DEFAULT_LOCALE": "nl",
    "BABEL_DEFAULT_TIMEZONE": "Europe/Amsterdam",
}


@cache
def make_app() -> Flask:
    """Return an app with the city, the same one for every measurement that only reads."""
    return make_own_app()


def make_own_app(projecten: int = PROJECTEN) -> Flask:
    """Return an app on a new database that holds the city."""
    folder = Path(tempfile.mkdtemp(prefix="participatie-bench-"))
    url = f"sqlite:///{folder / 'bench.sqlite'}"
    app = create_app(SETTINGS | {"DATA_DIR": folder, "SQLALCHEMY_DATABASE_URI": url})
    with app.app_context():
        Base.metadata.create_all(db.engine)
        with db.engine.begin() as connection:
            connection.execute(insert(Gebied), _gebieden())
            for table, rows in _projecten(projecten).items():
                connection.execute(insert(table), rows)
    return app


def _box(west: float, zuid: float, oost: float, noord: float) -> dict[str, Any]:
    ring = [[west, zuid], [oost, zuid], [oost, noord], [west, noord], [west, zuid]]
    return {
        "geometrie": {"type": "Polygon", "coordinates": [ring]},
        "west": west, "zuid": zuid, "oost": oost, "noord": noord,
    }  # fmt: skip


def _gebieden() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []

    def add(niveau: Niveau, ouder_id: int | None, box: dict[str, Any]) -> int:
        number = len(rows) + 1
        rows.append(
            {"id": number, "code": f"XX{number:06}", "naam": f"Gebied {number}", "niveau": niveau,
             "slug": f"gebied-{number}", "ouder_id": ouder_id, "bron": "bench",
             "schematisch": True, "gewijzigd_op": clock.now()} | box
        )  # fmt: skip
        return number

    def split(niveau: Niveau, parts: int, ouders: list[int]) -> list[int]:
        made = []
        for place, ouder in enumerate(ouders):
            mine = parts // len(ouders) + (place < parts % len(ouders))
            above = rows[ouder - 1]
            step = (above["oost"] - above["west"]) / mine
            for i in range(mine):
                west = above["west"] + step * i
                box = _box(west, above["zuid"], west + step, above["noord"])
                made.append(add(niveau, ouder, box))
        return made

    stad = [add(Niveau.STAD, None, _box(WEST, ZUID, OOST, NOORD))]
    stadsdelen = split(Niveau.STADSDEEL, STADSDELEN, stad)
    wijken = split(Niveau.WIJK, WIJKEN, stadsdelen)
    split(Niveau.BUURT, BUURTEN, wijken)
    return rows


def _projecten(aantal: int) -> dict[Any, list[dict[str, Any]]]:
    dice = random.Random(1)  # noqa: S311  # the same city in every run
    projecten, gebieden, bedragen = [], [], []
    for number in range(1, aantal + 1):
        lon, lat = dice.uniform(WEST, OOST), dice.uniform(ZUID, NOORD)
        geometry = point(lon, lat) if number % 4 else None
        start = date(dice.randint(2026, 2029), dice.randint(1, 12), 1)
        projecten.append(_project(number, start, dice) | _place(geometry))
        gebieden.append({"project_id": number, "gebied_id": dice.randint(2, 1 + STADSDELEN)})
        bedragen += [
            {"project_id": number, "jaar": jaar, "bron": Geldbron.EXPLOITATIE, "bedrag_cent": 1}
            for jaar in (start.year, start.year + 1)
        ]
    return {Project: projecten, project_gebieden: gebieden, Jaarbedrag: bedragen}


def _project(number: int, start: date, dice: random.Random) -> dict[str, Any]:
    return {
        "id": number,
        "bronsysteem": "bench",
        "bronsleutel": str(number),
        "titel": f"Nieuw riool en nieuwe straat {number}",
        "omschrijving": "Het riool is oud en wordt vervangen. " * 4,
        "soort": dice.choice(list(ProjectSoort)),
        "domein": dice.choice(list(Domein)),
        "thema": dice.choice(list(Thema)),
        "fase": dice.choice(list(Fase)),
        "start": start,
        "eind": date(start.year + 1, 12, 31),
        "plek_omschrijving": "",
        "trekker": "Afdeling",
        "contact_naam": "Contact",
        "participatieniveau": Participatieniveau.RAADPLEGEN,
        "participatie_toelichting": "Wij vragen uw mening.",
        "aangemaakt_op": clock.now(),
        "gewijzigd_op": clock.now(),
        "versie": 1,
    }


def _place(geometry: dict[str, Any] | None) -> dict[str, Any]:
    if geometry is None:
        return dict.fromkeys(("geometrie", "west", "zuid", "oost", "noord"))
    bounds = bounds_of(geometry)
    return {
        "geometrie": geometry,
        "west": bounds.west, "zuid": bounds.zuid, "oost": bounds.oost, "noord": bounds.noord,
    }  # fmt: skip
