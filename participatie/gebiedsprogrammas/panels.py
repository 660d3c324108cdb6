"""What other pages show of programme years."""

from flask import render_template

from participatie.core import clock
from participatie.core.access import current_person
from participatie.core.permissions import Permission
from participatie.gebieden.models import Gebied
from participatie.gebieden.queries import get_boom
from participatie.gebiedsprogrammas.queries import find_programma
from participatie.gebiedsprogrammas.rules import has_programma


def show_gebied(subject: object) -> str:
    """Show on the page of a gebied how far its programme of this year is."""
    if not isinstance(subject, Gebied):
        return ""
    boom = get_boom()
    keten = (boom.omtrekken[gebied_id] for gebied_id in boom.keten(subject.id))
    found = next((omtrek for omtrek in keten if has_programma(omtrek)), None)
    if found is None:
        return ""
    jaar = clock.today().year
    return render_template(
        "gebiedsprogrammas/_gebied.html",
        omtrek=found,
        jaar=jaar,
        programma=find_programma(found.id, jaar),
    )


def show_beheer(subject: object) -> str:
    """Show on the page Beheer the way to the planning, to who keeps it."""
    del subject
    if not current_person().may(Permission.PROGRAMMA_PLANNEN):
        return ""
    return render_template("gebiedsprogrammas/_beheer.html")
