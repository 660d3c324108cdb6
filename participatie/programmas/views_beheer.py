"""Pages of the programmaredacteur: adding and changing a project."""

from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core import clock
from participatie.core.access import requires
from participatie.core.errors import NotAllowedError
from participatie.core.permissions import Permission
from participatie.core.webforms import status_of
from participatie.programmas.forms_project import ProjectForm
from participatie.programmas.forms_project_botsing import Botsing, settle, with_stored
from participatie.programmas.forms_project_vullen import make_project_form
from participatie.programmas.models import Project
from participatie.programmas.queries import find_by_source, get_project
from participatie.programmas.rules import VELD_NAMEN
from participatie.programmas.rules_formulier import with_row, without_row
from participatie.programmas.rules_planning import is_late
from participatie.programmas.services import add_project, change_project, list_changes
from participatie.programmas.types import Geldbron
from participatie.programmas.views import may_change

bp = Blueprint("programmas_beheer", __name__)
REDACTIE = "redactie"


@bp.route("/nieuw", methods=["GET", "POST"])
@requires(Permission.PROJECT_BEHEREN)
def nieuw() -> ResponseReturnValue:
    """Add a project."""
    sent = _sent()
    rows = _other_rows(sent)
    if rows is not None:
        return _form_page(make_project_form(None, rows), None, status=HTTPStatus.OK, rijen=True)
    form = make_project_form(None, sent)
    if form.validate_on_submit():
        sleutel = form.text("sleutel")
        project = find_by_source(REDACTIE, sleutel)  # the same form, sent twice
        if project is None:
            project = add_project(
                form.gegevens(),
                bronsysteem=REDACTIE,
                bronsleutel=sleutel,
                actor_id=current_user.id,
            )
        return _to_project(project)
    return _form_page(form, None, status=status_of(form))


@bp.route("/<int(max=2147483647):project_id>/bewerken", methods=["GET", "POST"])
@requires(Permission.PROJECT_BEHEREN)
def bewerken(project_id: int) -> ResponseReturnValue:
    """Change a project, unless it was changed since the redacteur opened it."""
    project = get_project(project_id, lock=request.method == "POST")
    if not may_change(project):
        raise NotAllowedError("U beheert geen projecten in dit gebied.")
    sent = _sent()
    rows = _other_rows(sent)
    if rows is not None:
        form = make_project_form(project, rows)
        return _form_page(form, project, status=HTTPStatus.OK, rijen=True)
    if sent and sent.get("neem") in VELD_NAMEN:
        sent = with_stored(project, sent, sent["neem"])
    form = make_project_form(project, sent)
    if not form.validate_on_submit():
        return _form_page(form, project, status=status_of(form))
    return _save(project, form, sent or {})


def _save(project: Project, form: ProjectForm, sent: dict[str, str]) -> ResponseReturnValue:
    """Save, unless someone else did, or the redacteur is still choosing what to take over."""
    if form.seen("versie") != project.versie or {"neem", "houd"} & sent.keys():
        return _conflict_page(project, form, sent)
    gegevens = form.gegevens()
    if not form.check_reden(list_changes(project, gegevens)):
        return _form_page(form, project, status=status_of(form))
    change_project(
        project,
        gegevens,
        actor_id=current_user.id,
        versie=form.seen("versie"),
        reden=form.text("reden").strip(),
    )
    return _to_project(project)


def _conflict_page(
    project: Project, form: ProjectForm, sent: dict[str, str]
) -> ResponseReturnValue:
    botsing = settle(project, form, sent)
    return _form_page(botsing.form, project, status=HTTPStatus.CONFLICT, botsing=botsing)


def _sent() -> dict[str, str] | None:
    """Return what was sent, each name once; None when the page is only looked at."""
    return request.form.to_dict() if request.method == "POST" else None


def _other_rows(sent: dict[str, str] | None) -> dict[str, str] | None:
    """Return what was sent with a row more or less, when a button asked for that."""
    if sent and "erbij" in sent:
        return with_row(sent, sent["erbij"])
    if sent and "weg" in sent:
        return without_row(sent, sent["weg"])
    return None


def _form_page(
    form: ProjectForm,
    project: Project | None,
    *,
    status: HTTPStatus,
    botsing: Botsing | None = None,
    rijen: bool = False,
) -> ResponseReturnValue:
    page = render_template(
        "programmas/formulier.html",
        form=form,
        project=project,
        botsing=botsing,
        veld_namen=VELD_NAMEN,
        bronnen=tuple(Geldbron),
        niet_bewaard=rijen or botsing is not None,
        te_laat=project is not None
        and is_late(project.fasering, fase=project.fase, vandaag=clock.today()),
    )
    return page, status


def _to_project(project: Project) -> ResponseReturnValue:
    flash(_("Het project is opgeslagen."), "success")
    address = url_for("programmas.detail", project_id=project.id)
    return redirect(address, HTTPStatus.SEE_OTHER)
