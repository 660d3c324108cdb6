"""What the pages about a published initiatief share."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from participatie.core.errors import DomainError, StaleError
from participatie.initiatieven.forms_stap import StapForm
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.queries_voortgang import get_gepubliceerd
from participatie.inzendingen.types import InzendingId

SEE_OTHER, UNPROCESSABLE, OK = 303, 422, 200
POST = "POST"
NUMBER = "int(max=2147483647)"
ABOUT = f"/<{NUMBER}:initiatief_id>"


def read_gepubliceerd(initiatief_id: int) -> Initiatief:
    """Return a published initiatief; while something is sent about it, others wait."""
    kijker = current_user if current_user.is_authenticated else None
    return get_gepubliceerd(InzendingId(initiatief_id), kijker, lock=request.method == POST)


def to_page(initiatief: Initiatief, message: str, kind: str = "success") -> ResponseReturnValue:
    """Say what happened, and go to the page of the initiatief."""
    flash(message, kind)
    return redirect(url_for("initiatieven.detail", initiatief_id=initiatief.id), SEE_OTHER)


def refuse(form: StapForm, error: DomainError, initiatief: Initiatief) -> int:
    """Show a refusal in the form with what was typed; return the status of the answer."""
    if isinstance(error, StaleError):
        form.renew(initiatief.versie)
    return form.refuse(error)
