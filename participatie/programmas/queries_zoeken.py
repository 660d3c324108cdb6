"""Projecten as documents that can be found."""

from collections.abc import Collection, Iterator

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.programmas.models import Project
from participatie.programmas.models_documenten import ProjectDocument
from participatie.zoeken.types import Document

PART = 500


def list_documents(ids: Collection[int] | None) -> Iterator[Document]:
    """Yield the projecten, or those of these ids, with the titles of what lies beside them."""
    wanted = sorted(db.session.scalars(select(Project.id)) if ids is None else ids)
    for begin in range(0, len(wanted), PART):
        yield from _read(wanted[begin : begin + PART])


def _read(ids: Collection[int]) -> Iterator[Document]:
    beside: dict[int, list[str]] = {}
    titles = select(ProjectDocument.project_id, ProjectDocument.titel).where(
        ProjectDocument.project_id.in_(ids)
    )
    for project_id, titel in db.session.execute(titles.order_by(ProjectDocument.id)):
        beside.setdefault(project_id, []).append(titel)
    statement = (
        select(Project)
        .where(Project.id.in_(ids))
        .options(selectinload(Project.gebieden))
        .order_by(Project.id)
    )
    for project in db.session.scalars(statement):
        yield _document(project, beside.get(project.id, []))


def _document(project: Project, beside: list[str]) -> Document:
    milestones = (mijlpaal.titel for mijlpaal in project.mijlpalen)
    parts = (
        project.omschrijving,
        project.plek_omschrijving,
        project.trekker,
        project.participatie_toelichting,
        *milestones,
        *beside,
    )
    return Document(
        onderwerp=Onderwerp("project", project.id),
        titel=project.titel,
        tekst="\n".join(filter(None, parts)),
        pad=f"/projecten/{project.id}",
        op=project.gewijzigd_op,
        gebied_ids=tuple(gebied.id for gebied in project.gebieden),
        thema=project.thema,
        jaren=(project.start.year, project.eind.year),
    )
