"""Internal notes: for colleagues only."""

from http import HTTPStatus

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from participatie.core.access import requires
from participatie.core.permissions import Permission
from participatie.inzendingen.models import Inzending
from participatie.moderation.forms import NotitieForm
from participatie.moderation.queries import get_notitie
from participatie.moderation.services_notities import notitie_schrijven, notitie_verwijderen
from participatie.moderation.types import NotitieId
from participatie.moderation.views_inzending import Invoer, load, show


@requires(Permission.INZENDING_MODEREREN)
def schrijf_notitie(inzending_id: int) -> ResponseReturnValue:
    """Write a note."""
    found = load(inzending_id)
    form = NotitieForm()
    if not form.validate_on_submit():
        return show(found, Invoer(notitie=form), HTTPStatus.UNPROCESSABLE_ENTITY)
    notitie_schrijven(inzending=found, tekst=str(form.tekst.data), door=current_user)
    return _back(found)


@requires(Permission.INZENDING_MODEREREN)
def verwijder_notitie(inzending_id: int, notitie_id: int) -> ResponseReturnValue:
    """Remove a note of one's own."""
    found = load(inzending_id)
    notitie = get_notitie(found.id, NotitieId(notitie_id))
    notitie_verwijderen(inzending=found, notitie=notitie, door=current_user)
    return _back(found)


def _back(found: Inzending) -> ResponseReturnValue:
    target = url_for("moderation.inzending", inzending_id=found.id, _anchor="notities")
    return redirect(target, HTTPStatus.SEE_OTHER)
