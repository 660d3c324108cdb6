"""Pages of the programme: the list of projects and a project, now or on an earlier day."""

from datetime import date
from http import HTTPStatus

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from participatie.core import clock
from participatie.core.access import current_person, public
from participatie.core.peildatum import PARAMETER, Stand, read_stand
from participatie.core.permissions import Permission
from participatie.opgaven.queries import find_doel
from participatie.programmas.forms import (
    list_pillen,
    make_filter_form,
    params_of,
    read_filter,
)
from participatie.programmas.models import Project, ProjectStand
from participatie.programmas.queries import get_project, list_jaren, list_projecten
from participatie.programmas.queries_documenten import list_documenten
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.programmas.queries_geschiedenis import find_last_change, find_slot
from participatie.programmas.queries_plek import draw_plek
from participatie.programmas.queries_standen import find_stand, get_first_moment
from participatie.programmas.rules import (
    FASE_VOLGORDE,
    invloed,
    planning_in_woorden,
)
from participatie.programmas.rules_geld import draw_chart, kort_bedrag, make_table
from participatie.programmas.rules_planning import draw_tijdlijn
from participatie.programmas.types import Participatieniveau

bp = Blueprint("programmas", __name__)
bp.add_app_template_filter(kort_bedrag)


@bp.get("")
@public
def index() -> ResponseReturnValue:
    """Show the projects that match the filter, as they are or were on a day."""
    stand = _asked_stand()
    form = make_filter_form(request.args, list_jaren(stand.dag))
    wanted = read_filter(form, peildatum=stand.dag)
    params = params_of(form)
    page = render_template(
        "programmas/index.html",
        form=form,
        stand=stand,
        vandaag=clock.today(),
        page=list_projecten(wanted, request.args.get("pagina", 1, type=int)),
        invloed=invloed,
        planning=planning_in_woorden,
        gekozen=params,
        params=params | stand.params,
        pillen=list_pillen(form),
        meer=bool(params.keys() - {"tekst", "gebied"} or stand.dag or stand.fout),
        may_add=current_person().may(Permission.PROJECT_BEHEREN),
    )
    return page, stand.status


@bp.get("/<int(max=2147483647):project_id>")
@public
def detail(project_id: int) -> ResponseReturnValue:
    """Show a project, with first what residents can still influence."""
    stand = _asked_stand()
    if stand.dag is None:
        project = get_project(project_id)
        return _project_page(project, stand, may_change=may_change(project)), stand.status
    since = get_first_moment(project_id)
    toen = find_stand(project_id, stand.dag)
    if toen is None:
        return _not_yet(project_id, stand.dag, since.astimezone(clock.AMSTERDAM).date())
    return _project_page(toen, stand, may_change=False), stand.status


def _asked_stand() -> Stand:
    return read_stand(request.args.get(PARAMETER, ""), vandaag=clock.today())


def _project_page(project: Project | ProjectStand, stand: Stand, *, may_change: bool) -> str:
    tabel = make_table(gegevens_of(project).bedragen)
    return render_template(
        "programmas/detail.html",
        project=project,
        doel=find_doel(project.doel_id) if project.doel_id else None,
        stand=stand,
        vandaag=clock.today(),
        nu=url_for("programmas.detail", project_id=project.project_id),
        invloed=invloed(project.fase, project.participatieniveau),
        slot=find_slot(project),
        niveaus=tuple(Participatieniveau),
        fasen=FASE_VOLGORDE,
        tekening=draw_plek(project),
        tijdlijn=draw_tijdlijn(
            project.fasering,
            fase=project.fase,
            start=project.start,
            eind=project.eind,
            vandaag=stand.dag or clock.today(),
        ),
        documenten=() if stand.dag else list_documenten(project.project_id),
        laatste=None if stand.dag else find_last_change(project.project_id),
        met_namen=current_person().may(Permission.PROJECT_BEHEREN),
        tabel=tabel,
        grafiek=draw_chart(tabel) if tabel else None,
        gewijzigd_op=project.gewijzigd_op if isinstance(project, Project) else project.van,
        may_change=may_change,
    )


def _not_yet(project_id: int, dag: date, since: date) -> ResponseReturnValue:
    """Say that a project was not in the register yet."""
    page = render_template("programmas/nog_niet.html", project_id=project_id, dag=dag, since=since)
    return page, HTTPStatus.NOT_FOUND


def may_change(project: Project) -> bool:
    """Tell whether the current gebruiker may change this project: in each of its gebieden."""
    person = current_person()
    return person.may(Permission.PROJECT_BEHEREN) and all(
        person.may(Permission.PROJECT_BEHEREN, gebied.id) for gebied in project.gebieden
    )
