"""Pages of the wijkprogrammas room: the wijken, and everything planned in one of them."""

from http import HTTPStatus
from typing import Any

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from participatie.core import clock
from participatie.core.access import public
from participatie.core.errors import NotFoundError
from participatie.core.limits import limiter
from participatie.core.peildatum import PARAMETER, read_stand
from participatie.gebieden.queries import onder_ids
from participatie.gebieden.queries_pagina import list_contacten
from participatie.initiatieven.queries import list_nieuwste
from participatie.programmas.rules import invloed
from participatie.wijkprogrammas.queries import (
    get_wijk,
    get_wijkprogramma,
    list_jaren,
    list_wijken,
)
from participatie.wijkprogrammas.queries_boekje import planning_in_maanden
from participatie.wijkprogrammas.rules import KWARTAAL_NAMEN, maanden_of
from participatie.wijkprogrammas.services import ask_boekje

bp = Blueprint("wijkprogrammas", __name__)


@bp.get("")
@public
def index() -> ResponseReturnValue:
    """Show all wijken."""
    return render_template(
        "wijkprogrammas/index.html", stadsdelen=list_wijken(), jaar=clock.today().year
    )


@bp.get("/<wijk_slug>")
@public
def wijk(wijk_slug: str) -> ResponseReturnValue:
    """Go to this year."""
    found = get_wijk(wijk_slug)
    stand = read_stand(request.args.get(PARAMETER, ""), vandaag=clock.today())
    values: dict[str, Any] = {"jaar": clock.today().year, **stand.params}
    address = url_for("wijkprogrammas.jaar", wijk_slug=found.slug, **values)
    return redirect(address, HTTPStatus.FOUND)


@bp.get("/<wijk_slug>/<int:jaar>")
@public
def jaar(wijk_slug: str, jaar: int) -> ResponseReturnValue:
    """Show everything planned in a wijk in a year, by quarter and by who does it."""
    jaren = _check(wijk_slug, jaar)
    stand = read_stand(request.args.get(PARAMETER, ""), vandaag=clock.today())
    programma = get_wijkprogramma(wijk_slug, jaar)
    wijk_id = programma.wijk.id
    page = render_template(
        "wijkprogrammas/jaar.html",
        stand=stand,
        programma=programma,
        jaren=jaren,
        dit_jaar=clock.today().year,
        vandaag=clock.today(),
        kwartalen=KWARTAAL_NAMEN,
        maanden=maanden_of,
        planning=planning_in_maanden,
        invloed=invloed,
        contacten=list_contacten(wijk_id),
        initiatieven=list_nieuwste(onder_ids(wijk_id)),
    )
    return page, stand.status


@bp.route("/<wijk_slug>/<int:jaar>/boekje", methods=["GET", "POST"])
@public
@limiter.limit("30 per hour", methods=["POST"])
def boekje(wijk_slug: str, jaar: int) -> ResponseReturnValue:
    """Say what the booklet of a year holds, and ask for it."""
    _check(wijk_slug, jaar)
    if request.method == "GET":
        return render_template("wijkprogrammas/boekje.html", wijk=get_wijk(wijk_slug), jaar=jaar)
    document = ask_boekje(
        wijk_slug,
        jaar,
        site=current_app.config["SITE_NAAM"],
        adres=current_app.config["SITE_URL"],
        terug=url_for("wijkprogrammas.jaar", wijk_slug=wijk_slug, jaar=jaar),
    )
    address = url_for("documenten.detail", kenmerk=document.kenmerk)
    return redirect(address, HTTPStatus.SEE_OTHER)


def _check(wijk_slug: str, jaar: int) -> range:
    """Return the years that have a page, when this is one of a wijk that exists."""
    get_wijk(wijk_slug)
    jaren = list_jaren()
    if jaar not in jaren:
        raise NotFoundError(f"Voor {jaar} is er geen overzicht.")
    return jaren
