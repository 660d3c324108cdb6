"""Panels on the pages of lower rooms: initiatieven of a project and of a gebied."""

from flask import render_template

from participatie.core.onderwerpen import Onderwerp
from participatie.discussion.panels import show_doen, show_laatste
from participatie.gebieden.models import Gebied
from participatie.gebieden.queries import onder_ids
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.queries import list_bij_project, list_nieuwste
from participatie.programmas.models import Project


def initiatieven_of_project(subject: object) -> str:
    """Show the published initiatieven that are linked to a project."""
    if not isinstance(subject, Project):
        return ""
    koppelingen = list_bij_project(subject.id)
    if not koppelingen:
        return ""
    return render_template("initiatieven/bij_project.html", koppelingen=koppelingen)


def initiatieven_of_gebied(subject: object) -> str:
    """Show the newest published initiatieven of a gebied."""
    if not isinstance(subject, Gebied):
        return ""
    nieuwste = list_nieuwste(onder_ids(subject.id))
    return render_template("initiatieven/bij_gebied.html", initiatieven=nieuwste, gebied=subject)


def doen_bij_initiatief(subject: object) -> str:
    """Show the buttons to support and follow an initiatief."""
    if not isinstance(subject, Initiatief):
        return ""
    return show_doen(Onderwerp(subject.soort, subject.id))


def gesprek_bij_initiatief(subject: object) -> str:
    """Show the newest reacties on an initiatief."""
    if not isinstance(subject, Initiatief):
        return ""
    return show_laatste(Onderwerp(subject.soort, subject.id))
