"""What other pages show of how decisions compare."""

from flask import render_template

from participatie.core.access import current_person
from participatie.core.permissions import Permission


def show_beheer(subject: object) -> str:
    """Show on the page Beheer the way to the comparison."""
    del subject
    if not current_person().may(Permission.BESLUITEN_VERGELIJKEN):
        return ""
    return render_template("evenhandigheid/_beheer.html")
