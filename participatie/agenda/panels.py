"""What other pages show of the agenda."""

from flask import render_template

from participatie.agenda.queries import list_komend
from participatie.gebieden.models import Gebied
from participatie.gebieden.queries import keten_ids, onder_ids

PANEL_SIZE = 4


def show_gebied(subject: object) -> str:
    """Show on the page of a gebied the first meetings to come: in it, below it and above it."""
    if not isinstance(subject, Gebied):
        return ""
    around = onder_ids(subject.id) | frozenset(keten_ids(subject.id))
    komend = list_komend(around, most=PANEL_SIZE)
    return render_template("agenda/_gebied.html", gebied=subject, bijeenkomsten=komend)
