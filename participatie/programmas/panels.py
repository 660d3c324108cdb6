"""What other pages show of the programme."""

from flask import render_template

from participatie.core.access import current_person
from participatie.core.permissions import Permission
from participatie.gebieden.models import Gebied
from participatie.programmas.queries_gebied import get_gebiedsplan
from participatie.programmas.rules import planning_in_woorden


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
