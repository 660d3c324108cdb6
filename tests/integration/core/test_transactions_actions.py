"""What is kept for after the commit, or for a rollback."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from participatie.core import transactions
from participatie.core.db import db


def fail() -> None:
    raise OSError("disk")


def test_an_action_that_fails_after_the_commit_does_not_stop_the_next(session) -> None:
    done = []
    with transactions.transaction():
        transactions.after_commit(fail)
        transactions.after_commit(lambda: done.append("next"))
    assert done == ["next"]


def test_an_action_for_after_the_commit_is_forgotten_when_there_is_none(session) -> None:
    done = []

    @transactions.transaction()
    def change() -> None:
        transactions.after_commit(lambda: done.append("never"))
        fail()

    with pytest.raises(OSError, match="disk"):
        change()
    with transactions.transaction():
        pass
    assert done == []


def test_a_failing_statement_undoes_what_the_database_cannot(session) -> None:
    undone = []

    @transactions.transaction()
    def change() -> None:
        transactions.on_rollback(lambda: undone.append("file"))
        db.session.execute(text("SELECT * FROM bestaat_niet"))

    with pytest.raises(DatabaseError, match="bestaat_niet"):
        change()
    assert undone == ["file"]
