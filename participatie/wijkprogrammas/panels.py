"""What other pages show of wijkuitvoeringsprogramma's."""

from flask import render_template

from participatie.core import clock
from participatie.gebieden.models import Gebied
from participatie.gebieden.types import Niveau


def show_gebied(subject: object) -> str:
    """Show on the page of a wijk the way to everything planned there this year."""
    if not isinstance(subject, Gebied) or subject.niveau is not Niveau.WIJK:
        return ""
    return render_template("wijkprogrammas/_gebied.html", gebied=subject, jaar=clock.today().year)
