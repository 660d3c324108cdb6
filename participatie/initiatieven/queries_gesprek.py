"""What a gesprek must know of an initiatief."""

from collections.abc import Sequence

from sqlalchemy import select

from participatie.core.db import db
from participatie.discussion.types import Gespreksonderwerp
from participatie.initiatieven.models import Initiatief
from participatie.inzendingen.types import Status


def find_initiatieven(numbers: Sequence[int]) -> dict[int, Gespreksonderwerp]:
    """Return these initiatieven as something to support, follow and talk about."""
    statement = select(
        Initiatief.id,
        Initiatief.titel,
        Initiatief.gebied_id,
        Initiatief.status,
        Initiatief.indiener_id,
    ).where(Initiatief.id.in_(numbers))
    return {
        int(row.id): Gespreksonderwerp(
            titel=row.titel,
            pad=f"/initiatieven/{row.id}",
            gebied_id=row.gebied_id,
            is_public=row.status is Status.GEPUBLICEERD,
            maker_ids=frozenset({row.indiener_id}),
        )
        for row in db.session.execute(statement)
    }
