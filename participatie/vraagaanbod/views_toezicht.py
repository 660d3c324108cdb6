"""What a gebiedsverbinder does with offers and needs: read, hide, restore."""

from http import HTTPStatus

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import check_permission, requires
from participatie.core.errors import InvalidInputError
from participatie.core.permissions import Permission
from participatie.core.webforms import show_error, status_of
from participatie.gebieden.queries import get_boom
from participatie.vraagaanbod.forms import RedenForm
from participatie.vraagaanbod.models import Aanbod, Oproep
from participatie.vraagaanbod.queries import get_aanbod, get_oproep, list_te_bekijken
from participatie.vraagaanbod.services_aanbod import hide, show
from participatie.vraagaanbod.services_oproepen import close_for_gemeente
from participatie.vraagaanbod.types import AanbodId, OproepId


@requires(Permission.INZENDING_MODEREREN)
def toezicht() -> ResponseReturnValue:
    """Show the offers that wait, and those that are hidden."""
    mine = frozenset(
        gebied_id
        for gebied_id in get_boom().omtrekken
        if current_user.may(Permission.INZENDING_MODEREREN, gebied_id)
    )
    return render_template("vraagaanbod/toezicht.html", aanboden=list_te_bekijken(mine))


@requires(Permission.INZENDING_MODEREREN)
def verberg(aanbod_id: int) -> ResponseReturnValue:
    """Hide an offer, with a reason."""
    aanbod = _aanbod(aanbod_id)
    form = RedenForm()
    if not form.validate_on_submit():
        return _ask_again(aanbod, form)
    try:
        hide(aanbod.id, reden=form.text("reden"), door_id=current_user.id)
    except InvalidInputError as error:
        show_error(form, error)
        return _ask_again(aanbod, form)
    flash(_("Het aanbod is verborgen. De aanbieder krijgt een mail met uw reden."), "success")
    return _to_aanbod(aanbod_id)


def _ask_again(aanbod: Aanbod, form: RedenForm) -> ResponseReturnValue:
    page = render_template(
        "vraagaanbod/aanbod.html",
        aanbod=aanbod,
        is_own=False,
        berichten=(),
        initiatieven=(),
        reden_form=form,
    )
    return page, status_of(form)


@requires(Permission.INZENDING_MODEREREN)
def toon(aanbod_id: int) -> ResponseReturnValue:
    """Let everyone read an offer."""
    show(_aanbod(aanbod_id).id, door_id=current_user.id)
    flash(_("Het aanbod staat op de site. De aanbieder krijgt een mail."), "success")
    return _to_aanbod(aanbod_id)


def _aanbod(aanbod_id: int) -> Aanbod:
    aanbod = get_aanbod(AanbodId(aanbod_id))
    check_permission(Permission.INZENDING_MODEREREN, aanbod.gebied_id)
    return aanbod


def _to_aanbod(aanbod_id: int) -> ResponseReturnValue:
    return redirect(url_for("vraagaanbod.aanbod", aanbod_id=aanbod_id), HTTPStatus.SEE_OTHER)


@requires(Permission.INZENDING_MODEREREN)
def vraag_weghalen(oproep_id: int) -> ResponseReturnValue:
    """Ask why a need goes off the site."""
    return _show_oproep(_oproep(oproep_id), RedenForm(formdata=None))


@requires(Permission.INZENDING_MODEREREN)
def haal_weg(oproep_id: int) -> ResponseReturnValue:
    """Close a need, with a reason."""
    oproep = _oproep(oproep_id)
    form = RedenForm()
    if not form.validate_on_submit():
        return _show_oproep(oproep, form)
    try:
        close_for_gemeente(oproep.id, reden=form.text("reden"), door_id=current_user.id)
    except InvalidInputError as error:
        show_error(form, error)
        return _show_oproep(oproep, form)
    flash(
        _("De oproep staat niet meer op de site. De initiatiefnemer krijgt een mail."), "success"
    )
    address = url_for("initiatieven.detail", initiatief_id=oproep.initiatief_id)
    return redirect(address, HTTPStatus.SEE_OTHER)


def _oproep(oproep_id: int) -> Oproep:
    oproep = get_oproep(OproepId(oproep_id))
    check_permission(Permission.INZENDING_MODEREREN, oproep.initiatief.gebied_id)
    return oproep


def _show_oproep(oproep: Oproep, form: RedenForm) -> ResponseReturnValue:
    return render_template("vraagaanbod/weghalen.html", oproep=oproep, form=form), status_of(form)
