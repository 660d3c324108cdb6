"""What the map shows of pairs."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from participatie.core.db import db
from participatie.programmas.types import ProjectId
from participatie.raakvlakken.models import Raakvlak
from participatie.raakvlakken.types import Oordeel, RaakvlakId


@dataclass(frozen=True, kw_only=True)
class OpKaart:
    """A pair as a map draws it: halfway the two. `oordeel` only as far as it is public."""

    id: RaakvlakId
    project_ids: tuple[ProjectId, ProjectId]
    oordeel: Oordeel | None
    lon: float
    lat: float


def raakvlakken_version() -> str:
    """Return a text that changes whenever a pair does, for the cache of a map."""
    statement = select(func.count(), func.sum(Raakvlak.versie), func.max(Raakvlak.gewijzigd_op))
    return "-".join(str(part) for part in db.session.execute(statement).one())


def list_for_map() -> Sequence[OpKaart]:
    """Return every pair that lies somewhere, with what everyone may know of it."""
    statement = (
        select(
            Raakvlak.id,
            Raakvlak.project_a_id,
            Raakvlak.project_b_id,
            Raakvlak.oordeel,
            Raakvlak.tonen,
            Raakvlak.opnieuw,
            Raakvlak.lon,
            Raakvlak.lat,
        )
        .where(Raakvlak.vervallen_op.is_(None), Raakvlak.lon.is_not(None))
        .order_by(Raakvlak.id)
    )
    return [
        OpKaart(
            id=row.id,
            project_ids=(row.project_a_id, row.project_b_id),
            oordeel=row.oordeel if row.tonen and not row.opnieuw else None,
            lon=row.lon,
            lat=row.lat,
        )
        for row in db.session.execute(statement)
    ]
