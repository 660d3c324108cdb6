"""Feeds and calendars of gebieden, searches and initiatieven."""

import hashlib
from datetime import datetime

from flask import Blueprint, Response, current_app, request
from flask.typing import ResponseReturnValue

from participatie.core.access import public
from participatie.core.tekst import without_control_characters
from participatie.feeds import queries, queries_agenda
from participatie.feeds.queries_agenda import Agenda
from participatie.feeds.rules_atom import make_atom, updated_of
from participatie.feeds.types import Feed
from participatie.inzendingen.types import InzendingId
from participatie.zoeken.rules import VRAAG_MAX

ATOM = "application/atom+xml; charset=utf-8"
ICALENDAR = "text/calendar; charset=utf-8"
A_QUARTER = 15 * 60
PARAMETERS = ("tekst", "soort", "gebied", "thema", "jaar")
bp = Blueprint("feeds", __name__)


@bp.get("/gebieden/<slug>/feed.atom")
@public
def gebied(slug: str) -> ResponseReturnValue:
    """Send what changed last in a gebied."""
    return _atom(queries.get_gebied_feed(slug))


@bp.get("/zoeken/feed.atom")
@public
def zoeken() -> ResponseReturnValue:
    """Send what changed last among the answers to a search."""
    params = {
        name: without_control_characters(request.args.get(name, "")[:VRAAG_MAX])
        for name in PARAMETERS
    }
    return _atom(queries.get_zoek_feed(params))


@bp.get("/initiatieven/<int(max=2147483647):initiatief_id>/feed.atom")
@public
def initiatief(initiatief_id: int) -> ResponseReturnValue:
    """Send what happened to a published initiatief."""
    return _atom(queries.get_initiatief_feed(InzendingId(initiatief_id)))


@bp.get("/gebieden/<slug>/agenda.ics")
@public
def gebied_agenda(slug: str) -> ResponseReturnValue:
    """Send the days of the projects in a gebied."""
    return _calendar(queries_agenda.get_gebied_agenda(slug, site=_site()))


@bp.get("/initiatieven/<int(max=2147483647):initiatief_id>/agenda.ics")
@public
def initiatief_agenda(initiatief_id: int) -> ResponseReturnValue:
    """Send the days of the projects that belong to an initiatief."""
    found = queries_agenda.get_initiatief_agenda(InzendingId(initiatief_id), site=_site())
    return _calendar(found)


def _site() -> str:
    return str(current_app.config["SITE_URL"]).rstrip("/")


def _atom(feed: Feed) -> Response:
    body = make_atom(feed, site=_site(), naam=current_app.config["SITE_NAAM"])
    return _answer(body, ATOM, changed=updated_of(feed))


def _calendar(agenda: Agenda) -> Response:
    response = _answer(agenda.inhoud, ICALENDAR)
    response.headers["Content-Disposition"] = f'inline; filename="{agenda.bestand}"'
    return response


def _answer(body: bytes, content_type: str, changed: datetime | None = None) -> Response:
    """Return a body; nothing when the reader has it already."""
    response = Response(body, content_type=content_type)
    response.set_etag(hashlib.sha256(body).hexdigest()[:32])
    response.last_modified = changed
    response.headers["Cache-Control"] = f"public, max-age={A_QUARTER}"
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.make_conditional(request)
    return response
