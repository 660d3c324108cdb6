"""Reading what a project said before."""

from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload, undefer

from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.programmas.models import ProjectStand
from participatie.programmas.queries import was_so
from participatie.programmas.types import ProjectId


def find_stand(project_id: int, peildatum: date) -> ProjectStand | None:
    """Return what a project said at the end of a day, or None when it was not there yet."""
    statement = (
        select(ProjectStand)
        .where(ProjectStand.project_id == project_id, was_so(peildatum))
        .options(
            undefer(ProjectStand.geometrie),
            joinedload(ProjectStand.organisatie),
            selectinload(ProjectStand.gebieden),
        )
    )
    return db.session.scalars(statement).one_or_none()


def find_versie(project_id: int, versie: int) -> ProjectStand | None:
    """Return what a project said in one of its versions, or None when there was no such one."""
    statement = select(ProjectStand).where(
        ProjectStand.project_id == project_id, ProjectStand.versie == versie
    )
    return db.session.scalars(statement).one_or_none()


def get_first_moment(project_id: int) -> datetime:
    """Return since when a project is in the register, or raise when it never was."""
    statement = select(func.min(ProjectStand.van)).where(
        ProjectStand.project_id == ProjectId(project_id)
    )
    moment: datetime | None = db.session.scalar(statement)
    if moment is None:
        raise NotFoundError("Dit project bestaat niet.")
    return moment
