"""Offering something, and the page of one offer."""

from http import HTTPStatus

from flask import flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import public, signed_in
from participatie.core.errors import InvalidInputError
from participatie.core.limits import limiter, person_of
from participatie.core.permissions import Permission
from participatie.core.webforms import show_error, status_of
from participatie.gebieden.queries import get_boom
from participatie.organisaties.queries import list_own
from participatie.vraagaanbod.forms import AanbodForm, RedenForm, fill_namens
from participatie.vraagaanbod.forms_filter import gebied_choices
from participatie.vraagaanbod.queries import get_zichtbaar_aanbod, list_eigen_initiatieven
from participatie.vraagaanbod.queries_aanmeldingen import list_voor_aanbod
from participatie.vraagaanbod.services_aanbod import close_own, offer
from participatie.vraagaanbod.types import AanbodId, AanbodStatus


@signed_in
def nieuw() -> ResponseReturnValue:
    """Ask what someone offers."""
    form = AanbodForm(formdata=None)
    form.renew()
    return _show_form(form)


@signed_in
@limiter.limit("30 per hour", key_func=person_of, methods=["POST"])
def bied_aan() -> ResponseReturnValue:
    """Keep what someone offers."""
    form = AanbodForm()
    _fill(form)
    if not form.validate_on_submit():
        return _show_form(form)
    try:
        made = offer(form.aanbod(), aanbieder_id=current_user.id)
    except InvalidInputError as error:
        show_error(form, error)
        return _show_form(form)
    if made.status is AanbodStatus.WACHT:
        flash(_("Er staat een adres of nummer in. Een gebiedsverbinder kijkt eerst mee."), "info")
    else:
        flash(_("Uw aanbod staat op de site."), "success")
    return _to_aanbod(made.id)


def _fill(form: AanbodForm) -> None:
    form.gebied.choices = [("", _("Kies")), *gebied_choices(get_boom())]
    fill_namens(form, list_own(current_user.id))


def _show_form(form: AanbodForm) -> ResponseReturnValue:
    if not form.gebied.choices:
        _fill(form)
    return render_template("vraagaanbod/aanbieden.html", form=form), status_of(form)


@public
def aanbod(aanbod_id: int) -> ResponseReturnValue:
    """Show an offer; who made it sees who asks for it, a gebiedsverbinder can hide it."""
    kijker = current_user if current_user.is_authenticated else None
    found = get_zichtbaar_aanbod(AanbodId(aanbod_id), kijker)
    is_own = kijker is not None and found.aanbieder_id == kijker.id
    if kijker is not None:
        g.private = True
    may_hide = (
        kijker is not None
        and not is_own
        and kijker.may(Permission.INZENDING_MODEREREN, found.gebied_id)
    )
    return render_template(
        "vraagaanbod/aanbod.html",
        aanbod=found,
        is_own=is_own,
        berichten=list_voor_aanbod(found.id) if is_own else (),
        initiatieven=list_eigen_initiatieven(kijker.id) if kijker and not is_own else (),
        reden_form=RedenForm(formdata=None) if may_hide else None,
    )


@signed_in
def sluit(aanbod_id: int) -> ResponseReturnValue:
    """Offer it no longer."""
    found = close_own(AanbodId(aanbod_id), door_id=current_user.id)
    flash(_("Uw aanbod staat niet meer op de site."), "success")
    return _to_aanbod(found.id)


def _to_aanbod(aanbod_id: int) -> ResponseReturnValue:
    return redirect(url_for("vraagaanbod.aanbod", aanbod_id=aanbod_id), HTTPStatus.SEE_OTHER)
