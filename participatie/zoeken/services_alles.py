"""Making the whole index anew, in small transactions so that nobody waits long."""

from collections.abc import Sequence

from sqlalchemy import func, select, text

from participatie.core.db import db
from participatie.core.events import Event
from participatie.core.jobs import run_soon
from participatie.core.transactions import after_commit, between_reads, short_read
from participatie.zoeken.models import Zoekdocument
from participatie.zoeken.services import bron_of, soorten, store, update_index

PART = 200


def rebuild() -> int:
    """Put right whatever differs from what is public now; return how many documents there are."""
    with short_read():
        known = set(db.session.scalars(select(Zoekdocument.onderwerp_soort).distinct()))
    for soort in soorten():
        _rebuild_soort(soort)
    with between_reads():
        for soort in sorted(known - set(soorten())):
            store(soort, _indexed_ids(soort), {})
        _forget_what_was_deleted()
    return db.session.scalar(select(func.count()).select_from(Zoekdocument)) or 0


def rebuild_soon(_event: Event) -> None:
    """Have everything put right after this transaction: what lies in what has changed."""
    after_commit(_ask)


def _ask() -> None:
    run_soon(rebuild)


def _rebuild_soort(soort: str) -> None:
    with short_read():
        ids = _ids_of(soort)
    for begin in range(0, len(ids), PART):
        with between_reads():
            update_index(soort, ids[begin : begin + PART])


def _ids_of(soort: str) -> Sequence[int]:
    """Return what is public, oldest first, and then what is still in the index but gone."""
    public = sorted((one.op, one.onderwerp.id) for one in bron_of(soort)(None))
    ordered = dict.fromkeys(one_id for _op, one_id in public)
    return list(ordered | dict.fromkeys(_indexed_ids(soort)))


def _indexed_ids(soort: str) -> Sequence[int]:
    statement = select(Zoekdocument.onderwerp_id).where(Zoekdocument.onderwerp_soort == soort)
    return db.session.scalars(statement).all()


def _forget_what_was_deleted() -> None:
    """Let SQLite drop what only says that something was deleted; PostgreSQL does it by itself."""
    if db.session.get_bind().dialect.name == "sqlite":
        db.session.execute(text("INSERT INTO zoekindex(zoekindex) VALUES ('optimize')"))
