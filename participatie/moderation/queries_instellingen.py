"""Reading how the desk is set."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.gebieden.models import Gebied
from participatie.gebieden.queries import list_gebieden
from participatie.inzendingen.models import Reactietermijn
from participatie.inzendingen.rules import REACTIETERMIJN
from participatie.inzendingen.types import InzendingSoort
from participatie.moderation.models_werk import Verdeelregel
from participatie.moderation.queries_verdeling import list_achteraf


def list_termijnen() -> Mapping[InzendingSoort, int]:
    """Return within how many days each kind is answered."""
    kept = {row.soort: row.dagen for row in db.session.scalars(select(Reactietermijn))}
    return {soort: kept.get(soort, REACTIETERMIJN.days) for soort in InzendingSoort}


def list_achterafgebieden() -> Sequence[Gebied]:
    """Return the gebieden in which the gemeente looks afterwards, as the tree orders them."""
    chosen = list_achteraf()
    return [gebied for gebied in list_gebieden() if gebied.id in chosen]


def get_regel(regel_id: int) -> Verdeelregel:
    """Return a rule, or raise."""
    found = db.session.get(Verdeelregel, regel_id)
    if found is None:
        raise NotFoundError
    return found
