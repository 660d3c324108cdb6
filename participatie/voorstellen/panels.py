"""What other pages show of voorstellen."""

from flask import render_template

from participatie.core.access import current_person
from participatie.core.permissions import Permission
from participatie.voorstellen.queries_wachtrij import count_waiting


def show_beheer(subject: object) -> str:
    """Show on the page Beheer how many voorstellen of partners wait, to who answers them."""
    del subject
    if not current_person().may(Permission.PROJECT_BEHEREN):
        return ""
    return render_template("voorstellen/_beheer.html", aantal=count_waiting())
