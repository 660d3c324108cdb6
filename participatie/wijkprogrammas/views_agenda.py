"""The calendar of a wijk, to which people subscribe."""

from flask import Blueprint, Response, current_app, request
from flask.typing import ResponseReturnValue

from participatie.core.access import public
from participatie.wijkprogrammas.queries import get_wijk
from participatie.wijkprogrammas.queries_agenda import get_agenda, get_etag

MIMETYPE = "text/calendar; charset=utf-8"
AN_HOUR = 60 * 60
bp = Blueprint("wijkprogrammas_agenda", __name__)


@bp.get("/<wijk_slug>/agenda.ics")
@public
def agenda(wijk_slug: str) -> ResponseReturnValue:
    """Send what is planned in a wijk as iCalendar; nothing when the reader has it already."""
    wijk = get_wijk(wijk_slug)
    site = current_app.config["SITE_URL"]
    etag = get_etag(wijk, site=site)
    response = Response(content_type=MIMETYPE)
    if not request.if_none_match.contains(etag):
        response.data = get_agenda(wijk, site=site, etag=etag).inhoud
    response.set_etag(etag)
    response.headers["Cache-Control"] = f"public, max-age={AN_HOUR}"
    response.headers["Content-Disposition"] = f'inline; filename="agenda-{wijk.slug}.ics"'
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response.make_conditional(request)
