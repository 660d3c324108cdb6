"""The history of a project: who changed what, when and why."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from participatie.core.access import current_person, public
from participatie.core.permissions import Permission
from participatie.programmas.queries_geschiedenis import get_titel, list_geschiedenis
from participatie.programmas.rules import VELD_NAMEN
from participatie.programmas.rules_geschiedenis import without_persons

bp = Blueprint("programmas_geschiedenis", __name__)


@bp.get("/<int(max=2147483647):project_id>/geschiedenis")
@public
def index(project_id: int) -> ResponseReturnValue:
    """Show every change of a project; names of people only to who keeps the programme."""
    titel = get_titel(project_id)
    page = list_geschiedenis(project_id, request.args.get("pagina", 1, type=int))
    return render_template(
        "programmas/geschiedenis.html",
        project_id=project_id,
        titel=titel,
        page=page,
        veld_namen=VELD_NAMEN,
        met_namen=current_person().may(Permission.PROJECT_BEHEREN),
        openbaar=without_persons,
    )
