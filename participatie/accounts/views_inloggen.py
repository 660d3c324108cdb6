"""Signing in and out."""

from http import HTTPStatus

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participatie.accounts.forms import InloggenForm
from participatie.accounts.models import Gebruiker
from participatie.accounts.rules_paths import own_path
from participatie.accounts.services_inloggen import authenticate
from participatie.core.access import public
from participatie.core.errors import InvalidInputError
from participatie.core.limits import account_of, limiter
from participatie.core.signin import end_session, start_session
from participatie.core.webforms import show_error, status_of


@public
@limiter.limit("100 per 15 minutes", methods=["POST"])
@limiter.limit("20 per 15 minutes", key_func=account_of, methods=["POST"])
def inloggen() -> ResponseReturnValue:
    """Ask for an address and a password, and sign in."""
    if current_user.is_authenticated:
        return to_next_page(current_user)
    form = InloggenForm()
    if form.validate_on_submit():
        try:
            gebruiker = authenticate(email=form.text("email"), wachtwoord=form.text("wachtwoord"))
        except InvalidInputError as error:
            show_error(form, error)
        else:
            start_session(gebruiker)
            return to_next_page(gebruiker)
    page = render_template("accounts/inloggen.html", form=form, volgende=asked_path())
    return page, status_of(form)


@public
def uitloggen() -> ResponseReturnValue:
    """Sign out on this device."""
    end_session()
    flash(_("U bent uitgelogd."), "success")
    return redirect(url_for("home.index"), HTTPStatus.SEE_OTHER)


def asked_path() -> str | None:
    """Return the page of this site where someone was going, if they said so."""
    return own_path(request.args.get("volgende", ""))


def to_next_page(gebruiker: Gebruiker) -> Response:
    """Send who signed in to the second factor where needed, else to where they were going."""
    target = asked_path()
    if gebruiker.needs_second_factor:
        where = url_for("accounts.tweede_factor", volgende=target)
    else:
        where = target or url_for("home.index")
    return redirect(where, HTTPStatus.SEE_OTHER)
