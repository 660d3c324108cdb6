"""Keeping the words that may be suggested. No commit here: see core.transactions."""

from collections.abc import Collection, Mapping

from sqlalchemy import bindparam, delete, insert, select, update

from participatie.core.db import db
from participatie.core.stammen import stems_of
from participatie.zoeken.models import Zoekvariant, Zoekwoord
from participatie.zoeken.rules_suggestie import variants_of

PART = 500


def change_counts(change: Mapping[str, int]) -> None:
    """Count words more or less often; a word that stands nowhere any more is forgotten."""
    words = sorted(change)
    for begin in range(0, len(words), PART):
        _change({word: change[word] for word in words[begin : begin + PART]})


def _change(change: Mapping[str, int]) -> None:
    statement = select(Zoekwoord.woord, Zoekwoord.aantal).where(Zoekwoord.woord.in_(change))
    known = {row.woord: row.aantal for row in db.session.execute(statement)}
    after = {word: known.get(word, 0) + number for word, number in change.items()}
    _remove([word for word, aantal in after.items() if aantal <= 0 and word in known])
    _add([(word, aantal) for word, aantal in after.items() if aantal > 0 and word not in known])
    _update({word: aantal for word, aantal in after.items() if aantal > 0 and word in known})


def _remove(words: Collection[str]) -> None:
    if words:
        db.session.execute(delete(Zoekvariant).where(Zoekvariant.woord.in_(words)))
        db.session.execute(delete(Zoekwoord).where(Zoekwoord.woord.in_(words)))


def _add(words: Collection[tuple[str, int]]) -> None:
    if not words:
        return
    rows = [{"woord": word, "stam": stems_of(word)[0], "aantal": number} for word, number in words]
    db.session.execute(insert(Zoekwoord), rows)
    variants = [
        {"variant": variant, "woord": word}
        for word, _number in words
        for variant in variants_of(word)
    ]
    db.session.execute(insert(Zoekvariant), variants)


def _update(counts: Mapping[str, int]) -> None:
    if counts:
        statement = (
            update(Zoekwoord)
            .where(Zoekwoord.woord == bindparam("this"))
            .values(aantal=bindparam("number"))
        )
        rows = [{"this": word, "number": number} for word, number in counts.items()]
        db.session.connection().execute(statement, rows)
