"""Forms to get in: registering, signing in, a forgotten password, the second factor."""

from flask_babel import lazy_gettext as _
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired, Length

from participatie.accounts.forms_fields import (
    email_field,
    nieuw_wachtwoord_field,
    obey,
    wachtwoord_field,
)
from participatie.accounts.rules import NAAM_MAX_LENGTH, check_naam
from participatie.accounts.rules_wachtwoord import check_wachtwoord
from participatie.core.webforms import Form
from participatie.core.webforms_trap import TrapForm

CODE_MAX_LENGTH = 40


class RegistrerenForm(TrapForm):
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
