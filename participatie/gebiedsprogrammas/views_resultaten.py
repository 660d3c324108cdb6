"""The page on which a year is closed: what came of each item, kept as a draft meanwhile."""

from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core import clock
from participatie.core.access import requires
from participatie.core.errors import StaleError
from participatie.core.permissions import Permission
from participatie.core.webforms import status_of
from participatie.gebieden.types import Omtrek
from participatie.gebiedsprogrammas.forms import ResultatenForm, make_resultaten_form
from participatie.gebiedsprogrammas.queries_programma import get_met_concept, list_proposals
from participatie.gebiedsprogrammas.rules import next_status
from participatie.gebiedsprogrammas.rules_resultaten import is_te_vroeg, what_is_missing
from participatie.gebiedsprogrammas.services import afsluiten as sluit_af
from participatie.gebiedsprogrammas.services_resultaten import bewaar_resultaten
from participatie.gebiedsprogrammas.types import Jaarprogramma, Resultaat, Stap
from participatie.gebiedsprogrammas.views_beheer import ADRES, BOTH, allowed_gebied, load, to_year

bp = Blueprint("programmaresultaten", __name__)
SLUITEN = "afsluiten"


@bp.route(f"{ADRES}/afsluiten", methods=BOTH)
@requires(Permission.PROGRAMMA_VASTSTELLEN)
def afsluiten(slug: str, jaar: int) -> ResponseReturnValue:
    """Write down what came of each item; keep it, or close the year with it."""
    omtrek = allowed_gebied(slug, jaar)
    programma = load(omtrek, jaar)
    next_status(programma.status, Stap.AFSLUITEN)
    page = get_met_concept(omtrek, jaar)
    form = make_resultaten_form(page.regels, jaar, list_proposals(page), programma.versie)
    closing = request.form.get("actie") == SLUITEN
    if not form.validate_on_submit() or (closing and not _may_close(form, jaar)):
        return _show(form, page, status_of(form))
    try:
        bewaar_resultaten(programma=programma, uitslagen=form.uitslagen(), versie=form.seen)
        if closing:
            sluit_af(programma=programma, actor_id=current_user.id, versie=programma.versie)
    except StaleError as error:
        form.renew(programma.versie)
        return _show(form, page, error.status, str(error))
    if closing:
        return to_year(omtrek, jaar, _("Het jaar is afgesloten met de resultaten."))
    flash(_("Uw concept is bewaard. Het jaar is nog niet afgesloten."), "success")
    return redirect(_address(omtrek, jaar), HTTPStatus.SEE_OTHER)


def _may_close(form: ResultatenForm, jaar: int) -> bool:
    """Tell whether all is told, and who closes a year that goes on said so."""
    complete = _all_told(form, jaar)
    if is_te_vroeg(jaar, clock.today()) and not form.bevestig.data:
        form.bevestig.errors = [_("Vink aan dat u dit jaar nu al wilt afsluiten.")]
        complete = False
    return complete


def _all_told(form: ResultatenForm, jaar: int) -> bool:
    """Tell whether all is told that is needed to close; show at each item what is missing."""
    complete = True
    for project_id, uitslag in form.uitslagen().items():
        missing = what_is_missing(uitslag, jaar)
        if missing:
            naam = "uitleg" if uitslag.resultaat else "resultaat"
            form[f"{naam}_{project_id}"].errors = [missing]
            complete = False
    return complete


def _show(
    form: ResultatenForm, page: Jaarprogramma, status: HTTPStatus, conflict: str = ""
) -> ResponseReturnValue:
    answer = render_template(
        "gebiedsprogrammas/afsluiten.html",
        form=form,
        gebied=page.gebied,
        jaar=page.jaar,
        regels=page.regels,
        doorgeschoven=Resultaat.DOORGESCHOVEN,
        conflict=conflict,
        te_vroeg=is_te_vroeg(page.jaar, clock.today()),
    )
    return answer, status


def _address(omtrek: Omtrek, jaar: int) -> str:
    return url_for("programmaresultaten.afsluiten", slug=omtrek.slug, jaar=jaar)
