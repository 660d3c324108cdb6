"""What other pages show of the money."""

from flask import render_template

from participatie.core import clock
from participatie.core.formats import euro
from participatie.gebieden.models import Gebied
from participatie.gebieden.queries import get_boom
from participatie.geld.queries import list_posten
from participatie.geld.rules import add_up, select_posten
from participatie.geld.types import GeldFilter


def show_geld(subject: object) -> str:
    """Show on the page of a gebied what is spent there, by year."""
    if not isinstance(subject, Gebied):
        return ""
    wanted = GeldFilter(gebied_ids=get_boom().onder(subject.id), van=clock.today().year)
    overzicht = add_up(select_posten(list_posten(), wanted), lambda post: post.bron.value)
    if not overzicht.totaal:
        return ""
    per_jaar = [
        (jaar, euro(cents)) for jaar, cents in zip(overzicht.jaren, overzicht.totalen, strict=True)
    ]
    return render_template("geld/_gebied.html", gebied=subject, per_jaar=per_jaar)
