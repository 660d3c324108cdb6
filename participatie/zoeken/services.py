"""Keeping the index the same as what is public. No commit here: see core.transactions."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, insert, select, text, update

from participatie.core.db import db
from participatie.core.events import Event
from participatie.core.transactions import before_commit, on_rollback
from participatie.gebieden.queries import keten_ids
from participatie.zoeken.models import Zoekdocument
from participatie.zoeken.rules import TEKST_MAX, TITEL_MAX, make_termen, woorden_of
from participatie.zoeken.services_woorden import change_counts
from participatie.zoeken.types import Document

Bron = Callable[[Collection[int] | None], Iterable[Document]]
"""Given ids, yields the documents of those that are public now; given None, of all."""

ONE_AT_A_TIME = 392_012
MANY = 500
_WAITING = "documents whose index waits"
_bronnen: dict[str, Bron] = {}


def zoekbron(soort: str, bron: Bron) -> None:
    """Let things of a kind be found; `bron` says which are public and what they say."""
    _bronnen[soort] = bron


def bron_of(soort: str) -> Bron:
    """Return who says what can be found of a kind."""
    return _bronnen[soort]


def soorten() -> Sequence[str]:
    """Return the kinds of things that can be found, in the order in which they were named."""
    return list(_bronnen)


def note_change(event: Event) -> None:
    """Bring the index up to date with what an event is about, at the end of this transaction."""
    onderwerp = event.onderwerp
    if onderwerp.soort in _bronnen:
        note(str(onderwerp.soort), [onderwerp.id])


def note(soort: str, ids: Collection[int]) -> None:
    """Bring the index up to date with some things of a kind, at the end of this transaction."""
    waiting = db.session.info.get(_WAITING)
    if waiting is None:
        waiting = db.session.info[_WAITING] = defaultdict(set)
        on_rollback(_forget)
    waiting[soort].update(ids)
    before_commit(update_what_waits, last=True)


def update_what_waits() -> None:
    """Put in the index what changed, and take out what is no longer public."""
    waiting: Mapping[str, set[int]] = db.session.info.get(_WAITING, {})
    _forget()
    for soort, ids in sorted(waiting.items()):
        ordered = sorted(ids)
        for begin in range(0, len(ordered), MANY):
            update_index(soort, ordered[begin : begin + MANY])


def _forget() -> None:
    db.session.info.pop(_WAITING, None)


def update_index(soort: str, ids: Sequence[int]) -> int:
    """Make the index say of some things what they say now; return how many rows changed."""
    hold_index()
    documents = {one.onderwerp.id: one for one in _bronnen[soort](ids)}
    return store(soort, ids, documents)


def hold_index() -> None:
    """Let nobody else change the index until the end of this transaction.

    What was read before another changed it would otherwise be written after it, and bring back
    what had just been hidden. SQLite has one writer at a time already.
    """
    if db.session.get_bind().dialect.name == "postgresql":
        db.session.execute(text(f"SELECT pg_advisory_xact_lock({ONE_AT_A_TIME})"))


def store(soort: str, ids: Collection[int], documents: Mapping[int, Document]) -> int:
    """Write, change and remove rows, so that of these ids exactly the documents are there."""
    known = _known(soort, ids)
    wanted = {one_id: _row(documents[one_id]) for one_id in documents}
    gone = [row["id"] for one_id, row in known.items() if one_id not in wanted]
    new = [row for one_id, row in wanted.items() if one_id not in known]
    other = [
        row | {"id": known[one_id]["id"]}
        for one_id, row in wanted.items()
        if one_id in known and any(known[one_id][name] != value for name, value in row.items())
    ]
    if gone:
        db.session.execute(delete(Zoekdocument).where(Zoekdocument.id.in_(gone)))
    if other:
        db.session.execute(update(Zoekdocument), other)
    if new:
        db.session.execute(insert(Zoekdocument), sorted(new, key=lambda row: row["op"]))
    _count_words(known, wanted)
    return len(gone) + len(other) + len(new)


def _known(soort: str, ids: Collection[int]) -> dict[int, dict[str, Any]]:
    statement = select(*Zoekdocument.__table__.columns).where(
        Zoekdocument.onderwerp_soort == soort, Zoekdocument.onderwerp_id.in_(ids)
    )
    return {row["onderwerp_id"]: dict(row) for row in db.session.execute(statement).mappings()}


def _row(document: Document) -> dict[str, Any]:
    gebied_ids = {above for one in document.gebied_ids for above in keten_ids(one)}  # type: ignore[arg-type]  # ids of gebieden
    van, tot = document.jaren or (None, None)
    return {
        "onderwerp_soort": document.onderwerp.soort,
        "onderwerp_id": document.onderwerp.id,
        "titel": document.titel[:TITEL_MAX],
        "tekst": document.tekst[:TEKST_MAX],
        "pad": document.pad,
        "gebied_id": document.gebied_ids[0] if len(document.gebied_ids) == 1 else None,
        "thema": document.thema,
        "jaar_van": van,
        "jaar_tot": tot,
        "op": document.op,
        "termen": make_termen(document, gebied_ids),
    }


def _count_words(
    known: Mapping[int, Mapping[str, Any]], wanted: Mapping[int, Mapping[str, Any]]
) -> None:
    change: Counter[str] = Counter()
    for row in wanted.values():
        change.update(woorden_of(row["titel"], row["tekst"]))
    for row in known.values():
        change.subtract(woorden_of(row["titel"], row["tekst"]))
    change_counts({word: number for word, number in change.items() if number})
