"""Counting searches in vain, for whoever wants to know what is missing on the site.

A page that is read writes nothing in the database: it adds a line to a file, and a job counts
the lines. No commit here: see core.transactions.
"""

import contextlib
import os
import secrets
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import delete, func, select

from participatie.core import clock
from participatie.core.db import db
from participatie.core.transactions import after_commit
from participatie.core.uploads import folder_of
from participatie.zoeken.models import Zoekmisser
from participatie.zoeken.rules_missers import (
    BEWAAR_DAGEN,
    countable_words,
    make_line,
    read_lines,
)
from participatie.zoeken.types import Filters, Mistelling, Vraag

FOLDER = "zoekmissers"
OPEN = "nu"
GROOT = 256 * 1024
"""A file that is larger than this is full until the job has counted it: no flood fills a disk."""
PER_DAG_MAX = 5_000
"""More different words than this are not counted on one day."""


def note_misser(vraag: Vraag, filters: Filters) -> None:
    """Note that something was looked for in vain; who asked is not noted."""
    woorden = countable_words(vraag)
    if woorden is None:
        return
    path = folder_of(FOLDER) / OPEN
    line = make_line(clock.today(), woorden, filters)
    with contextlib.suppress(OSError):  # what cannot be counted is not counted
        if not path.exists() or path.stat().st_size < GROOT:
            with path.open("a", encoding="utf-8") as file:
                file.write(line)


def count_missers() -> None:
    """Count what was noted, and forget what is older than a year."""
    _set_apart()
    counted: Counter[Mistelling] = Counter()
    for path in sorted(folder_of(FOLDER).glob("tel-*")):
        with path.open(encoding="utf-8", errors="replace") as file:
            counted.update(read_lines(file))
        after_commit(lambda path=path: path.unlink(missing_ok=True))  # type: ignore[misc]  # no argument is given
    for one in sorted(counted, key=lambda one: (one.dag, one.woorden, one.gebied_id, one.thema)):
        _add(one, counted[one])
    oldest = clock.today() - timedelta(days=BEWAAR_DAGEN)
    db.session.execute(delete(Zoekmisser).where(Zoekmisser.dag < oldest))


def _set_apart() -> None:
    """Let new searches begin another file, so that this one can be counted."""
    with contextlib.suppress(FileNotFoundError):
        os.rename(_path(OPEN), _path(f"tel-{secrets.token_hex(8)}"))  # noqa: PTH104  # atomic


def _path(name: str) -> Path:
    return folder_of(FOLDER) / name


def _add(one: Mistelling, number: int) -> None:
    key = {
        "dag": one.dag,
        "woorden": one.woorden,
        "gebied_id": one.gebied_id,
        "thema": one.thema,
    }
    found = db.session.get(Zoekmisser, key)
    if found is not None:
        found.aantal += number
    elif _count_of(one.dag) < PER_DAG_MAX:
        db.session.add(Zoekmisser(**key, aantal=number))


def _count_of(dag: date) -> int:
    statement = select(func.count()).select_from(Zoekmisser).where(Zoekmisser.dag == dag)
    return db.session.scalar(statement) or 0
