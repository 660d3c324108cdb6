"""The programme of a gebied as a booklet: to print from the page, and as PDF."""

from http import HTTPStatus
from typing import Any

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from participatie.core import clock
from participatie.core.access import public
from participatie.core.limits import limiter
from participatie.core.peildatum import PARAMETER, read_stand
from participatie.core.schets_svg import as_address
from participatie.gebiedsprogrammas.queries_boekje import data_of, get_boekje
from participatie.gebiedsprogrammas.services_boekje import ask_boekje, gegevens_of

bp = Blueprint("gebiedsprogrammas_boekje", __name__)
LIMIT = "30 per hour"


@bp.route("/<slug>/<int(max=9999):jaar>/boekje", methods=["GET", "POST"])
@public
@limiter.limit(LIMIT, methods=["POST"])
def jaar(slug: str, jaar: int) -> ResponseReturnValue:
    """Show a year to print, and ask for it as PDF."""
    return _boekje(slug, jaar)


@bp.route("/<slug>/boekje", methods=["GET", "POST"])
@public
@limiter.limit(LIMIT, methods=["POST"])
def mjgp(slug: str) -> ResponseReturnValue:
    """Show the years of the MJGP to print, and ask for them as PDF."""
    return _boekje(slug, None)


def _boekje(slug: str, jaar: int | None) -> ResponseReturnValue:
    stand = read_stand(request.args.get(PARAMETER, ""), vandaag=clock.today())
    site, adres = current_app.config["SITE_NAAM"], current_app.config["SITE_URL"]
    if request.method == "POST":
        here = _address(slug, jaar, stand.params)
        gegevens = gegevens_of(slug, jaar, stand.dag)
        document = ask_boekje(gegevens, site=site, adres=adres, terug=here)
        address = url_for("documenten.detail", kenmerk=document.kenmerk)
        return redirect(address, HTTPStatus.SEE_OTHER)
    boekje = get_boekje(slug, jaar, stand.dag)
    page = render_template(
        "gebiedsprogrammas/boekje.html",
        d=data_of(boekje, site=site, adres=adres),
        gebied=boekje.gebied,
        stand=stand,
        nu=_address(slug, jaar, {}),
        action=_address(slug, jaar, stand.params),
        as_address=as_address,
    )
    return page, stand.status


def _address(slug: str, jaar: int | None, params: dict[str, str]) -> str:
    naam = "mjgp" if jaar is None else "jaar"
    values: dict[str, Any] = {"slug": slug, "jaar": jaar, **params}
    return url_for(f"gebiedsprogrammas_boekje.{naam}", **values)
