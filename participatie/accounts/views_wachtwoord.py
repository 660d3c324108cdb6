"""A new password for who forgot it."""

from http import HTTPStatus

from flask import flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from participatie.accounts.forms import HerstellenForm, VergetenForm
from participatie.accounts.queries_tokens import check_token
from participatie.accounts.services_inloggen import request_reset, reset_wachtwoord
from participatie.accounts.services_tokens import digest_of
from participatie.accounts.types import TokenDoel
from participatie.core.access import public
from participatie.core.errors import InvalidInputError
from participatie.core.limits import account_of, limiter
from participatie.core.signin import end_session
from participatie.core.webforms import show_error, status_of


@public
@limiter.limit("30 per hour", methods=["POST"])
@limiter.limit("5 per hour", key_func=account_of, methods=["POST"])
def vergeten() -> ResponseReturnValue:
    """Ask for a link to choose another password; the answer never tells who has an account."""
    form = VergetenForm()
    if form.validate_on_submit():
        request_reset(email=form.text("email"))
        return redirect(url_for("accounts.gevraagd"), HTTPStatus.SEE_OTHER)
    return render_template("accounts/vergeten.html", form=form), status_of(form)


@public
def gevraagd() -> ResponseReturnValue:
    """Say that a mail is on its way."""
    return render_template("accounts/gevraagd.html")


@public
@limiter.limit("100 per 15 minutes", methods=["POST"])
def herstellen(token: str) -> ResponseReturnValue:
    """Show the page of the mailed link; only its button changes the password."""
    g.private = True
    form = HerstellenForm()
    if form.validate_on_submit():
        try:
            reset_wachtwoord(token=token, wachtwoord=form.text("wachtwoord"))
        except InvalidInputError as error:
            show_error(form, error)
        else:
            end_session()
            flash(_("Uw wachtwoord is gewijzigd. Log in met uw nieuwe wachtwoord."), "success")
            return redirect(url_for("accounts.inloggen"), HTTPStatus.SEE_OTHER)
    else:
        check_token(digest_of(token), TokenDoel.HERSTELLEN)
    return render_template("accounts/herstellen.html", form=form), status_of(form)
