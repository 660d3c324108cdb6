"""What is new: as a stream of events and, for who can have none, as the answer to a question."""

from collections.abc import Iterator
from functools import partial
from http import HTTPStatus

from flask import Blueprint, Flask, Response, current_app, jsonify, request
from flask.sansio.blueprints import BlueprintSetupState
from flask.typing import ResponseReturnValue
from sqlalchemy import Engine

from participatie.core.access import public
from participatie.core.db import db
from participatie.live.queries import catch_up, page_stand, with_gebieden
from participatie.live.rules import read_stand, read_vraag, select_for, to_json
from participatie.live.services import (
    Luisteraar,
    Navraag,
    Omroep,
    VolError,
    follow,
)
from participatie.live.types import Bericht

bp = Blueprint("live", __name__)

RETRY_MS = 2_000
HEARTBEAT_SECONDS = 15
SEND_SECONDS = 20
BUSY_SECONDS = 30
NOT_KEPT = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


@bp.get("/stroom")
@public
def stroom() -> ResponseReturnValue:
    """Tell an open page what changes, as server-sent events."""
    vraag = with_gebieden(read_vraag(request.args.get("over", "")))
    given = request.headers.get("Last-Event-ID") or request.args.get("sinds", "")
    stand = read_stand(given) if given else None
    omroep = omroep_of(current_app)
    try:
        omroep.check_room()
        missed = catch_up(stand)
        luisteraar = omroep.join(vraag, missed.stand)
    except VolError:
        headers = NOT_KEPT | {"Retry-After": str(BUSY_SECONDS)}
        status = HTTPStatus.SERVICE_UNAVAILABLE
        return Response(status=status, headers=headers, mimetype="text/plain")
    meant = select_for(missed, vraag) or Bericht(stand=missed.stand)
    _let_go_of_who_takes_nothing()
    events = _events(luisteraar, meant, current_app.config["LIVE_SECONDEN"])
    response = Response(events, mimetype="text/event-stream", headers=NOT_KEPT)
    response.call_on_close(partial(omroep.leave, luisteraar))
    return response


@bp.get("/sinds/<stand>")
@public
def sinds(stand: str) -> ResponseReturnValue:
    """Answer what changed since; the same question is answered from memory for a second."""
    vraag = with_gebieden(read_vraag(request.args.get("over", "")))
    wanted = read_stand(stand)
    found = navraag_of(current_app).answer(str(wanted), lambda: catch_up(wanted))
    response = jsonify(to_json(select_for(found, vraag) or Bericht(stand=found.stand)))
    response.headers["Cache-Control"] = "public, max-age=1"
    return response


def _events(luisteraar: Luisteraar, missed: Bericht, seconds: float) -> Iterator[bytes]:
    """Yield the stream. It holds no connection to the database: the request is over by now."""
    yield b"retry: %d\n\n" % RETRY_MS
    yield from follow(luisteraar, missed, seconds=seconds, heartbeat=HEARTBEAT_SECONDS)


def _let_go_of_who_takes_nothing() -> None:
    """Give the thread back when a page takes nothing any more, without saying that it left."""
    connection = request.environ.get("gunicorn.socket")
    if connection is not None:
        connection.settimeout(SEND_SECONDS)


def omroep_of(app: Flask) -> Omroep:
    """Return who tells the open pages of this process."""
    found: Omroep = app.extensions["live"]
    return found


def navraag_of(app: Flask) -> Navraag:
    """Return the answers of the last second."""
    found: Navraag = app.extensions["live_navraag"]
    return found


@bp.record_once
def _prepare(state: BlueprintSetupState) -> None:
    """Make room for the pages of this application; nothing is read yet."""
    app = state.app
    if not isinstance(app, Flask):
        raise TypeError

    def engine() -> Engine:
        with app.app_context():
            return db.engine

    app.extensions["live"] = Omroep(
        engine, most=app.config["LIVE_STROMEN"], reads=app.config["LIVE_SECONDEN"] > 0
    )
    app.extensions["live_navraag"] = Navraag()
    app.jinja_env.globals["live_stand"] = page_stand
