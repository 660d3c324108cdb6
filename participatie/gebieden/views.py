"""Pages of the gebieden room: the city as a tree, and one gebied."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from participatie.core import clock
from participatie.core.access import public
from participatie.core.peildatum import PARAMETER, read_stand
from participatie.core.permissions import Permission
from participatie.gebieden.queries import get_tekening
from participatie.gebieden.queries_pagina import (
    MAX_QUERY,
    get_gebiedspagina,
    get_takken,
    search_gebieden,
)

bp = Blueprint("gebieden", __name__)


@bp.get("")
@public
def index() -> ResponseReturnValue:
    """Show the city as a tree with a small map, or what was searched for."""
    zoek = request.args.get("zoek", "").replace("\0", "").strip()[:MAX_QUERY]
    return render_template(
        "gebieden/index.html",
        zoek=zoek,
        gevonden=search_gebieden(zoek) if zoek else None,
        takken=get_takken(),
        tekening=get_tekening(None),
    )


@bp.get("/<slug>")
@public
def detail(slug: str) -> ResponseReturnValue:
    """Show all there is to know of one gebied."""
    pagina = get_gebiedspagina(slug)
    mag_beheren = current_user.may(Permission.GEBIED_BEHEREN, pagina.gebied.id)
    stand = read_stand(request.args.get(PARAMETER, ""), vandaag=clock.today())
    page = render_template(
        "gebieden/detail.html", pagina=pagina, mag_beheren=mag_beheren, stand=stand
    )
    return page, stand.status
