"""Reading what all inzendingen share."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from participatie.core.clock import AMSTERDAM
from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.core.paging import PAGE_SIZE, Page
from participatie.core.permissions import Permission
from participatie.inzendingen.models import Foto, Inzending, Reactietermijn
from participatie.inzendingen.rules import REACTIETERMIJN, is_zichtbaar
from participatie.inzendingen.types import (
    InzendingFilter,
    InzendingId,
    InzendingSoort,
    Kijker,
    Status,
)

NO_FILTER = InzendingFilter()


def get_inzending(inzending_id: InzendingId) -> Inzending:
    """Return the inzending, whoever asks, or raise."""
    inzending = db.session.get(Inzending, inzending_id)
    if inzending is None:
        raise NotFoundError
    return inzending


def may_see(inzending: Inzending, kijker: Kijker | None) -> bool:
    """Tell whether this person, or (empty) a visitor, may see the inzending."""
    if kijker is None:
        return is_zichtbaar(inzending.status, is_indiener=False, is_moderator=False)
    return is_zichtbaar(
        inzending.status,
        is_indiener=inzending.indiener_id == kijker.id,
        is_moderator=kijker.may(Permission.INZENDING_MODEREREN, inzending.gebied_id),
    )


def get_zichtbaar(inzending_id: InzendingId, kijker: Kijker | None) -> Inzending:
    """Return the inzending when this person may see it; else it does not exist for him."""
    inzending = get_inzending(inzending_id)
    if not may_see(inzending, kijker):
        raise NotFoundError
    return inzending


def get_termijn(soort: InzendingSoort) -> timedelta:
    """Return within how much time this kind is answered."""
    found = db.session.get(Reactietermijn, soort)
    return timedelta(days=found.dagen) if found else REACTIETERMIJN


def find_foto(bestand: str) -> Foto | None:
    """Return the photo with this file name, with its inzending."""
    statement = select(Foto).where(Foto.bestand == bestand).options(joinedload(Foto.inzending))
    return db.session.scalar(statement)


def list_foto_bestanden() -> frozenset[str]:
    """Return the file names of all photos."""
    return frozenset(db.session.scalars(select(Foto.bestand)))


def list_gepubliceerd(
    chosen: InzendingFilter = NO_FILTER, page: int = 1, size: int = PAGE_SIZE
) -> Page[Inzending]:
    """Return a page of published inzendingen, newest first, with gebied and photos loaded."""
    condition = published(chosen)
    total = db.session.scalar(select(func.count(Inzending.id)).where(condition)) or 0
    statement = (
        select(Inzending)
        .where(condition)
        .order_by(Inzending.gepubliceerd_op.desc(), Inzending.id.desc())
        .options(
            joinedload(Inzending.gebied),
            joinedload(Inzending.indiener),
            selectinload(Inzending.fotos),
        )
    )
    items = db.session.scalars(_paged(statement, page, size)).all()
    return Page(items=items, number=page, total=total, size=size)


def _paged(statement: Select[Inzending], page: int, size: int) -> Select[Inzending]:
    return statement.limit(size).offset((max(page, 1) - 1) * size)


def published(chosen: InzendingFilter = NO_FILTER) -> ColumnElement[bool]:
    """Return the condition that an inzending is public and meets the filter."""
    conditions: list[ColumnElement[bool]] = [Inzending.status == Status.GEPUBLICEERD]
    if chosen.gebied_ids is not None:
        conditions.append(Inzending.gebied_id.in_(sorted(chosen.gebied_ids)))
    if chosen.thema is not None:
        conditions.append(Inzending.thema == chosen.thema)
    if chosen.jaar is not None:
        conditions.append(_in_year(chosen.jaar))
    if chosen.bounds is not None:
        conditions.append(Inzending.in_bounds(chosen.bounds))
    conditions.extend(_has_word(word) for word in chosen.tekst.split())
    return and_(*conditions)


def _in_year(jaar: int) -> ColumnElement[bool]:
    start = datetime(jaar, 1, 1, tzinfo=AMSTERDAM)
    end = datetime(jaar + 1, 1, 1, tzinfo=AMSTERDAM)
    return and_(Inzending.gepubliceerd_op >= start, Inzending.gepubliceerd_op < end)


def _has_word(word: str) -> ColumnElement[bool]:
    return or_(
        Inzending.titel.icontains(word, autoescape=True),
        Inzending.toelichting.icontains(word, autoescape=True),
        Inzending.plek_omschrijving.icontains(word, autoescape=True),
    )
