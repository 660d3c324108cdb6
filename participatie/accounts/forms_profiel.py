"""Forms with which someone changes their own account."""

from flask_babel import lazy_gettext as _
from wtforms import StringField
from wtforms.validators import InputRequired, Length

from participatie.accounts.forms_fields import (
    email_field,
    nieuw_wachtwoord_field,
    wachtwoord_field,
)
from participatie.accounts.rules import NAAM_MAX_LENGTH
from participatie.core.webforms import Form


class NaamForm(Form):
    """Show another name."""

    naam = StringField(
        _("Naam die anderen zien"),
        [
            InputRequired(_("Vul de naam in die anderen bij uw ideeën zien.")),
            Length(
                max=NAAM_MAX_LENGTH,
                message=_("Maak de naam korter: hoogstens %(max)d tekens."),
            ),
        ],
    )


class WachtwoordForm(Form):
    """Choose another password."""

    huidig = wachtwoord_field(_("Uw wachtwoord van nu"))
    wachtwoord = nieuw_wachtwoord_field(_("Nieuw wachtwoord"))


class EmailForm(Form):
    """Take another address."""

    email = email_field(_("Nieuw e-mailadres"))
    huidig = wachtwoord_field(_("Uw wachtwoord"))


class VerwijderenForm(Form):
    """Leave."""

    huidig = wachtwoord_field(_("Uw wachtwoord"))
