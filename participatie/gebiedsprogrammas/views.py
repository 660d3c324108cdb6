"""Public pages of programme years: the overview, the MJGP of a gebied, a year, a comparison."""

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from participatie.core import clock
from participatie.core.access import current_person, public
from participatie.core.peildatum import PARAMETER, Stand, read_stand
from participatie.core.permissions import Permission
from participatie.gebieden.types import Omtrek
from participatie.gebiedsprogrammas.queries import (
    check_jaar_bestaat,
    get_programmagebied,
    list_stappen,
)
from participatie.gebiedsprogrammas.queries_overzicht import get_overzicht
from participatie.gebiedsprogrammas.queries_programma import (
    get_jaarprogramma,
    get_mjgp,
    get_vergelijking,
)
from participatie.gebiedsprogrammas.rules import VASTHEID_UITLEG
from participatie.programmas.rules import planning_in_woorden
from participatie.programmas.types import Geldbron

bp = Blueprint("gebiedsprogrammas", __name__)


@bp.get("")
@public
def index() -> ResponseReturnValue:
    """Show how far the programme of each gebied and year is."""
    stand = _asked(PARAMETER)
    page = render_template(
        "gebiedsprogrammas/index.html",
        overzicht=get_overzicht(stand.dag),
        stand=stand,
        vandaag=clock.today(),
        nu=url_for("gebiedsprogrammas.index"),
        uitleg=VASTHEID_UITLEG,
    )
    return page, stand.status


@bp.get("/<slug>")
@public
def mjgp(slug: str) -> ResponseReturnValue:
    """Show the programme of a gebied for four years, the first of them concrete."""
    omtrek = get_programmagebied(slug)
    stand = _asked(PARAMETER)
    found = get_mjgp(omtrek, stand.dag)
    page = render_template(
        "gebiedsprogrammas/mjgp.html",
        mjgp=found,
        gebied=omtrek,
        lopend=(stand.dag or clock.today()).year,
        stand=stand,
        vandaag=clock.today(),
        nu=url_for("gebiedsprogrammas.mjgp", slug=slug),
        uitleg=VASTHEID_UITLEG,
        planning=planning_in_woorden,
        bronnen=tuple(Geldbron),
    )
    return page, stand.status


@bp.get("/<slug>/<int(max=9999):jaar>")
@public
def jaar(slug: str, jaar: int) -> ResponseReturnValue:
    """Show the programme of a gebied for one year, as adopted or as it looks."""
    omtrek = get_programmagebied(slug)
    check_jaar_bestaat(jaar)
    stand = _asked(PARAMETER)
    programma = get_jaarprogramma(omtrek, jaar, stand.dag)
    page = render_template(
        "gebiedsprogrammas/jaar.html",
        programma=programma,
        gebied=omtrek,
        stappen=list_stappen(programma.programma_id) if programma.programma_id else (),
        stand=stand,
        vandaag=clock.today(),
        nu=url_for("gebiedsprogrammas.jaar", slug=slug, jaar=jaar),
        uitleg=VASTHEID_UITLEG,
        planning=planning_in_woorden,
        mag=stand.dag is None and may_decide(omtrek),
    )
    return page, stand.status


@bp.get("/<slug>/<int(max=9999):jaar>/vergelijk")
@public
def vergelijk(slug: str, jaar: int) -> ResponseReturnValue:
    """Show what came, went and changed in a year between two days."""
    omtrek = get_programmagebied(slug)
    check_jaar_bestaat(jaar)
    vandaag, van, tot = clock.today(), _asked("van"), _asked("tot")
    omgekeerd = (van.dag or vandaag) > (tot.dag or vandaag)
    if omgekeerd:
        van, tot = tot, van
    asked = bool(request.args.get("van")) and not (van.fout or tot.fout)
    page = render_template(
        "gebiedsprogrammas/vergelijk.html",
        gebied=omtrek,
        jaar=jaar,
        van=van,
        tot=tot,
        omgekeerd=asked and omgekeerd,
        vandaag=vandaag,
        vergelijking=get_vergelijking(omtrek, jaar, van.dag, tot.dag) if asked else None,
    )
    return page, van.status if van.fout else tot.status


def may_decide(omtrek: Omtrek) -> bool:
    """Tell whether the current gebruiker may adopt and close the programme of this gebied."""
    return current_person().may(Permission.PROGRAMMA_VASTSTELLEN, omtrek.id)


def _asked(parameter: str) -> Stand:
    return read_stand(request.args.get(parameter, ""), vandaag=clock.today())
