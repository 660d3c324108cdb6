"""The way to the booklet, on the pages of a programme."""

from flask import render_template

from participatie.core import clock
from participatie.gebieden.models import Gebied
from participatie.gebieden.types import Niveau
from participatie.gebiedsprogrammas.types import Jaarprogramma, Mjgp

MET_PROGRAMMA = frozenset({Niveau.STAD, Niveau.STADSDEEL})


def show_boekje(subject: object) -> str:
    """Show the way to the booklet of a year, or of the MJGP."""
    if isinstance(subject, Jaarprogramma):
        return _render(subject.gebied.slug, subject.jaar)
    if isinstance(subject, Mjgp):
        return _render(subject.gebied.slug, None)
    return ""


def show_boekje_of_gebied(subject: object) -> str:
    """Show the way to the booklet of this year on the page of a gebied that has a programme."""
    if not isinstance(subject, Gebied) or subject.niveau not in MET_PROGRAMMA:
        return ""
    return _render(subject.slug, clock.today().year)


def _render(slug: str, jaar: int | None) -> str:
    return render_template("gebiedsprogrammas/_boekje.html", slug=slug, jaar=jaar)
