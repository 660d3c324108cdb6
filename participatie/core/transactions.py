"""One transaction per request, command or job, committed in one place."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus

from flask import Flask, Response, request
from sqlalchemy.exc import IntegrityError, InterfaceError, OperationalError
from sqlalchemy.orm.exc import StaleDataError

from participatie.core.db import db, set_write_intent, write_intent
from participatie.core.errors import StaleError

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
logger = logging.getLogger(__name__)
_BEFORE_COMMIT = "before_commit"
_LAST = "last_before_commit"
_AFTER_COMMIT = "after_commit"
_ON_ROLLBACK = "on_rollback"


def before_commit(action: Callable[[], None], *, last: bool = False) -> None:
    """Run `action` at the end of the transaction, as a part of it; the same one once.

    For what follows from many changes together, and is worked out once for all of them. With
    `last` it comes after all that is not: for what everyone who writes must wait for.
    """
    actions = db.session.info.setdefault(_LAST if last else _BEFORE_COMMIT, [])
    if action not in actions:
        actions.append(action)


def after_commit(action: Callable[[], None]) -> None:
    """Run `action` once the transaction has been committed, else never; the same one once."""
    actions = db.session.info.setdefault(_AFTER_COMMIT, [])
    if action not in actions:
        actions.append(action)


def on_rollback(action: Callable[[], None]) -> None:
    """Run `action` when the transaction is not committed: undo what the database cannot."""
    db.session.info.setdefault(_ON_ROLLBACK, []).append(action)


def _commit() -> None:
    try:
        for kept in (_BEFORE_COMMIT, _LAST):
            for action in db.session.info.pop(kept, []):
                action()
        db.session.commit()
    except (IntegrityError, StaleDataError) as error:
        _rollback()
        raise StaleError from error
    except Exception:
        _rollback()
        raise
    db.session.info.pop(_ON_ROLLBACK, None)
    _run(_AFTER_COMMIT)


def _rollback() -> None:
    db.session.info.pop(_BEFORE_COMMIT, None)
    db.session.info.pop(_LAST, None)
    db.session.info.pop(_AFTER_COMMIT, None)
    db.session.rollback()
    _run(_ON_ROLLBACK)


def _run(kept: str) -> None:
    """Run what was kept for this moment; what is done is done, so a failure is only logged."""
    for action in db.session.info.pop(kept, []):
        try:
            action()
        except Exception:
            logger.exception("transaction_action_failed", extra={"kept": kept})


@contextmanager
def transaction() -> Iterator[None]:
    """Commit what a command or job did, or nothing of it."""
    with write_intent():
        try:
            yield
            _commit()
        except BaseException:
            _rollback()
            raise


@contextmanager
def short_read() -> Iterator[None]:
    """Read before slow work, such as hashing, without keeping other writers waiting meanwhile.

    Only at the start of a request: what was written before it would be lost.
    """
    with write_intent(writing=False):
        yield
    if db.session.new or db.session.dirty or db.session.deleted:
        raise RuntimeError("A short read comes before the first change.")
    db.session.rollback()


@contextmanager
def between_reads() -> Iterator[None]:
    """Write something small in the middle of long reading; what is read after is read anew."""
    if db.session.new or db.session.dirty or db.session.deleted:
        raise RuntimeError("Reading changes nothing.")
    db.session.rollback()
    with transaction():
        yield


def init_app(app: Flask) -> None:
    """Commit what succeeded; roll back reads and refusals."""

    @app.before_request
    def declare() -> None:
        set_write_intent(writing=request.method not in SAFE_METHODS)

    @app.after_request
    def finish(response: Response) -> Response:
        if request.method in SAFE_METHODS or response.status_code >= HTTPStatus.BAD_REQUEST:
            _rollback()
            return response
        try:
            _commit()
        except (StaleError, OperationalError, InterfaceError) as error:
            return app.make_response(app.handle_user_exception(error))
        return response
