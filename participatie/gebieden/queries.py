"""Reading gebieden."""

from sqlalchemy import select

from participatie.core.db import db
from participatie.gebieden.models import Gebied
from participatie.gebieden.types import GebiedId


def keten_ids(gebied_id: GebiedId) -> tuple[GebiedId, ...]:
    """Return the gebied and everything above it, from small to large."""
    rows = db.session.execute(select(Gebied.id, Gebied.ouder_id))
    ouders = {row.id: row.ouder_id for row in rows}
    keten: list[GebiedId] = []
    step: GebiedId | None = gebied_id
    while step is not None and step not in keten:
        keten.append(step)
        step = ouders.get(step)
    return tuple(keten)
