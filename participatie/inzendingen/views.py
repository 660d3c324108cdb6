"""The photos of inzendingen, for whom may see them."""

from http import HTTPStatus

from flask import Blueprint, Response, g, send_from_directory
from flask_login import current_user

from participatie.core.access import public
from participatie.core.errors import NotFoundError
from participatie.core.uploads import uploads_folder
from participatie.inzendingen.queries import find_foto, may_see
from participatie.inzendingen.rules import (
    STATUS_TONEN,
    STATUS_UITLEG,
    large_file,
    small_file,
    with_capital,
)
from participatie.inzendingen.types import Status

bp = Blueprint("inzendingen", __name__)

bp.add_app_template_filter(small_file, "kleine_foto")
bp.add_app_template_filter(with_capital, "hoofdletter")
bp.add_app_template_filter(STATUS_TONEN.__getitem__, "status_toon")
bp.add_app_template_filter(STATUS_UITLEG.__getitem__, "status_uitleg")

A_YEAR = 365 * 24 * 3600


@bp.get("/<bestand>")
@public
def foto(bestand: str) -> Response:
    """Send a photo; of what is not published only to whom may see the inzending."""
    name = large_file(bestand)
    found = find_foto(name) if name else None
    if found is None:
        raise NotFoundError
    is_public = found.inzending.status is Status.GEPUBLICEERD
    if not is_public:
        g.private = True
        kijker = current_user if current_user.is_authenticated else None
        if not may_see(found.inzending, kijker):
            raise NotFoundError
    response = send_from_directory(uploads_folder(), bestand, mimetype="image/webp")
    if is_public and response.status_code in {HTTPStatus.OK, HTTPStatus.NOT_MODIFIED}:
        response.cache_control.public = True
        response.cache_control.max_age = A_YEAR
        response.cache_control.immutable = True
        response.cache_control.no_cache = None
    return response
