"""Reading which terms were extended."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from participatie.core.db import db
from participatie.inzendingen.types import InzendingId
from participatie.moderation.models_werk import Verlenging


def find_verlenging(inzending_id: InzendingId) -> Verlenging | None:
    """Return the extension that stands, with who gave it."""
    statement = (
        select(Verlenging)
        .where(Verlenging.inzending_id == inzending_id, Verlenging.ingetrokken_op.is_(None))
        .options(joinedload(Verlenging.door))
    )
    return db.session.scalars(statement).one_or_none()
