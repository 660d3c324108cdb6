"""Fields that several forms of this room share."""

from collections.abc import Callable

from flask_babel import lazy_gettext as _
from wtforms import EmailField, Field, PasswordField, ValidationError
from wtforms.validators import Email, InputRequired, Length

from participatie.accounts.rules_wachtwoord import WACHTWOORD_MAX_LENGTH, WACHTWOORD_MIN_LENGTH
from participatie.core.errors import InvalidInputError

EMAIL_MAX_LENGTH = 254
GEEN_EMAIL = _("Vul een e-mailadres in, zoals naam@voorbeeld.nl.")

SHOW_AND_HIDE = {
    "data-module": "wachtwoord",
    "data-toon": _("Toon wachtwoord"),
    "data-verberg": _("Verberg wachtwoord"),
}


def email_field(label: str | None = None) -> EmailField:
    """Return a field for an address."""
    return EmailField(
        label or _("E-mailadres"),
        [
            InputRequired(_("Vul uw e-mailadres in.")),
            Length(max=EMAIL_MAX_LENGTH, message=GEEN_EMAIL),
            Email(GEEN_EMAIL),
        ],
        filters=[_without_spaces],
    )


def wachtwoord_field(label: str | None = None) -> PasswordField:
    """Return a field for the password someone has."""
    return PasswordField(
        label or _("Wachtwoord"),
        [
            InputRequired(_("Vul uw wachtwoord in.")),
            Length(max=5 * WACHTWOORD_MAX_LENGTH, message=_("Dit wachtwoord is te lang.")),
        ],
        render_kw=SHOW_AND_HIDE,
    )


def nieuw_wachtwoord_field(label: str | None = None) -> PasswordField:
    """Return a field for a password someone chooses."""
    return PasswordField(
        label or _("Kies een wachtwoord"),
        [
            InputRequired(_("Kies een wachtwoord.")),
            Length(max=5 * WACHTWOORD_MAX_LENGTH, message=_("Dit wachtwoord is te lang.")),
        ],
        description=_(
            "Minstens %(number)s tekens. Een korte zin onthoudt u makkelijk.",
            number=WACHTWOORD_MIN_LENGTH,
        ),
        render_kw=SHOW_AND_HIDE,
    )


def obey(field: Field, rule: Callable[[], object]) -> None:
    """Show what a rule says at its field, in the same round as the errors of other fields."""
    if field.errors:
        return
    try:
        rule()
    except InvalidInputError as error:
        raise ValidationError(str(error)) from error


def _without_spaces(value: str | None) -> str | None:
    return value.strip() if value else value
