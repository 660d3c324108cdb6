"""What other pages show of signalen."""

from flask import render_template

from participatie.core.access import current_person
from participatie.core.permissions import Permission


def show_beheer(subject: object) -> str:
    """Show on the page Beheer the way to the signals."""
    del subject
    if not current_person().may(Permission.SIGNAAL_BEHANDELEN):
        return ""
    return render_template("signalen/_beheer.html")
