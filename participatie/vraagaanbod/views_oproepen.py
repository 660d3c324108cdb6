"""What an initiatief seeks: kept by its initiatiefnemers."""

from http import HTTPStatus

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import signed_in
from participatie.core.errors import InvalidInputError, NotAllowedError
from participatie.core.limits import limiter, person_of
from participatie.core.webforms import show_error, status_of
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.queries_voortgang import get_gepubliceerd, is_initiatiefnemer
from participatie.inzendingen.types import InzendingId
from participatie.vraagaanbod.errors import OvergangError
from participatie.vraagaanbod.forms import OproepForm
from participatie.vraagaanbod.queries import count_passend, get_oproep, list_of_initiatief, may_ask
from participatie.vraagaanbod.queries_aanmeldingen import list_voor_initiatief
from participatie.vraagaanbod.rules import OPROEP_OVERGANGEN
from participatie.vraagaanbod.services_oproepen import change_oproep, place_oproep
from participatie.vraagaanbod.types import OproepId, OproepStatus

LIMIT = "60 per hour"


def _own(initiatief_id: int) -> Initiatief:
    """Return a published initiatief of which the current gebruiker is initiatiefnemer."""
    initiatief = get_gepubliceerd(InzendingId(initiatief_id), current_user)
    if not is_initiatiefnemer(initiatief, current_user.id):
        raise NotAllowedError
    return initiatief


@signed_in
def oproepen(initiatief_id: int) -> ResponseReturnValue:
    """Show what the initiatief seeks, and who wants to help."""
    form = OproepForm(formdata=None)
    form.renew()
    return _show(_own(initiatief_id), form)


@signed_in
@limiter.limit(LIMIT, key_func=person_of, methods=["POST"])
def plaats(initiatief_id: int) -> ResponseReturnValue:
    """Seek something more."""
    initiatief = _own(initiatief_id)
    form = OproepForm()
    if not form.validate_on_submit():
        return _show(initiatief, form)
    try:
        place_oproep(initiatief, form.oproep(), door_id=current_user.id)
    except InvalidInputError as error:
        show_error(form, error)
        return _show(initiatief, form)
    flash(_("Uw oproep staat op de site."), "success")
    return _to_oproepen(initiatief_id)


@signed_in
@limiter.limit(LIMIT, key_func=person_of, methods=["POST"])
def zet_status(oproep_id: int) -> ResponseReturnValue:
    """Say that it was found, is not sought any longer, or is sought again."""
    _own(get_oproep(OproepId(oproep_id)).initiatief_id)
    naar = next((one for one in OproepStatus if one == request.form.get("status")), None)
    if naar is None:
        raise OvergangError
    oproep = change_oproep(OproepId(oproep_id), naar, door_id=current_user.id)
    flash(_("De oproep is bijgewerkt."), "success")
    return _to_oproepen(oproep.initiatief_id)


def _to_oproepen(initiatief_id: int) -> ResponseReturnValue:
    address = url_for("vraagaanbod.oproepen", initiatief_id=initiatief_id)
    return redirect(address, HTTPStatus.SEE_OTHER)


def _show(initiatief: Initiatief, form: OproepForm) -> ResponseReturnValue:
    gezocht = list_of_initiatief(initiatief.id, closed=True)
    page = render_template(
        "vraagaanbod/oproepen.html",
        initiatief=initiatief,
        oproepen=gezocht,
        aanmeldingen=list_voor_initiatief(initiatief.id),
        passend=count_passend(gezocht),
        overgangen=OPROEP_OVERGANGEN,
        gaande=may_ask(initiatief),
        form=form,
    )
    return page, status_of(form)
