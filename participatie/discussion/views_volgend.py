"""What someone follows, in one list."""

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user

from participatie.core.access import signed_in
from participatie.discussion.queries import list_gevolgd
from participatie.discussion.queries_onderwerpen import list_onderwerpen


@signed_in
def volgend() -> ResponseReturnValue:
    """Show what someone follows, newest first; what is not public any more has no link."""
    gevolgd = list_gevolgd(current_user.id)
    known = list_onderwerpen(gevolgd)
    return render_template(
        "discussion/volgend.html",
        gevolgd=[(one, known[one]) for one in gevolgd if one in known],
    )
