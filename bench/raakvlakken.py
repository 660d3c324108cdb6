"""Which projecten touch, among 10,000 with points, streets and parks in the whole city."""

import json
import math
import random
import time
from datetime import date
from statistics import median

from sqlalchemy import delete, func, select, update

from bench.meting import Meting, at_most
from bench.stad import NOORD, OOST, WEST, ZUID, make_own_app
from participatie.core.db import db
from participatie.core.geometry import Geometry, bounds_of
from participatie.core.transactions import transaction
from participatie.gebieden.models import Gebied
from participatie.gebieden.types import Niveau
from participatie.programmas.models import Project, project_gebieden
from participatie.programmas.types import Fase
from participatie.raakvlakken.models import Raakvlak
from participatie.raakvlakken.services import recompute, update_project

MILLISECONDS = 1000
GRADEN_PER_M = 1 / 111_000
PROEVEN = 15


def run() -> list[Meting]:
    """Measure everything at once, everything again, and one project that was moved."""
    with make_own_app().app_context():
        with transaction():
            _make_real()
        alles = _seconds_of_recompute()
        paren = db.session.scalar(select(func.count()).select_from(Raakvlak)) or 0
        opnieuw = _seconds_of_recompute()
        een = median(_seconds_of_one(number) for number in range(PROEVEN)) * MILLISECONDS
    return [
        at_most(f"raakvlakken van 10.000 projecten ({paren} paren)", alles, 3, "s"),
        at_most("raakvlakken van 10.000 projecten, niets gewijzigd", opnieuw, 3, "s"),
        at_most("raakvlakken van een gewijzigd project", een, 50, "ms"),
    ]


def _seconds_of_recompute() -> float:
    begin = time.perf_counter()
    with transaction():
        recompute()
    return time.perf_counter() - begin


def _seconds_of_one(number: int) -> float:
    """Return how long a move of half a street takes, stored and all."""
    statement = select(Project).where(Project.west.is_not(None)).order_by(Project.id)
    with transaction():
        project = db.session.scalars(statement.offset(number * 37).limit(1)).one()
        project.place(_street(random.Random(number)))  # noqa: S311  # the same in every run
        db.session.flush()  # what touches is read from the database
        begin = time.perf_counter()
        update_project(project.id)
        db.session.flush()  # the journal is a part of it
        return time.perf_counter() - begin


def _make_real() -> None:
    """Give the projecten of the city the places and plannings that real ones have."""
    dice = random.Random(2)  # noqa: S311  # the same city in every run
    small = select(Gebied.id).where(Gebied.niveau.in_([Niveau.WIJK, Niveau.BUURT]))
    gebieden = db.session.scalars(small.order_by(Gebied.id)).all()
    rows, links = [], []
    for project_id, west in db.session.execute(select(Project.id, Project.west)).all():
        start = date(dice.randint(2026, 2029), dice.randint(1, 12), 1)
        rows.append(
            {"id": project_id, "versie": 1, "fase": dice.choice([Fase.IDEE, Fase.VOORBEREIDING]),
             "start": start, "eind": date.fromordinal(start.toordinal() + dice.randint(30, 400)),
             **_place(dice, whole=west is None)}
        )  # fmt: skip
        links.append({"project_id": project_id, "gebied_id": dice.choice(gebieden)})
    db.session.execute(delete(project_gebieden))
    db.session.execute(update(Project), rows)
    db.session.execute(project_gebieden.insert(), links)


def _place(dice: random.Random, *, whole: bool) -> dict[str, object]:
    if whole:
        return {}
    geometry = dice.choice([_spot, _street, _street, _park])(dice)
    bounds = bounds_of(geometry)
    return {"geometrie": json.loads(json.dumps(geometry)), **vars(bounds)}


def _middle(dice: random.Random) -> tuple[float, float]:
    return dice.uniform(WEST, OOST), dice.uniform(ZUID, NOORD)


def _spot(dice: random.Random) -> Geometry:
    return {"type": "Point", "coordinates": list(_middle(dice))}


def _street(dice: random.Random) -> Geometry:
    """Return a bending line of 100 to 600 metres."""
    lon, lat = _middle(dice)
    angle, step = dice.uniform(0, math.tau), dice.uniform(20, 120) * GRADEN_PER_M
    points = []
    for _ in range(6):
        points.append([round(lon, 6), round(lat, 6)])
        angle += dice.uniform(-0.3, 0.3)
        lon, lat = lon + math.cos(angle) * step, lat + math.sin(angle) * step
    return {"type": "LineString", "coordinates": points}


def _park(dice: random.Random) -> Geometry:
    """Return an outline of twelve corners, 20 to 120 metres around a spot."""
    lon, lat = _middle(dice)
    ring = []
    for corner in range(12):
        far = dice.uniform(20, 120) * GRADEN_PER_M
        turn = math.tau * corner / 12
        ring.append([round(lon + math.cos(turn) * far, 6), round(lat + math.sin(turn) * far, 6)])
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
