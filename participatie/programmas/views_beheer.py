"""Pages of the programmaredacteur: adding and changing a project."""

import re
from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import requires
from participatie.core.errors import NotAllowedError, StaleError
from participatie.core.permissions import Permission
from participatie.core.webforms import status_of
from participatie.programmas.forms_project import ProjectForm
from participatie.programmas.forms_project_vullen import make_project_form
from participatie.programmas.models import Project
from participatie.programmas.queries import find_by_source, get_project
from participatie.programmas.rules import VELD_NAMEN
from participatie.programmas.services import add_project, change_project, list_changes
from participatie.programmas.types import Geldbron
from participatie.programmas.views import may_change

bp = Blueprint("programmas_beheer", __name__)
REDACTIE = "redactie"


@bp.route("/nieuw", methods=["GET", "POST"])
@requires(Permission.PROJECT_BEHEREN)
def nieuw() -> ResponseReturnValue:
    """Add a project."""
    form = make_project_form()
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
    form = make_project_form(project)
    if not form.validate_on_submit():
        return _form_page(form, project, status=status_of(form))
    gegevens = form.gegevens()
    try:
        change_project(project, gegevens, actor_id=current_user.id, versie=_versie(form))
    except StaleError:
        anders = [VELD_NAMEN[veld] for veld in list_changes(project, gegevens)]
        form.versie.data = str(project.versie)
        return _form_page(form, project, status=HTTPStatus.CONFLICT, anders=anders)
    return _to_project(project)


def _versie(form: ProjectForm) -> int:
    """Return which version the redacteur was looking at; none when that cannot be read."""
    text = form.text("versie")
    return int(text) if re.fullmatch(r"[0-9]{1,10}", text) else -1


def _form_page(
    form: ProjectForm,
    project: Project | None,
    *,
    status: HTTPStatus,
    anders: list[str] | None = None,
) -> ResponseReturnValue:
    page = render_template(
        "programmas/formulier.html",
        form=form,
        project=project,
        anders=anders,
        bronnen=tuple(Geldbron),
    )
    return page, status


def _to_project(project: Project) -> ResponseReturnValue:
    flash(_("Het project is opgeslagen."), "success")
    address = url_for("programmas.detail", project_id=project.id)
    return redirect(address, HTTPStatus.SEE_OTHER)
