"""Asking the index of either database which documents have certain terms."""

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import ColumnElement, Select, column, func, literal_column, select, table

from participatie.core.db import db
from participatie.zoeken.models import Zoekdocument

INDEX_SQLITE = table("zoekindex", column("rowid"), column("zoekindex"))
INDEX_POSTGRESQL: ColumnElement[str] = literal_column("zoekdocumenten.zoekindex")
Eis = Collection[str]
"""Terms of which a document has at least one; one that ends on * stands for all it begins."""


def select_ids(eisen: Iterable[Eis], limit: int | None) -> Select[int]:
    """Return a statement for the newest documents that meet every demand, newest first.

    Terms are made by `rules` and hold only letters and digits, so none can be an operator.
    """
    found: ColumnElement[int] = INDEX_SQLITE.c.rowid
    if db.session.get_bind().dialect.name == "sqlite":
        meets = INDEX_SQLITE.c.zoekindex.op("MATCH")(_ask(eisen, " OR ", " AND ", "*"))
    else:
        found = Zoekdocument.__table__.c.id
        query = func.to_tsquery("simple", _ask(eisen, " | ", " & ", ":*"))
        meets = INDEX_POSTGRESQL.op("@@")(query)
    return select(found.label("id")).where(meets).order_by(found.desc()).limit(limit)


def _ask(eisen: Iterable[Eis], either: str, both: str, begins: str) -> str:
    groups = (either.join(term.replace("*", begins) for term in sorted(eis)) for eis in eisen)
    return both.join(f"({group})" for group in groups)


def count_matching(eisen: Sequence[Eis], most: int) -> int:
    """Return how many documents meet every demand, counting no further than `most`."""
    found = select_ids(eisen, most).subquery()
    return db.session.scalar(select(func.count()).select_from(found)) or 0
