"""Forms of the gebieden room."""

import re

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import EmailField, Field, HiddenField, StringField, TelField
from wtforms.validators import Length, Optional, Regexp, ValidationError

from participatie.core.fields import Filled
from participatie.core.tekst import control_characters
from participatie.gebieden.types import Contactgegevens

EMAIL = r"^[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$"
TELEFOON = r"^[0-9 +()-]{2,30}$"


def one_line(text: str | None) -> str | None:
    """Return the text without characters that cannot be seen, as pasted names may have."""
    unseen = set(control_characters(text or "", lines=False))
    return "".join(letter for letter in text if letter not in unseen) if text else text


class ContactForm(FlaskForm):  # type: ignore[misc]  # flask-wtf has no types
    """Who someone is and how to reach them."""

    naam = StringField(
        _l("Naam of team"),
        [
            Filled(_l("Vul een naam in, bijvoorbeeld Gebiedsteam Oost.")),
            Length(max=120, message=_l("Gebruik hoogstens 120 tekens voor de naam.")),
        ],
        filters=[one_line],
    )
    functie = StringField(
        _l("Functie"),
        [
            Filled(_l("Vul een functie in, bijvoorbeeld gebiedsverbinder.")),
            Length(max=120, message=_l("Gebruik hoogstens 120 tekens voor de functie.")),
        ],
        filters=[one_line],
    )
    email = EmailField(
        _l("E-mailadres"),
        [
            Optional(),
            Length(max=254, message=_l("Gebruik hoogstens 254 tekens voor het e-mailadres.")),
            Regexp(EMAIL, message=_l("Vul een e-mailadres in zoals naam@voorbeeld.nl.")),
        ],
    )
    telefoon = TelField(
        _l("Telefoonnummer"),
        [
            Optional(),
            Regexp(TELEFOON, message=_l("Vul een telefoonnummer in zoals 14 023.")),
        ],
    )
    versie = HiddenField()

    def validate(self, extra_validators: dict[str, list[object]] | None = None) -> bool:
        """Ask for at least one way to reach someone."""
        valid: bool = super().validate(extra_validators)
        if valid and not self.email.data and not self.telefoon.data:
            self.email.errors = [_l("Vul een e-mailadres of een telefoonnummer in.")]
            return False
        return valid

    def gegevens(self) -> Contactgegevens:
        """Return what was filled in."""
        return Contactgegevens(
            naam=(self.naam.data or "").strip(),
            functie=(self.functie.data or "").strip(),
            email=(self.email.data or "").strip(),
            telefoon=(self.telefoon.data or "").strip(),
        )

    def validate_versie(self, field: Field) -> None:
        """Refuse a version that is no number."""
        if field.data and not re.fullmatch(r"[0-9]{1,9}", field.data):
            raise ValidationError(_l("Laad de pagina opnieuw en probeer het nog eens."))
