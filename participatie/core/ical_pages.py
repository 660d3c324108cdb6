"""Sending a calendar to which people subscribe; nothing when the reader has it already."""

from collections.abc import Callable

from flask import Response, request

MIMETYPE = "text/calendar; charset=utf-8"
AN_HOUR = 60 * 60


def send_calendar(make: Callable[[], bytes], *, etag: str, filename: str) -> Response:
    """Return the calendar, made only when this reader does not have it."""
    response = Response(content_type=MIMETYPE)
    if not request.if_none_match.contains(etag):
        response.data = make()
    response.set_etag(etag)
    response.headers["Cache-Control"] = f"public, max-age={AN_HOUR}"
    response.headers["Content-Disposition"] = f'inline; filename="{filename}"'
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.make_conditional(request)
    return response
