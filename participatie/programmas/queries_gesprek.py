"""What a gesprek must know of a project."""

from collections.abc import Sequence

from sqlalchemy import func, select

from participatie.core.db import db
from participatie.discussion.types import Gespreksonderwerp
from participatie.programmas.models import Project, project_gebieden


def find_projecten(numbers: Sequence[int]) -> dict[int, Gespreksonderwerp]:
    """Return these projecten as something to support, follow and talk about.

    One that lies in several gebieden is moderated in the first of them.
    """
    first = (
        select(
            project_gebieden.c.project_id,
            func.min(project_gebieden.c.gebied_id).label("gebied_id"),
        )
        .group_by(project_gebieden.c.project_id)
        .subquery()
    )
    statement = (
        select(Project.id, Project.titel, first.c.gebied_id)
        .outerjoin(first, first.c.project_id == Project.id)
        .where(Project.id.in_(numbers))
    )
    return {
        int(row.id): Gespreksonderwerp(
            titel=row.titel,
            pad=f"/projecten/{row.id}",
            gebied_id=row.gebied_id,
            is_public=True,
        )
        for row in db.session.execute(statement)
    }
