"""What changed last of all that is public: for feeds."""

from collections.abc import Sequence

from sqlalchemy import select

from participatie.core.db import db
from participatie.zoeken.models import Zoekdocument
from participatie.zoeken.queries_index import Eis, select_ids
from participatie.zoeken.rules import IN_TEKST, kenmerken_of
from participatie.zoeken.types import Filters, Vraag

ZONDER = ("gebied", "pagina")
"""Kinds that bring no news."""


def list_newest(vraag: Vraag, filters: Filters, limit: int) -> Sequence[Zoekdocument]:
    """Return the documents that answer a question and pass the filters, newest first."""
    eisen: list[Eis] = [[IN_TEKST + stam for stam in term.stammen] for term in vraag.termen]
    eisen += [[kenmerk] for kenmerk in kenmerken_of(filters)]
    statement = select(Zoekdocument).where(Zoekdocument.onderwerp_soort.not_in(ZONDER))
    if eisen:
        ids = select_ids(eisen, None).order_by(None).scalar_subquery()
        statement = statement.where(Zoekdocument.id.in_(ids))
    newest = (Zoekdocument.op.desc(), Zoekdocument.onderwerp_soort, Zoekdocument.onderwerp_id)
    return db.session.scalars(statement.order_by(*newest).limit(limit)).all()
