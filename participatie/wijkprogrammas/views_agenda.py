"""The calendar of a wijk, to which people subscribe."""

from flask import Blueprint, current_app
from flask.typing import ResponseReturnValue

from participatie.core.access import public
from participatie.core.ical_pages import send_calendar
from participatie.wijkprogrammas.queries import get_wijk
from participatie.wijkprogrammas.queries_agenda import get_agenda, get_etag

bp = Blueprint("wijkprogrammas_agenda", __name__)


@bp.get("/<wijk_slug>/agenda.ics")
@public
def agenda(wijk_slug: str) -> ResponseReturnValue:
    """Send what is planned in a wijk as iCalendar; nothing when the reader has it already."""
    wijk = get_wijk(wijk_slug)
    site = current_app.config["SITE_URL"]
    etag = get_etag(wijk, site=site)
    return send_calendar(
        lambda: get_agenda(wijk, site=site, etag=etag).inhoud,
        etag=etag,
        filename=f"agenda-{wijk.slug}.ics",
    )
