"""Reading what was looked for in vain."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from sqlalchemy import func, select

from participatie.core.db import db
from participatie.zoeken.models import Zoekmisser
from participatie.zoeken.types import Misser

WEEK = timedelta(days=7)


def list_missers(
    *,
    week: date,
    gebied_ids: Collection[int] | None = None,
    thema: str | None = None,
    minstens: int = 2,
    limit: int = 20,
) -> Sequence[Misser]:
    """Return which words were looked for in vain in the week from this day, most often first.

    Without `gebied_ids` and `thema` all count. What fewer than `minstens` people looked for is
    left out: one search may say something of one person.
    """
    aantal = func.sum(Zoekmisser.aantal)
    statement = (
        select(Zoekmisser.woorden, aantal)
        .where(Zoekmisser.dag >= week, Zoekmisser.dag < week + WEEK)
        .group_by(Zoekmisser.woorden)
        .having(aantal >= minstens)
        .order_by(aantal.desc(), Zoekmisser.woorden)
        .limit(limit)
    )
    if gebied_ids is not None:
        statement = statement.where(Zoekmisser.gebied_id.in_(gebied_ids))
    if thema is not None:
        statement = statement.where(Zoekmisser.thema == thema)
    return [Misser(row[0], int(row[1])) for row in db.session.execute(statement)]
