"""The documents of a project: kept by the redacteur, read by everybody."""

from http import HTTPStatus

from flask import (
    Blueprint,
    Response,
    flash,
    redirect,
    render_template,
    send_from_directory,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import public, requires
from participatie.core.errors import InvalidInputError, NotAllowedError
from participatie.core.permissions import Permission
from participatie.core.uploads import folder_of
from participatie.core.webforms import show_error, status_of
from participatie.programmas.forms_document import DocumentForm
from participatie.programmas.models import Project
from participatie.programmas.queries import get_project
from participatie.programmas.queries_documenten import get_document, list_documenten
from participatie.programmas.rules_document import MIMETYPES, file_name
from participatie.programmas.services_documenten import FOLDER, add_document, remove_document
from participatie.programmas.views import may_change

bp = Blueprint("programmas_documenten", __name__)


@bp.get("/<int:project_id>/documenten/<int:document_id>")
@public
def bestand(project_id: int, document_id: int) -> Response:
    """Send a document to keep; it is never shown by the browser as a page of this site."""
    document = get_document(project_id, document_id)
    return send_from_directory(
        folder_of(FOLDER),
        document.bestand,
        mimetype=MIMETYPES[document.soort],
        as_attachment=True,
        download_name=file_name(document.titel, document.soort),
    )


@bp.route("/<int:project_id>/documenten", methods=["GET", "POST"])
@requires(Permission.PROJECT_BEHEREN)
def beheren(project_id: int) -> ResponseReturnValue:
    """Show the documents of a project and add one."""
    project = _own_project(project_id)
    form = DocumentForm()
    if form.validate_on_submit():
        upload = form.bestand.data
        try:
            add_document(
                project_id=project.id,
                content=upload.read(),
                filename=upload.filename or "",
                titel=form.text("titel").strip(),
                actor_id=current_user.id,
            )
        except InvalidInputError as error:
            show_error(form, error)
        else:
            return _back(project, _("Het document staat bij het project."))
    page = render_template(
        "programmas/documenten.html",
        form=form,
        project=project,
        documenten=list_documenten(project_id),
    )
    return page, status_of(form)


@bp.post("/<int:project_id>/documenten/<int:document_id>/verwijderen")
@requires(Permission.PROJECT_BEHEREN)
def weghalen(project_id: int, document_id: int) -> ResponseReturnValue:
    """Take a document away."""
    project = _own_project(project_id)
    remove_document(project_id=project.id, document_id=document_id, actor_id=current_user.id)
    return _back(project, _("Het document is verwijderd."))


def _own_project(project_id: int) -> Project:
    project = get_project(project_id)
    if not may_change(project):
        raise NotAllowedError("U beheert geen projecten in dit gebied.")
    return project


def _back(project: Project, told: str) -> ResponseReturnValue:
    flash(told, "success")
    address = url_for("programmas_documenten.beheren", project_id=project.id)
    return redirect(address, HTTPStatus.SEE_OTHER)
