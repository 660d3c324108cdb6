"""Which projects serve a goal."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import case, func, or_, select

from participatie.core import clock
from participatie.core.db import db
from participatie.opgaven.types import DoelId
from participatie.programmas.models import Project
from participatie.programmas.rules import FASEN_VOORBIJ
from participatie.programmas.types import Fase, ProjectId

EERSTE = 5


@dataclass(frozen=True)
class ProjectVoorDoel:
    """What the page of a goal shows of a project."""

    id: ProjectId
    titel: str
    fase: Fase


@dataclass(frozen=True)
class ProjectenVoorDoel:
    """How many projects serve a goal, and the first of them."""

    aantal: int
    eerste: tuple[ProjectVoorDoel, ...]


def list_by_doel(doel_ids: Collection[DoelId]) -> Mapping[DoelId, ProjectenVoorDoel]:
    """Return of each goal that projects serve how many, and which come first: what goes on."""
    over = or_(Project.eind < clock.today(), Project.fase.in_(FASEN_VOORBIJ))
    order = (case((over, 1), else_=0), Project.start, Project.titel, Project.id)
    ranked = (
        select(
            Project.doel_id,
            Project.id,
            Project.titel,
            Project.fase,
            func.count().over(partition_by=Project.doel_id).label("aantal"),
            func.row_number().over(partition_by=Project.doel_id, order_by=order).label("place"),
        )
        .where(Project.doel_id.in_(doel_ids))
        .subquery()
    )
    statement = (
        select(ranked).where(ranked.c.place <= EERSTE).order_by(ranked.c.doel_id, ranked.c.place)
    )
    found: dict[DoelId, ProjectenVoorDoel] = {}
    for row in db.session.execute(statement):
        before = found.get(row.doel_id, ProjectenVoorDoel(row.aantal, ()))
        project = ProjectVoorDoel(row.id, row.titel, row.fase)
        found[row.doel_id] = ProjectenVoorDoel(row.aantal, (*before.eerste, project))
    return found
