"""What the desk shows on pages of other rooms."""

from flask import render_template

from participatie.core.access import current_person
from participatie.core.permissions import Permission
from participatie.discussion.queries_gesprek import Lezing
from participatie.discussion.types import Regel
from participatie.gebieden.queries import get_gebied
from participatie.inzendingen.models import Inzending
from participatie.moderation.queries import find_standing_besluit
from participatie.moderation.rules_woorden import UITKOMST_GEDAAN


def show_beheer(subject: object) -> str:
    """Show on the page Beheer the way to how the desk is set."""
    del subject
    if not current_person().may(Permission.BUREAU_BEHEREN):
        return ""
    return render_template("moderation/_beheer.html")


def nog_niet_bekeken(subject: object) -> str:
    """Say of what is public already that the gemeente has still to look at it."""
    if not isinstance(subject, Inzending) or not subject.nog_niet_bekeken:
        return ""
    return render_template("moderation/_nog_niet_bekeken.html")


def publiek_besluit(subject: object) -> str:
    """Show what the gemeente decided about an inzending, by role and without a name."""
    if not isinstance(subject, Inzending):
        return ""
    besluit = find_standing_besluit(subject)
    if besluit is None:
        return ""
    return render_template(
        "moderation/publiek_besluit.html",
        besluit=besluit,
        gebied=get_gebied(besluit.gebied_id),
        gedaan=UITKOMST_GEDAAN,
    )


def beheer_reactie(subject: object) -> str:
    """Show a gebiedsverbinder the way to what can be done with a reactie."""
    if not isinstance(subject, Regel) or not current_person().may(Permission.INZENDING_MODEREREN):
        return ""
    return render_template("moderation/_beheer_reactie.html", regel=subject)


def beheer_gesprek(subject: object) -> str:
    """Show a gebiedsverbinder the way to close a gesprek, or to open it again."""
    person = current_person()
    if not isinstance(subject, Lezing) or subject.gesprek is None:
        return ""
    if not person.may(Permission.INZENDING_MODEREREN, subject.gesprek.gebied_id):
        return ""
    return render_template("moderation/_beheer_gesprek.html", gesprek=subject.gesprek)
