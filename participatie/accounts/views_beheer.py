"""Giving and taking roles."""

from http import HTTPStatus

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.accounts.forms_beheer import RolForm
from participatie.accounts.models import Gebruiker
from participatie.accounts.queries import (
    ZOEK_MAX_LENGTH,
    get_gebruiker,
    get_verlening,
    paginate_gebruikers,
)
from participatie.accounts.services_rollen import give_rol, take_rol
from participatie.accounts.services_tweede_factor import clear_tweede_factor
from participatie.accounts.types import GebruikerId, Rol
from participatie.core.access import requires, signed_in
from participatie.core.errors import InvalidInputError, NotAllowedError
from participatie.core.permissions import Permission
from participatie.core.tekst import without_control_characters
from participatie.core.webforms import show_error, status_of
from participatie.gebieden.queries import get_gebied, list_gebieden
from participatie.gebieden.types import GebiedId


@signed_in
def beheer() -> ResponseReturnValue:
    """Show who works for the gemeente what there is to manage."""
    if not current_user.is_staff:
        raise NotAllowedError
    return render_template("accounts/beheer.html", permissions=Permission)


@requires(Permission.ROLLEN_BEHEREN)
def gebruikers() -> ResponseReturnValue:
    """Search people by name or address."""
    zoek = without_control_characters(request.args.get("zoek", "")).strip()[:ZOEK_MAX_LENGTH]
    page = paginate_gebruikers(zoek, number=request.args.get("page", 1, type=int))
    return render_template("accounts/gebruikers.html", page=page, zoek=zoek)


@requires(Permission.ROLLEN_BEHEREN)
def gebruiker(gebruiker_id: int) -> ResponseReturnValue:
    """Show what someone may do, and give a role."""
    person = get_gebruiker(GebruikerId(gebruiker_id))
    form = RolForm()
    form.offer(list_gebieden())
    if form.validate_on_submit():
        try:
            _give(person, form)
        except InvalidInputError as error:
            show_error(form, error)
        else:
            flash(_("De rol is gegeven. Wij hebben dit ook gemaild."), "success")
            return _back_to(person)
    page = render_template("accounts/gebruiker.html", gebruiker=person, form=form)
    return page, status_of(form)


def _give(person: Gebruiker, form: RolForm) -> None:
    chosen = form.gebied_id
    gebied = None if chosen is None else get_gebied(GebiedId(chosen))
    give_rol(person, rol=Rol(form.text("rol")), gebied=gebied, door_id=current_user.id)


@requires(Permission.ROLLEN_BEHEREN)
def rol_intrekken(gebruiker_id: int, verlening_id: int) -> ResponseReturnValue:
    """Take a role from someone."""
    person = get_gebruiker(GebruikerId(gebruiker_id))
    take_rol(get_verlening(person, verlening_id), door_id=current_user.id)
    flash(_("De rol is ingetrokken. Wij hebben dit ook gemaild."), "success")
    return _back_to(person)


@requires(Permission.ROLLEN_BEHEREN)
def tweede_factor_wissen(gebruiker_id: int) -> ResponseReturnValue:
    """Let someone who lost phone and recovery codes set up the second factor again."""
    person = get_gebruiker(GebruikerId(gebruiker_id))
    clear_tweede_factor(person, door_id=current_user.id)
    flash(_("De extra controle is gewist. Bij het inloggen volgt een nieuwe."), "success")
    return _back_to(person)


def _back_to(person: Gebruiker) -> ResponseReturnValue:
    target = url_for("accounts.gebruiker", gebruiker_id=person.id)
    return redirect(target, HTTPStatus.SEE_OTHER)
