"""What someone sees and changes of their own account."""

from http import HTTPStatus

from flask import Response, current_app, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.accounts.forms import LegeForm
from participatie.accounts.forms_profiel import (
    EmailForm,
    NaamForm,
    VerwijderenForm,
    WachtwoordForm,
)
from participatie.accounts.queries_tokens import check_token, count_herstelcodes
from participatie.accounts.services_inloggen import sign_out_everywhere
from participatie.accounts.services_profiel import (
    change_naam,
    change_wachtwoord,
    confirm_email,
    delete_account,
    request_email,
)
from participatie.accounts.services_tokens import digest_of
from participatie.accounts.types import TokenDoel
from participatie.core import own_data
from participatie.core.access import public, signed_in
from participatie.core.errors import InvalidInputError
from participatie.core.limits import limiter
from participatie.core.mail_sending import mail_folder
from participatie.core.signin import end_session, start_session
from participatie.core.webforms import show_error, status_of


def _who() -> str:
    return f"gebruiker-{current_user.id}" if current_user.is_authenticated else "nobody"


password_limit = limiter.shared_limit(
    "20 per 15 minutes", scope="huidig", key_func=_who, methods=["POST"]
)


@signed_in
def profiel() -> ResponseReturnValue:
    """Show someone their own account."""
    return render_template(
        "accounts/profiel.html",
        gebruiker=current_user,
        herstelcodes=count_herstelcodes(current_user.id),
        mail_folder=None if current_app.config["SMTP_URL"] else mail_folder(),
    )


@signed_in
def naam() -> ResponseReturnValue:
    """Change the name others see."""
    form = NaamForm(obj=current_user)
    if form.validate_on_submit():
        try:
            change_naam(current_user, form.text("naam"))
        except InvalidInputError as error:
            show_error(form, error)
        else:
            return _back_to_profile(_("Uw naam is gewijzigd."))
    return render_template("accounts/naam.html", form=form), status_of(form)


@signed_in
@password_limit
def wachtwoord() -> ResponseReturnValue:
    """Change the password; every other device is signed out."""
    form = WachtwoordForm()
    if form.validate_on_submit():
        try:
            change_wachtwoord(
                current_user, huidig=form.text("huidig"), wachtwoord=form.text("wachtwoord")
            )
        except InvalidInputError as error:
            show_error(form, error)
        else:
            start_session(current_user, second_factor_given=current_user.second_factor_given)
            return _back_to_profile(
                _("Uw wachtwoord is gewijzigd. Op andere apparaten bent u uitgelogd.")
            )
    return render_template("accounts/wachtwoord.html", form=form), status_of(form)


@signed_in
@password_limit
def email() -> ResponseReturnValue:
    """Ask for another address; a link in a mail to that address confirms it."""
    form = EmailForm()
    if form.validate_on_submit():
        try:
            request_email(current_user, huidig=form.text("huidig"), email=form.text("email"))
        except InvalidInputError as error:
            show_error(form, error)
        else:
            return _back_to_profile(
                _("Wij hebben een mail gestuurd naar het nieuwe adres. Open de link daarin.")
            )
    return render_template("accounts/email.html", form=form), status_of(form)


@public
@limiter.limit("100 per 15 minutes", methods=["POST"])
def email_bevestigen(token: str) -> ResponseReturnValue:
    """Show the page of the mailed link; only its button changes the address."""
    g.private = True
    form = LegeForm()
    if form.validate_on_submit():
        confirm_email(token=token)
        flash(_("Uw e-mailadres is gewijzigd."), "success")
        return redirect(url_for("accounts.profiel"), HTTPStatus.SEE_OTHER)
    check_token(digest_of(token), TokenDoel.EMAIL_WIJZIGEN)
    return render_template("accounts/email_bevestigen.html", form=form), status_of(form)


@signed_in
def overal_uitloggen() -> ResponseReturnValue:
    """Sign out on every device, this one too."""
    sign_out_everywhere(current_user)
    end_session()
    flash(_("U bent op alle apparaten uitgelogd."), "success")
    return redirect(url_for("accounts.inloggen"), HTTPStatus.SEE_OTHER)


@signed_in
def gegevens() -> ResponseReturnValue:
    """Hand over everything that is kept about this person."""
    text = current_app.json.dumps(
        own_data.collect(current_user.id), indent=2, ensure_ascii=False, sort_keys=False
    )
    headers = {"Content-Disposition": 'attachment; filename="mijn-gegevens.json"'}
    return Response(text, mimetype="application/json", headers=headers)


@signed_in
@password_limit
def verwijderen() -> ResponseReturnValue:
    """Delete the account, after the password."""
    form = VerwijderenForm()
    if form.validate_on_submit():
        try:
            delete_account(current_user, huidig=form.text("huidig"))
        except InvalidInputError as error:
            show_error(form, error)
        else:
            end_session()
            flash(_("Uw account is verwijderd."), "success")
            return redirect(url_for("home.index"), HTTPStatus.SEE_OTHER)
    return render_template("accounts/verwijderen.html", form=form), status_of(form)


def _back_to_profile(message: str) -> ResponseReturnValue:
    flash(message, "success")
    return redirect(url_for("accounts.profiel"), HTTPStatus.SEE_OTHER)
