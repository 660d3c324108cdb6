"""Reading the documents of projects."""

from collections.abc import Sequence

from sqlalchemy import func, select

from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.programmas.models_documenten import ProjectDocument


def list_documenten(project_id: int) -> Sequence[ProjectDocument]:
    """Return the documents of a project, the newest first."""
    statement = (
        select(ProjectDocument)
        .where(ProjectDocument.project_id == project_id)
        .order_by(ProjectDocument.toegevoegd_op.desc(), ProjectDocument.id.desc())
    )
    return db.session.scalars(statement).all()


def count_documenten(project_id: int) -> int:
    """Return how many documents a project has."""
    statement = (
        select(func.count())
        .select_from(ProjectDocument)
        .where(ProjectDocument.project_id == project_id)
    )
    return db.session.scalar(statement) or 0


def get_document(project_id: int, document_id: int) -> ProjectDocument:
    """Return a document of this project, or raise."""
    statement = select(ProjectDocument).where(
        ProjectDocument.id == document_id, ProjectDocument.project_id == project_id
    )
    found = db.session.scalars(statement).one_or_none()
    if found is None:
        raise NotFoundError("Dit document bestaat niet.")
    return found


def list_bestanden() -> frozenset[str]:
    """Return the names of all files that belong to a document."""
    return frozenset(db.session.scalars(select(ProjectDocument.bestand)))
