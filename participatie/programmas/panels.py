"""What other pages show of the programme."""

from flask import g, render_template

from participatie.core.access import current_person
from participatie.core.onderwerpen import Onderwerp
from participatie.core.peildatum import Stand
from participatie.core.permissions import Permission
from participatie.discussion.panels import show_doen, show_laatste
from participatie.gebieden.models import Gebied
from participatie.opgaven.queries_pagina import DoelOpPagina
from participatie.organisaties.models import Organisatie
from participatie.programmas.models import Project
from participatie.programmas.queries import list_projecten
from participatie.programmas.queries_doel import list_by_doel
from participatie.programmas.queries_gebied import get_gebiedsplan
from participatie.programmas.rules import planning_in_woorden
from participatie.programmas.types import ProjectFilter

OP_PAGINA_VAN_ORGANISATIE = 12


def show_beheer(subject: object) -> str:
    """Show on the page Beheer the way to the projects, to who keeps the programme."""
    del subject
    if not current_person().may(Permission.PROJECT_BEHEREN):
        return ""
    return render_template("programmas/_beheer.html")


def show_planned(subject: object) -> str:
    """Show on the page of a gebied what is planned there."""
    if not isinstance(subject, Gebied):
        return ""
    return render_template(
        "programmas/_gebied.html",
        gebied=subject,
        plan=get_gebiedsplan(subject.id),
        planning=planning_in_woorden,
    )


def show_of_organisatie(subject: object) -> str:
    """Show on the page of an organisatie what it does."""
    if not isinstance(subject, Organisatie):
        return ""
    wanted = ProjectFilter(organisatie_id=subject.id)
    return render_template(
        "programmas/_organisatie.html",
        organisatie=subject,
        page=list_projecten(wanted, size=OP_PAGINA_VAN_ORGANISATIE),
        planning=planning_in_woorden,
    )


def show_for_doel(subject: object) -> str:
    """Show under a goal which projects serve it; asked once for all goals of a page."""
    if not isinstance(subject, DoelOpPagina):
        return ""
    asked = g.setdefault("projecten_voor_doelen", {})
    if subject.alle not in asked:
        asked[subject.alle] = list_by_doel(subject.alle)
    return render_template(
        "programmas/_doel.html",
        projecten=asked[subject.alle].get(subject.doel_id),
        doel_id=subject.doel_id,
        stand=Stand(subject.peildatum),
    )


def doen_bij_project(subject: object) -> str:
    """Show the buttons to support and follow a project."""
    return show_doen(Onderwerp("project", subject.id)) if isinstance(subject, Project) else ""


def gesprek_bij_project(subject: object) -> str:
    """Show the newest reacties on a project."""
    return show_laatste(Onderwerp("project", subject.id)) if isinstance(subject, Project) else ""
