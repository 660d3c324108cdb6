"""What other pages show of organisaties."""

from flask import render_template

from participatie.core.access import current_person
from participatie.core.permissions import Permission


def show_beheer(subject: object) -> str:
    """Show on the page Beheer the way to the organisaties, to who keeps them."""
    del subject
    if not current_person().may(Permission.ORGANISATIE_BEHEREN):
        return ""
    return render_template("organisaties/_beheer.html")
