"""Forms to get in: registering, signing in, a forgotten password, the second factor."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from flask import current_app
from flask_babel import lazy_gettext as _
from itsdangerous import BadSignature, URLSafeSerializer
from wtforms import HiddenField, PasswordField, StringField
from wtforms.validators import InputRequired, Length

from participatie.accounts.forms_fields import (
    email_field,
    nieuw_wachtwoord_field,
    obey,
    wachtwoord_field,
)
from participatie.accounts.rules import NAAM_MAX_LENGTH, check_naam
from participatie.accounts.rules_wachtwoord import check_wachtwoord
from participatie.core import clock
from participatie.core.webforms import Form

# Nobody fills in three fields this fast; a program does.
MINIMUM_FILL_TIME = timedelta(seconds=2)
CODE_MAX_LENGTH = 40


def started_now() -> str:
    """Return the moment at which a form was shown, signed."""
    return _signer().dumps(clock.now().timestamp())


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.secret_key or "", salt="form-started")


class RegistrerenForm(Form):
    """Ask for an account."""

    naam = StringField(
        _("Naam die anderen zien"),
        [
            InputRequired(_("Vul de naam in die anderen bij uw ideeën zien.")),
            Length(
                max=NAAM_MAX_LENGTH,
                message=_("Maak de naam korter: hoogstens %(max)d tekens."),
            ),
        ],
        description=_("Uw eigen naam, of een naam die u zelf bedenkt."),
    )
    email = email_field()
    wachtwoord = nieuw_wachtwoord_field()
    website = StringField(_("Laat dit veld leeg"))
    begonnen = HiddenField(default=started_now)

    @property
    def is_trap_filled(self) -> bool:
        """Tell whether the field that nobody sees was filled in, as programs do."""
        return bool(self.website.data)

    def validate_naam(self, field: StringField) -> None:
        """Refuse a name that is none."""
        obey(field, lambda: check_naam(self.text("naam")))

    def validate_wachtwoord(self, field: PasswordField) -> None:
        """Refuse a weak password."""
        obey(
            field,
            lambda: check_wachtwoord(
                self.text("wachtwoord"), email=self.text("email").strip().lower()
            ),
        )

    def validate(self, extra_validators: Mapping[str, Any] | None = None) -> bool:
        """Refuse what is filled in wrong, and only then what came faster than anyone can type.

        The clock runs from the first time the form was shown: its moment comes back unchanged.
        """
        if not super().validate(extra_validators=extra_validators):
            return False
        if self._is_slow_enough():
            return True
        self.form_errors.append(
            _("Dat ging erg snel. Controleer wat u invulde en verstuur het nog een keer.")
        )
        return False

    def _is_slow_enough(self) -> bool:
        now = clock.now().timestamp()
        try:
            started = float(_signer().loads(self.begonnen.data or ""))
        except (BadSignature, TypeError, ValueError):
            self.begonnen.data = started_now()
            return False
        return now - started >= MINIMUM_FILL_TIME.total_seconds()


class InloggenForm(Form):
    """Sign in."""

    email = email_field()
    wachtwoord = wachtwoord_field()


class BevestigenForm(Form):
    """Confirm the address of a new account with the password that was chosen."""

    wachtwoord = wachtwoord_field(_("Het wachtwoord dat u koos"))


class VergetenForm(Form):
    """Ask for a link to choose another password."""

    email = email_field()


class HerstellenForm(Form):
    """Choose another password after opening the mailed link."""

    wachtwoord = nieuw_wachtwoord_field(_("Nieuw wachtwoord"))


class LegeForm(Form):
    """Only a button."""


class CodeForm(Form):
    """Give the code of the app."""

    code = StringField(
        _("Code van 6 cijfers"),
        [
            InputRequired(_("Vul de code in die uw app laat zien.")),
            Length(max=CODE_MAX_LENGTH, message=_("Vul de code van 6 cijfers in.")),
        ],
        render_kw={"inputmode": "numeric"},
    )


class HerstelcodeForm(Form):
    """Give a recovery code instead."""

    code = StringField(
        _("Herstelcode"),
        [
            InputRequired(_("Vul een van uw herstelcodes in.")),
            Length(max=CODE_MAX_LENGTH, message=_("Vul één herstelcode in.")),
        ],
        description=_("Zo ziet een herstelcode eruit: abcd-efgh-2345."),
        render_kw={"autocapitalize": "none", "spellcheck": "false"},
    )
