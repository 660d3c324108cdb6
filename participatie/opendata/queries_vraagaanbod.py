"""Reading what is sought and offered row by row, without people."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row, Select, select

from participatie.core.db import db
from participatie.gebieden.models import Gebied
from participatie.initiatieven.models import Initiatief
from participatie.inzendingen.types import Status
from participatie.opendata.types import Regel
from participatie.vraagaanbod.models import Aanbod, Oproep
from participatie.vraagaanbod.types import AanbodStatus, OproepStatus

CHUNK = 500
_GEBIED = (Gebied.code.label("gebied_code"), Gebied.naam.label("gebied_naam"))


def iter_oproepen(site: str) -> Iterator[Regel]:
    """Yield what published initiatieven seek and found."""
    statement = (
        select(*Oproep.__mapper__.columns, *_GEBIED)
        .join(Oproep.initiatief)
        .join(Gebied, Gebied.id == Initiatief.gebied_id)
        .where(Initiatief.status == Status.GEPUBLICEERD, Oproep.status != OproepStatus.GESLOTEN)
        .order_by(Oproep.id)
    )
    for row in _stream(statement):
        yield Regel(
            row.id,
            (
                row.id,
                f"{site}/initiatieven/{row.initiatief_id}",
                row.soort,
                row.wat,
                row.hoeveel,
                row.wanneer,
                row.status,
                row.gebied_code,
                row.gebied_naam,
                row.aangemaakt_op,
                row.afgesloten_op,
            ),
            None,
        )


def iter_aanbod(site: str) -> Iterator[Regel]:
    """Yield what is offered now."""
    statement = (
        select(*Aanbod.__mapper__.columns, *_GEBIED)
        .join(Aanbod.gebied)
        .where(Aanbod.status == AanbodStatus.ZICHTBAAR)
        .order_by(Aanbod.id)
    )
    for row in _stream(statement):
        yield Regel(
            row.id,
            (
                row.id,
                f"{site}/vraag-en-aanbod/aanbod/{row.id}",
                row.soort,
                row.wat,
                row.gebied_code,
                row.gebied_naam,
                row.thema,
                row.tot,
                row.aangemaakt_op,
            ),
            None,
        )


def _stream(statement: Select[Any]) -> Iterator[Row[Any]]:
    yield from db.session.execute(statement, execution_options={"yield_per": CHUNK})
