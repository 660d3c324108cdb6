"""Reading the list of published initiatieven."""

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from participatie.core.db import db
from participatie.core.paging import PAGE_SIZE, Page
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.types_voortgang import InitiatiefFase
from participatie.inzendingen.queries import published
from participatie.inzendingen.types import InzendingFilter


def paginate_gepubliceerd(
    chosen: InzendingFilter, fase: InitiatiefFase | None, page: int
) -> Page[Initiatief]:
    """Return a page of what stands on its own on the site, newest first."""
    conditions = [published(chosen), Initiatief.opgegaan_in_id.is_(None)]
    if fase is not None:
        conditions.append(Initiatief.fase == fase)
    total = db.session.scalar(select(func.count(Initiatief.id)).where(*conditions)) or 0
    statement = (
        select(Initiatief)
        .where(*conditions)
        .order_by(Initiatief.gepubliceerd_op.desc(), Initiatief.id.desc())
        .limit(PAGE_SIZE)
        .offset((max(page, 1) - 1) * PAGE_SIZE)
        .options(
            joinedload(Initiatief.gebied),
            selectinload(Initiatief.fotos),
        )
    )
    return Page(items=db.session.scalars(statement).all(), number=page, total=total)
