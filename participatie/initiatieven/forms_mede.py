"""The form with which someone is invited to do an initiatief together."""

from flask_babel import lazy_gettext as _l
from wtforms import EmailField
from wtforms.validators import Email, InputRequired, Length

from participatie.initiatieven.forms_stap import StapForm
from participatie.initiatieven.forms_voortgang import sleutel

EMAIL_MAX_LENGTH = 254
GEEN_EMAIL = _l("Vul een e-mailadres in, zoals naam@voorbeeld.nl.")


class UitnodigingForm(StapForm):
    """To whom the invitation goes."""

    sleutel = sleutel()
    email = EmailField(
        _l("E-mailadres van wie u uitnodigt"),
        [
            InputRequired(GEEN_EMAIL),
            Length(max=EMAIL_MAX_LENGTH, message=GEEN_EMAIL),
            Email(GEEN_EMAIL),
        ],
        description=_l("Vraag eerst of deze persoon dat wil. Wij sturen één e-mail."),
    )
