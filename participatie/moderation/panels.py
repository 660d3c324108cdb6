"""What the desk shows on pages of other rooms."""

from flask import render_template

from participatie.gebieden.queries import get_gebied
from participatie.inzendingen.models import Inzending
from participatie.moderation.queries import find_standing_besluit
from participatie.moderation.rules_woorden import UITKOMST_GEDAAN


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
