"""What the steps of the form share."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.errors import DomainError, StaleError
from participatie.initiatieven.forms_stap import StapForm
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.queries import get_eigen
from participatie.initiatieven.types import Stap
from participatie.inzendingen.rules import may_edit
from participatie.inzendingen.types import InzendingId

STOP = "stop"
SEE_OTHER = 303


def eigen(initiatief_id: int, *, lock: bool = False) -> Initiatief:
    """Return the current gebruiker's own initiatief; that of someone else does not exist."""
    return get_eigen(InzendingId(initiatief_id), current_user.id, lock=lock)


def is_open(initiatief: Initiatief) -> bool:
    """Tell whether the steps can be filled in."""
    return may_edit(initiatief.status, is_indiener=True)


def to_page(initiatief: Initiatief) -> ResponseReturnValue:
    """Go to the page of the initiatief, because there is nothing to fill in."""
    return redirect(url_for("initiatieven.detail", initiatief_id=initiatief.id), SEE_OTHER)


def to_step(initiatief: Initiatief, stap: Stap, anchor: str | None = None) -> ResponseReturnValue:
    """Go to a step."""
    address = url_for(f"initiatieven.{stap}", initiatief_id=initiatief.id, _anchor=anchor)
    return redirect(address, SEE_OTHER)


def kept() -> ResponseReturnValue:
    """Stop for now: what was written is kept."""
    return to_own(_("Uw tekst is bewaard. U vindt hem hieronder terug."))


def to_own(message: str) -> ResponseReturnValue:
    """Go to what someone wrote, and say what happened."""
    flash(message, "success")
    return redirect(url_for("initiatieven.mijn"), SEE_OTHER)


def wants_to_stop() -> bool:
    """Tell whether the button "bewaar en stop" was pressed."""
    return request.form.get("actie") == STOP


def refused(form: StapForm, error: DomainError, initiatief: Initiatief) -> int:
    """Show a refusal in the form with what was typed; return the status of the answer."""
    if isinstance(error, StaleError):
        form.renew(initiatief.versie)
        error = StaleError(
            _(
                "U heeft dit in een ander venster ook veranderd. Hieronder staat wat u nu"
                " invulde. Bewaart u het opnieuw, dan geldt dit."
            )
        )
    return form.refuse(error)
