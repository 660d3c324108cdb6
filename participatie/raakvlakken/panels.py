"""What other pages show of raakvlakken."""

from flask import render_template

from participatie.core import clock
from participatie.core.access import current_person
from participatie.core.permissions import Permission
from participatie.gebieden.models import Gebied
from participatie.gebieden.types import Niveau
from participatie.programmas.models import Project
from participatie.programmas.rules import planning_in_woorden
from participatie.raakvlakken.queries import get_instelling
from participatie.raakvlakken.queries_overlast import list_werken, works_by_gebied
from participatie.raakvlakken.queries_paar import list_nabij
from participatie.raakvlakken.rules_overlast import drukte, in_jaar

EERSTE = 5
JAREN = 4
KLEIN = (Niveau.WIJK, Niveau.BUURT)


def show_nabij(subject: object) -> str:
    """Show on the page of a project what else is done nearby at the same time."""
    if not isinstance(subject, Project):
        return ""
    nabij = list_nabij(subject.id)
    if not nabij:
        return ""
    return render_template(
        "raakvlakken/_nabij.html",
        nabij=nabij,
        eerste=EERSTE,
        planning=planning_in_woorden,
        is_redactie=current_person().may(Permission.PROJECT_BEHEREN),
    )


def show_drukte(subject: object) -> str:
    """Show on the page of a wijk or buurt in how many places there is work each year."""
    if not isinstance(subject, Gebied) or subject.niveau not in KLEIN:
        return ""
    this_year = clock.today().year
    jaren = range(this_year, this_year + JAREN)
    werken = works_by_gebied(list_werken(jaren, subject.id), [subject.id]).get(subject.id, ())
    geteld = {jaar: sum(in_jaar(werk, jaar) for werk in werken) for jaar in jaren}
    if not werken:
        return ""
    drempel = get_instelling().drempel_buurt
    return render_template(
        "raakvlakken/_drukte.html",
        gebied=subject,
        jaren=[
            (jaar, aantal, drukte(aantal, drempel)) for jaar, aantal in geteld.items() if aantal
        ],
        is_redactie=subject.niveau is Niveau.BUURT
        and current_person().may(Permission.PROJECT_BEHEREN, subject.id),
    )


def show_beheer(subject: object) -> str:
    """Show on the page Beheer the way to the work list."""
    del subject
    if not current_person().may(Permission.PROJECT_BEHEREN):
        return ""
    return render_template("raakvlakken/_beheer.html")
