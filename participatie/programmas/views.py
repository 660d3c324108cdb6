"""Pages of the programme: the list of projects and a project."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from participatie.core.access import current_person, public
from participatie.core.permissions import Permission
from participatie.programmas.forms import make_filter_form, params_of, read_filter
from participatie.programmas.models import Project
from participatie.programmas.queries import get_project, list_jaren, list_projecten
from participatie.programmas.queries_plek import draw_plek
from participatie.programmas.rules import (
    FASE_VOLGORDE,
    invloed,
    planning_in_woorden,
)
from participatie.programmas.rules_geld import draw_chart, kort_bedrag, make_table
from participatie.programmas.services import gegevens_of
from participatie.programmas.types import Participatieniveau

bp = Blueprint("programmas", __name__)
bp.add_app_template_filter(kort_bedrag)


@bp.get("")
@public
def index() -> ResponseReturnValue:
    """Show the projects that match the filter."""
    form = make_filter_form(request.args, list_jaren())
    page = list_projecten(read_filter(form), request.args.get("pagina", 1, type=int))
    params = params_of(form)
    return render_template(
        "programmas/index.html",
        form=form,
        page=page,
        invloed=invloed,
        planning=planning_in_woorden,
        params=params,
        meer=bool(params.keys() - {"tekst", "gebied"}),
        may_add=current_person().may(Permission.PROJECT_BEHEREN),
    )


@bp.get("/<int(max=2147483647):project_id>")
@public
def detail(project_id: int) -> ResponseReturnValue:
    """Show a project, with first what residents can still influence."""
    project = get_project(project_id)
    tabel = make_table(gegevens_of(project).bedragen)
    return render_template(
        "programmas/detail.html",
        project=project,
        invloed=invloed(project.fase, project.participatieniveau),
        niveaus=tuple(Participatieniveau),
        fasen=FASE_VOLGORDE,
        tekening=draw_plek(project),
        tabel=tabel,
        grafiek=draw_chart(tabel) if tabel else None,
        may_change=may_change(project),
    )


def may_change(project: Project) -> bool:
    """Tell whether the current gebruiker may change this project: in each of its gebieden."""
    person = current_person()
    return person.may(Permission.PROJECT_BEHEREN) and all(
        person.may(Permission.PROJECT_BEHEREN, gebied.id) for gebied in project.gebieden
    )
