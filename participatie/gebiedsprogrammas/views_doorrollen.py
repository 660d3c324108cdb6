"""Pages of the yearly roll-over: choosing, previewing, doing and undoing it."""

from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core import clock
from participatie.core.access import check_permission, requires
from participatie.core.errors import DomainError, InvalidInputError, StaleError
from participatie.core.permissions import Permission
from participatie.core.webforms import status_of
from participatie.gebieden.queries import get_boom
from participatie.gebiedsprogrammas.errors import AlDoorgeroldError
from participatie.gebiedsprogrammas.forms import DoorrolForm, VersieForm, make_doorrol_form
from participatie.gebiedsprogrammas.models import Doorrolling
from participatie.gebiedsprogrammas.queries import check_jaar_bestaat
from participatie.gebiedsprogrammas.queries_doorrollen import (
    get_doorrolling,
    get_voorstel,
    list_doorroljaren,
    list_doorrollingen,
    list_gedaan,
    list_gemaakt,
    list_obstakels,
)
from participatie.gebiedsprogrammas.rules_doorrollen import check_keuze, is_vroeg
from participatie.gebiedsprogrammas.services_doorrollen import doorrollen, maak_ongedaan
from participatie.gebiedsprogrammas.types_planning import Doorrolvoorstel
from participatie.programmas.rules import planning_in_woorden

bp = Blueprint("doorrollen", __name__)


def _check_city() -> None:
    """Raise unless the current gebruiker decides for the whole city: all gebieden roll over."""
    top = get_boom().kinderen.get(None, ())
    check_permission(Permission.PROGRAMMA_VASTSTELLEN, top[0] if top else None)


@bp.get("")
@requires(Permission.PROGRAMMA_VASTSTELLEN)
def index() -> ResponseReturnValue:
    """Choose to which year to roll over, and see what was done before."""
    _check_city()
    return render_template(
        "gebiedsprogrammas/doorrollen.html",
        jaren=list_doorroljaren(),
        doorrollingen=list_doorrollingen(),
    )


@bp.route("/<int(max=9999):jaar>", methods=["GET", "POST"])
@requires(Permission.PROGRAMMA_VASTSTELLEN)
def jaar(jaar: int) -> ResponseReturnValue:
    """Show what rolling over to a year would do, and do it."""
    _check_city()
    if check_jaar_bestaat(jaar) not in list_doorroljaren():
        raise AlDoorgeroldError(_("Naar dit jaar kunt u nu niet doorrollen."))
    voorstel = get_voorstel(jaar)
    form = make_doorrol_form(voorstel)
    if not form.validate_on_submit() or not _all_reasons(form):
        return _preview(form, voorstel, status_of(form))
    try:
        done = doorrollen(
            jaar=jaar,
            keuzes=form.keuzes(),
            gezien=form.text("gezien"),
            actor_id=current_user.id,
        )
    except StaleError as error:
        form.gezien.data = voorstel.gezien
        return _preview(form, voorstel, error.status, str(error))
    flash(_("Er is doorgerold naar %(jaar)s.", jaar=jaar), "success")
    return redirect(_address(done), HTTPStatus.SEE_OTHER)


def _all_reasons(form: DoorrolForm) -> bool:
    """Tell whether each choice has the reason it needs; show where one is missing."""
    complete = True
    for project_id, keuze in form.keuzes().items():
        try:
            check_keuze(keuze)
        except InvalidInputError as error:
            form[f"reden_{project_id}"].errors = [str(error)]
            complete = False
    return complete


def _preview(
    form: DoorrolForm, voorstel: Doorrolvoorstel, status: HTTPStatus, conflict: str = ""
) -> ResponseReturnValue:
    page = render_template(
        "gebiedsprogrammas/doorrollen_jaar.html",
        form=form,
        voorstel=voorstel,
        planning=planning_in_woorden,
        conflict=conflict,
        vroeg=is_vroeg(voorstel.jaar, clock.today()),
        al_begonnen=voorstel.jaar <= clock.today().year,
    )
    return page, status


@bp.route("/gedaan/<int(max=2147483647):doorrolling_id>", methods=["GET", "POST"])
@requires(Permission.PROGRAMMA_VASTSTELLEN)
def gedaan(doorrolling_id: int) -> ResponseReturnValue:
    """Show what a roll-over did, and undo it."""
    _check_city()
    found = get_doorrolling(doorrolling_id)
    form = VersieForm(data={"versie": str(found.versie)})
    conflict, status = "", HTTPStatus.OK
    if form.validate_on_submit():
        try:
            maak_ongedaan(doorrolling=found, actor_id=current_user.id, versie=form.seen)
        except DomainError as error:
            form.renew(found.versie)
            conflict, status = str(error), error.status
        else:
            flash(_("Het doorrollen is ongedaan gemaakt."), "success")
            return redirect(_address(found), HTTPStatus.SEE_OTHER)
    return _show_done(found, form, conflict), status


def _show_done(found: Doorrolling, form: VersieForm, conflict: str) -> str:
    return render_template(
        "gebiedsprogrammas/doorgerold.html",
        form=form,
        doorrolling=found,
        gedaan=list_gedaan(found),
        gemaakt=list_gemaakt(found),
        obstakels=list_obstakels(found) if found.ongedaan_op is None else [],
        conflict=conflict,
    )


def _address(found: Doorrolling) -> str:
    return url_for("doorrollen.gedaan", doorrolling_id=found.id)
