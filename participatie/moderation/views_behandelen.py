"""Who handles an inzending, more time, and what was weighed."""

from http import HTTPStatus

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import requires
from participatie.core.errors import DomainError, InvalidInputError, NotFoundError
from participatie.core.permissions import Permission
from participatie.core.webforms import show_error, status_of
from participatie.inzendingen.models import Inzending
from participatie.moderation.errors import AlBehandeldError
from participatie.moderation.forms_selectie import DoorzetForm, VerlengForm
from participatie.moderation.queries_termijn import find_verlenging
from participatie.moderation.queries_verdeling import find_handler
from participatie.moderation.rules_bulk import AAN_MIJ_REDEN
from participatie.moderation.services_kader import weigh
from participatie.moderation.services_termijn import extend, take_back
from participatie.moderation.services_verdeling import route
from participatie.moderation.views_inzending import Invoer, conflict, load, show
from participatie.moderation.views_werk import Werkinvoer, offer_handlers


@requires(Permission.INZENDING_MODEREREN)
def doorzetten(inzending_id: int) -> ResponseReturnValue:
    """Give it to a department or a colleague."""
    found = load(inzending_id)
    form = offer_handlers(DoorzetForm(prefix="doorzet"), found)
    naar = find_handler(form.text("naar"), found.gebied_id)
    if form.validate_on_submit() and naar is not None:
        try:
            route(inzending=found, naar=naar, reden=form.text("reden"), door=current_user)
        except InvalidInputError as error:
            show_error(form, error)
        else:
            flash(_("%(wie)s behandelt dit nu.", wie=naar.naam), "success")
            return _back(found)
    return show(found, Invoer(werk=Werkinvoer(doorzetten=form)), status_of(form))


@requires(Permission.INZENDING_MODEREREN)
def aan_mij(inzending_id: int) -> ResponseReturnValue:
    """Take it oneself."""
    found = load(inzending_id)
    route(inzending=found, naar=current_user, reden=AAN_MIJ_REDEN, door=current_user)
    flash(_("U behandelt dit nu."), "success")
    return _back(found)


@requires(Permission.INZENDING_MODEREREN)
def verlengen(inzending_id: int) -> ResponseReturnValue:
    """Take more time, once, and tell the sender why."""
    found = load(inzending_id)
    form = VerlengForm(prefix="verleng")
    if form.validate_on_submit():
        try:
            extend(
                inzending=found,
                reden=str(form.reden.data or ""),
                door=current_user,
                versie=form.seen,
            )
        except InvalidInputError as error:
            show_error(form, error)
        except AlBehandeldError:
            return conflict(load(found.id), Invoer(werk=Werkinvoer(verlengen=form)))
        else:
            flash(_("De termijn is verlengd. De indiener krijgt een e-mail."), "success")
            return _back(found)
    return show(found, Invoer(werk=Werkinvoer(verlengen=form)), status_of(form))


@requires(Permission.INZENDING_MODEREREN)
def verlenging_terug(inzending_id: int) -> ResponseReturnValue:
    """Let the term be what it was."""
    found = load(inzending_id)
    verlenging = find_verlenging(found.id)
    if verlenging is None:
        raise NotFoundError(_("De termijn is niet verlengd."))
    take_back(verlenging, door=current_user)
    flash(_("De termijn is weer zoals hij was. De indiener krijgt een e-mail."), "success")
    return _back(found)


@requires(Permission.INZENDING_MODEREREN)
def afwegen(inzending_id: int) -> ResponseReturnValue:
    """Keep which points were looked at."""
    found = load(inzending_id)
    if found.status.value not in {"ingediend", "aanpassen"} and not found.nog_niet_bekeken:
        raise DomainError(_("Hierover is al besloten. De afweging blijft zoals zij was."))
    punten = request.form.getlist("afweging-punten")
    weigh(inzending=found, punten=punten, door_id=current_user.id)
    flash(_("Uw afweging is opgeslagen."), "success")
    return _back(found, anchor="afweging")


def _back(found: Inzending, anchor: str = "behandeling") -> ResponseReturnValue:
    target = url_for("moderation.inzending", inzending_id=found.id, _anchor=anchor)
    return redirect(target, HTTPStatus.SEE_OTHER)
