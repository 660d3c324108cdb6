"""What other pages show of the programme."""

from flask import render_template

from participatie.gebieden.models import Gebied
from participatie.programmas.queries_gebied import get_gebiedsplan
from participatie.programmas.rules import planning_in_woorden


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
