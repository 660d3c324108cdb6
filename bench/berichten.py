"""Whose saved searches find one thing among 20,000, and a digest for 20,000 people."""

import gc
import random
import time
import tracemalloc
from datetime import timedelta
from statistics import median
from typing import Any

from sqlalchemy import insert, select

from bench.meting import Meting, at_most
from bench.stad import NOORD, OOST, WEST, ZUID, make_own_app
from participatie.accounts.models import Gebruiker
from participatie.core import clock
from participatie.core.db import db
from participatie.core.geometry import around, point, shape_of, to_rd
from participatie.core.transactions import transaction
from participatie.gebieden.models import Gebied
from participatie.notifications.models import Bericht
from participatie.notifications.models_voorkeuren import Zoekopdracht
from participatie.notifications.queries_ontvangers import list_zoekers
from participatie.notifications.rules_zoeken import STRALEN, WERELD
from participatie.notifications.services_bron_project import vindplek_of
from participatie.notifications.services_versturen import make_overzicht
from participatie.notifications.types import BerichtSoort, Frequentie, Periode
from participatie.programmas.models import Project
from participatie.programmas.queries import get_project
from participatie.programmas.types import Thema

MENSEN = 20_000
BERICHTEN_ELK = 5
MILLISECONDS, MEBIBYTE = 1000, 1024 * 1024
PROEVEN = 9
WOORDEN = ("riool", "bomen", "fiets", "speeltuin")


def run() -> list[Meting]:
    """Measure the matching, then the digest with the memory it needs."""
    with make_own_app(500).app_context():
        with transaction():
            _make_people()
        zoeken = median(_seconds_of_one(number) for number in range(PROEVEN)) * MILLISECONDS
        seconds, peak = _digest()
    return [
        at_most("een nieuw project langs 20.000 bewaarde zoekopdrachten", zoeken, 200, "ms"),
        at_most("overzichten van een dag voor 20.000 mensen", seconds, 120, "s"),
        at_most("geheugen erbij voor die overzichten", peak, 30, "MiB"),
    ]


def _seconds_of_one(number: int) -> float:
    statement = select(Project.id).where(Project.west.is_not(None)).order_by(Project.id)
    project_id = db.session.scalars(statement.offset(number * 11).limit(1)).one()
    vindplek = vindplek_of(get_project(project_id))
    begin = time.perf_counter()
    list_zoekers(vindplek)
    return time.perf_counter() - begin


def _digest() -> tuple[float, float]:
    """Return how long it takes, and how much memory at most, in MiB."""
    db.session.rollback()
    gc.collect()
    begin = time.perf_counter()
    make_overzicht(Periode.DAG)
    seconds = time.perf_counter() - begin
    with transaction():
        _make_berichten(Frequentie.WEEK)
    tracemalloc.start()
    make_overzicht(Periode.WEEK)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return seconds, peak / MEBIBYTE


def _make_people() -> None:
    """Make everybody with one saved search and a few berichten of last week."""
    dice = random.Random(4)  # noqa: S311  # the same people in every run
    moment = clock.now()
    db.session.execute(
        insert(Gebruiker),
        [
            {"email": f"b{number}@example.invalid", "naam": f"Bewoner {number}",
             "wachtwoord_hash": "-", "zegel": f"{number}", "bevestigd_op": moment,
             "aangemaakt_op": moment, "totp_laatste_stap": 0}
            for number in range(MENSEN)
        ],
    )  # fmt: skip
    gebieden = db.session.scalars(select(Gebied.id).order_by(Gebied.id)).all()
    ids = db.session.scalars(select(Gebruiker.id).order_by(Gebruiker.id)).all()
    rows = [_zoekopdracht(dice, gebruiker_id, gebieden) for gebruiker_id in ids]
    db.session.execute(insert(Zoekopdracht), rows)
    _make_berichten(Frequentie.DAG)


def _zoekopdracht(dice: random.Random, gebruiker_id: int, gebieden: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return a circle for half of the people, and a filter for the others."""
    row: dict[str, Any] = {
        "gebruiker_id": gebruiker_id, "naam": "Thuis", "pad": "/kaart", "frequentie": None,
        "aangemaakt_op": clock.now(), "lon": None, "lat": None, "x": None, "y": None,
        "straal_m": None, "west": WERELD.west, "zuid": WERELD.zuid, "oost": WERELD.oost,
        "noord": WERELD.noord, "gebied_id": None, "themas": "", "woorden": "",
    }  # fmt: skip
    if dice.random() < 0.5:  # noqa: PLR2004
        lon, lat = dice.uniform(WEST, OOST), dice.uniform(ZUID, NOORD)
        straal = dice.choice(STRALEN)
        middle, box = to_rd(shape_of(point(lon, lat))).centroid, around(lon, lat, straal)
        return row | {
            "lon": lon, "lat": lat, "x": middle.x, "y": middle.y, "straal_m": straal,
            "west": box.west, "zuid": box.zuid, "oost": box.oost, "noord": box.noord,
        }  # fmt: skip
    return row | {
        "gebied_id": dice.choice([None, dice.choice(gebieden)]),
        "themas": dice.choice(["", f"|{dice.choice(list(Thema)).value}|"]),
        "woorden": dice.choice(["", dice.choice(WOORDEN)]),
    }


def _make_berichten(frequentie: Frequentie) -> None:
    projecten = db.session.scalars(select(Project.id).order_by(Project.id)).all()
    ids = db.session.scalars(select(Gebruiker.id).order_by(Gebruiker.id)).all()
    moment = clock.now() - timedelta(days=8)
    for start in range(0, len(ids), 1000):
        rows = [
            {"gebruiker_id": one, "gebeurtenis": f"{frequentie}:{number}", "via": "gebied",
             "soort": BerichtSoort.PROJECT, "onderwerp_soort": "project",
             "onderwerp_id": projecten[(one + number) % len(projecten)], "persoonlijk": False,
             "titel": "Vernieuwen van het riool", "zin": "De fase is nu: uitvoering.",
             "pad": "/projecten/1", "frequentie": frequentie, "op": moment}
            for one in ids[start : start + 1000]
            for number in range(BERICHTEN_ELK)
        ]  # fmt: skip
        db.session.execute(insert(Bericht), rows)
