"""Reading decisions to count them: no sender, no text, no moderator."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from sqlalchemy import select

from participatie.core.clock import AMSTERDAM
from participatie.core.db import db
from participatie.gebieden.queries import get_boom
from participatie.gebieden.rules import Boom
from participatie.gebieden.types import GebiedId, Niveau
from participatie.moderation.models import Besluit
from participatie.moderation.types import Uitkomst

Tellingen = Mapping[tuple[int, str], Mapping[str, Counter[Uitkomst]]]
GEBIED, THEMA = "gebied", "thema"
CHUNK = 1_000


def stadsdeel_of(boom: Boom, gebied_id: GebiedId) -> GebiedId:
    """Return the stadsdeel a gebied lies in; for the stad itself the stad."""
    keten = boom.keten(gebied_id)
    for found in keten:
        if boom.omtrekken[found].niveau is Niveau.STADSDEEL:
            return found
    return keten[-1] if keten else gebied_id


def count_uitkomsten() -> Tellingen:
    """Count the decisions that stand, per year, by code of the stadsdeel and by thema."""
    boom = get_boom()
    found: dict[tuple[int, str], dict[str, Counter[Uitkomst]]] = defaultdict(
        lambda: defaultdict(Counter)
    )
    statement = select(Besluit.gebied_id, Besluit.thema, Besluit.uitkomst, Besluit.op).where(
        Besluit.teruggedraaid_op.is_(None)
    )
    for row in db.session.execute(statement, execution_options={"yield_per": CHUNK}):
        jaar = row.op.astimezone(AMSTERDAM).year
        gebied = boom.omtrekken[stadsdeel_of(boom, row.gebied_id)].code
        found[jaar, GEBIED][gebied][row.uitkomst] += 1
        found[jaar, THEMA][row.thema.value][row.uitkomst] += 1
    return found
