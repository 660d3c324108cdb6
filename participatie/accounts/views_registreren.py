"""Getting an account."""

from http import HTTPStatus

from flask import flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.accounts.errors import LinkVerlopenError
from participatie.accounts.forms import BevestigenForm, RegistrerenForm
from participatie.accounts.queries_tokens import get_aanmelding
from participatie.accounts.services_registreren import confirm_account, request_account
from participatie.accounts.services_tokens import digest_of
from participatie.accounts.views_inloggen import asked_path
from participatie.core.access import public
from participatie.core.errors import InvalidInputError
from participatie.core.limits import account_of, limiter
from participatie.core.signin import start_session
from participatie.core.webforms import show_error, status_of


@public
@limiter.limit("30 per hour", methods=["POST"])
@limiter.limit("5 per hour", key_func=account_of, methods=["POST"])
def registreren() -> ResponseReturnValue:
    """Ask for an account; the answer is the same whether the address has one already."""
    form = RegistrerenForm()
    if form.validate_on_submit():
        try:
            if not form.is_trap_filled:
                request_account(
                    naam=form.text("naam"),
                    email=form.text("email"),
                    wachtwoord=form.text("wachtwoord"),
                    volgende=asked_path(),
                )
        except InvalidInputError as error:
            show_error(form, error)
        else:
            return redirect(
                url_for("accounts.aangemeld", volgende=asked_path()), HTTPStatus.SEE_OTHER
            )
    page = render_template("accounts/registreren.html", form=form, volgende=asked_path())
    return page, status_of(form)


@public
def aangemeld() -> ResponseReturnValue:
    """Say that a mail is on its way."""
    return render_template("accounts/aangemeld.html", volgende=asked_path())


@public
@limiter.limit("100 per 15 minutes", methods=["POST"])
def bevestigen(token: str) -> ResponseReturnValue:
    """Show the page of the mailed link; only its button makes the account."""
    g.private = True
    try:
        return _confirm(token)
    except LinkVerlopenError as error:
        return _refuse_link(error)


def _confirm(token: str) -> ResponseReturnValue:
    aanmelding = get_aanmelding(digest_of(token))
    form = BevestigenForm()
    if form.validate_on_submit():
        try:
            gebruiker = confirm_account(token=token, wachtwoord=form.text("wachtwoord"))
        except InvalidInputError as error:
            show_error(form, error)
        else:
            start_session(gebruiker)
            flash(_("Uw account is klaar. U bent nu ingelogd."), "success")
            return _go_on()
    page = render_template(
        "accounts/bevestigen.html", form=form, aanmelding=aanmelding, volgende=asked_path()
    )
    return page, status_of(form)


def _refuse_link(error: LinkVerlopenError) -> ResponseReturnValue:
    """Say what to do with a link that works no longer; who is signed in needs none."""
    if current_user.is_authenticated:
        flash(_("Deze link is al gebruikt of te oud. U bent al ingelogd."), "info")
        return _go_on()
    return render_template("accounts/link_gebruikt.html", volgende=asked_path()), error.status


def _go_on() -> ResponseReturnValue:
    return redirect(asked_path() or url_for("home.index"), HTTPStatus.SEE_OTHER)
