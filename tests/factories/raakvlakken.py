from datetime import UTC, date, datetime

import factory
from factory.alchemy import SQLAlchemyModelFactory

from participatie.core.db import db
from participatie.programmas.models import Project
from participatie.raakvlakken.models import Raakvlak
from tests.factories.gebieden import GebiedFactory
from tests.factories.programmas import ProjectFactory

SPOT = (4.6000, 52.3900)


def spot(metres=0.0):
    """Return a GeoJSON point this far east of one fixed place."""
    return {"type": "Point", "coordinates": [SPOT[0] + metres / 68_000, SPOT[1]]}


def make_project(*gebieden, metres=0.0, **fields) -> Project:
    """Make a project at the fixed place, or this far from it; `place=None` is whole-area."""
    place = fields.pop("place", spot(metres))
    return ProjectFactory(gebieden=list(gebieden), place=place, **fields)


class RaakvlakFactory(SQLAlchemyModelFactory):
    """A pair that nobody has judged; two projects are made for it unless they are given."""

    class Meta:
        model = Raakvlak
        sqlalchemy_session_factory = lambda: db.session  # noqa: E731
        sqlalchemy_session_persistence = "flush"

    project_a = factory.LazyFunction(make_project)
    project_b = factory.LazyFunction(make_project)
    afstand_m = 0
    gebied = None
    van = date(2027, 3, 1)
    tot = date(2028, 6, 30)
    gat_dagen = 0
    lon, lat = SPOT
    gevonden_op = datetime(2026, 1, 5, 9, tzinfo=UTC)
    gewijzigd_op = datetime(2026, 1, 5, 9, tzinfo=UTC)


def make_raakvlak_in(gebied=None, **fields) -> Raakvlak:
    """Make a pair of projects in a gebied."""
    gebied = gebied or GebiedFactory()
    return RaakvlakFactory(
        project_a=make_project(gebied), project_b=make_project(gebied), **fields
    )
