"""Reading programme years row by row, with what was adopted in each."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row, Select, func, select

from participatie.core.db import db
from participatie.gebieden.models import Gebied
from participatie.gebiedsprogrammas.models import Gebiedsprogramma, ProgrammaItem, ProgrammaStap
from participatie.gebiedsprogrammas.types import ProgrammaStatus, Stap
from participatie.opendata.rules import euros
from participatie.opendata.types import Regel
from participatie.programmas.models import ProjectStand

CHUNK = 500
_GEBIED = (
    Gebied.code.label("gebied_code"),
    Gebied.naam.label("gebied_naam"),
    Gebied.slug.label("slug"),
)


def iter_gebiedsprogrammas(site: str) -> Iterator[Regel]:
    """Yield every programme."""
    statement = (
        select(*Gebiedsprogramma.__mapper__.columns, *_GEBIED)
        .join(Gebied, Gebied.id == Gebiedsprogramma.gebied_id)
        .order_by(Gebiedsprogramma.id)
    )
    for row in _stream(statement):
        yield Regel(
            row.id,
            (
                row.id,
                f"{site}/programma/{row.slug}/{row.jaar}",
                row.gebied_code,
                row.gebied_naam,
                row.jaar,
                row.status,
                row.besluitnummer,
                row.besloten_op,
                row.toelichting,
                row.gewijzigd_op,
            ),
            None,
        )


def iter_programmaonderdelen(site: str) -> Iterator[Regel]:
    """Yield every item that is adopted now; its result once the year is closed."""
    newest = (
        select(func.max(ProgrammaStap.id))
        .where(ProgrammaStap.stap == Stap.VASTSTELLEN)
        .group_by(ProgrammaStap.programma_id)
    )
    statement = (
        select(
            *ProgrammaItem.__mapper__.columns,
            ProjectStand.titel,
            ProgrammaStap.programma_id,
            Gebiedsprogramma.jaar,
            Gebiedsprogramma.status,
            *_GEBIED,
        )
        .join(ProjectStand, ProjectStand.id == ProgrammaItem.stand_id)
        .join(ProgrammaStap, ProgrammaStap.id == ProgrammaItem.vaststelling_id)
        .join(Gebiedsprogramma, Gebiedsprogramma.id == ProgrammaStap.programma_id)
        .join(Gebied, Gebied.id == Gebiedsprogramma.gebied_id)
        .where(
            Gebiedsprogramma.status != ProgrammaStatus.CONCEPT,
            ProgrammaItem.vaststelling_id.in_(newest),
        )
        .order_by(ProgrammaItem.id)
    )
    for row in _stream(statement):
        closed = row.status is ProgrammaStatus.AFGESLOTEN
        yield Regel(
            row.id,
            (
                row.id,
                row.programma_id,
                row.gebied_code,
                row.gebied_naam,
                row.jaar,
                row.volgorde,
                row.project_id,
                f"{site}/projecten/{row.project_id}",
                row.titel,
                euros(row.bedrag_cent),
                row.resultaat if closed else None,
                row.naar_jaar if closed else None,
                row.toelichting if closed else "",
            ),
            None,
        )


def _stream(statement: Select[Any]) -> Iterator[Row[Any]]:
    yield from db.session.execute(statement, execution_options={"yield_per": CHUNK})
