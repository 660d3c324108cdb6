"""Pages of the documenten room: how far a document is, and the document itself."""

from http import HTTPStatus

from flask import Blueprint, Response, make_response, render_template, send_file
from flask.typing import ResponseReturnValue

from participatie.core.access import public
from participatie.documenten.queries import find_bestand, find_by_kenmerk
from participatie.documenten.rules import WACHTEND

NOTHING = "default-src 'none'; frame-ancestors 'none'"
bp = Blueprint("documenten", __name__)


@bp.get("/<kenmerk>")
@public
def detail(kenmerk: str) -> ResponseReturnValue:
    """Show how far a document is, and the way to it when it is there."""
    document = find_by_kenmerk(kenmerk)
    if document is None:
        return _gone()
    page = render_template(
        "documenten/detail.html", document=document, wacht=document.status in WACHTEND
    )
    return page, {"Cache-Control": "no-store"}


@bp.get("/<kenmerk>/download")
@public
def download(kenmerk: str) -> Response:
    """Send a document that is ready."""
    document = find_by_kenmerk(kenmerk)
    path = find_bestand(document) if document is not None else None
    if document is None or path is None:
        return _gone()
    response = send_file(
        path,
        mimetype="application/pdf",
        as_attachment=True,
        download_name=document.bestandsnaam,
    )
    response.headers["Content-Security-Policy"] = NOTHING
    return response


def _gone() -> Response:
    return make_response(render_template("documenten/weg.html"), HTTPStatus.NOT_FOUND)
