"""The second factor of who works for the gemeente: setting it up, and each sign-in."""

from http import HTTPStatus

import pyotp
import segno
from flask import current_app, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.accounts.forms import CodeForm, HerstelcodeForm
from participatie.accounts.queries_tokens import count_herstelcodes
from participatie.accounts.rules_paths import own_path
from participatie.accounts.services_tweede_factor import (
    check_code,
    new_geheim,
    renew_herstelcodes,
    set_up,
    use_herstelcode,
)
from participatie.accounts.views_inloggen import to_next_page
from participatie.core.access import first_step_done, signed_in
from participatie.core.errors import InvalidInputError
from participatie.core.limits import limiter
from participatie.core.signin import start_session
from participatie.core.webforms import show_error, status_of

GEHEIM_KEY = "totp_geheim"


def _whose_code() -> str:
    return f"gebruiker-{current_user.id}" if current_user.is_authenticated else "nobody"


code_limit = limiter.shared_limit(
    "10 per 15 minutes", scope="code", key_func=_whose_code, methods=["POST"]
)


@first_step_done
@code_limit
def tweede_factor() -> ResponseReturnValue:
    """Ask for the code of the app."""
    if not current_user.needs_second_factor:
        return to_next_page(current_user)
    if current_user.totp_bevestigd_op is None:
        return _redirect_onward("accounts.instellen")
    form = CodeForm()
    if form.validate_on_submit():
        try:
            check_code(current_user, form.text("code"))
        except InvalidInputError as error:
            show_error(form, error)
        else:
            start_session(current_user, second_factor_given=True)
            return to_next_page(current_user)
    page = render_template("accounts/tweede_factor.html", form=form, volgende=_next_path())
    return page, status_of(form)


@first_step_done
@code_limit
def herstelcode() -> ResponseReturnValue:
    """Ask for a recovery code instead."""
    if not current_user.needs_second_factor or current_user.totp_bevestigd_op is None:
        return _redirect_onward("accounts.tweede_factor")
    form = HerstelcodeForm()
    if form.validate_on_submit():
        try:
            use_herstelcode(current_user, form.text("code"))
        except InvalidInputError as error:
            show_error(form, error)
        else:
            start_session(current_user, second_factor_given=True)
            return to_next_page(current_user)
    return render_template("accounts/herstelcode.html", form=form), status_of(form)


@first_step_done
@code_limit
def instellen() -> ResponseReturnValue:
    """Show the secret for the app, and keep it once a code of it is right."""
    if not current_user.needs_second_factor or current_user.totp_bevestigd_op is not None:
        return _redirect_onward("accounts.tweede_factor")
    geheim = session.setdefault(GEHEIM_KEY, new_geheim())
    form = CodeForm()
    if form.validate_on_submit():
        try:
            codes = set_up(current_user, geheim=geheim, code=form.text("code"))
        except InvalidInputError as error:
            show_error(form, error)
        else:
            start_session(current_user, second_factor_given=True)
            return _show_codes(codes)
    page = render_template("accounts/instellen.html", form=form, geheim=geheim, qr=_qr_of(geheim))
    return page, status_of(form)


@signed_in
@code_limit
def herstelcodes() -> ResponseReturnValue:
    """Make new recovery codes, after a code of the app."""
    if current_user.totp_bevestigd_op is None:
        return redirect(url_for("accounts.profiel"), HTTPStatus.SEE_OTHER)
    form = CodeForm()
    if form.validate_on_submit():
        try:
            check_code(current_user, form.text("code"))
        except InvalidInputError as error:
            show_error(form, error)
        else:
            return _show_codes(renew_herstelcodes(current_user))
    left = count_herstelcodes(current_user.id)
    return render_template("accounts/herstelcodes.html", form=form, left=left), status_of(form)


def _show_codes(codes: list[str]) -> ResponseReturnValue:
    """Show recovery codes, this one time."""
    target = own_path(request.args.get("volgende", "")) or url_for("accounts.profiel")
    flash(_("Uw nieuwe herstelcodes staan hieronder."), "success")
    return render_template("accounts/herstelcodes_nieuw.html", codes=codes, target=target)


def _next_path() -> str | None:
    return own_path(request.args.get("volgende", ""))


def _redirect_onward(endpoint: str) -> ResponseReturnValue:
    return redirect(url_for(endpoint, volgende=_next_path()), HTTPStatus.SEE_OTHER)


def _qr_of(geheim: str) -> str:
    """Return the QR code of a secret as the address of a picture."""
    uri = pyotp.TOTP(geheim).provisioning_uri(
        name=current_user.email, issuer_name=current_app.config["SITE_NAAM"]
    )
    return str(segno.make(uri, micro=False).svg_data_uri(scale=5, border=4, light="#fff"))
