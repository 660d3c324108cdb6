"""What the forms of all steps share, and how a refusal lands at its field."""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import IntegerField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, ValidationError
from wtforms.widgets import HiddenInput

from participatie.core.errors import DomainError, InvalidInputError
from participatie.core.fields import Filled, PlainText
from participatie.core.formats import aantal

TOO_LONG = _l("Deze tekst is te lang. Gebruik hoogstens %(max)s tekens.")


class ShortEnough(Length):
    """Refuse a text that is too long, with the number as people write it."""

    def __call__(self, form: FlaskForm, field: Any) -> None:  # noqa: ANN401
        """Raise when there are too many characters."""
        del form
        if len(field.data or "") > self.max:
            raise ValidationError(str(TOO_LONG) % {"max": aantal(self.max)})


class ForNow(Filled):
    """Ask for a text, but not of someone who only keeps his concept for later."""

    def __call__(self, form: "StapForm", field: Any) -> None:  # type: ignore[override]  # noqa: ANN401
        """Let an empty text pass while the concept is only kept."""
        if not form.only_keep:
            super().__call__(form, field)


class VersieField(IntegerField):
    """The version someone looked at; what is no number is no version."""

    widget = HiddenInput()

    def _value(self) -> str:
        return str(self.data or 0)


class StapForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """What every step has: the version someone looked at, and the button he pressed."""

    only_keep = False

    versie = VersieField(default=0, validators=[InputRequired()])

    @property
    def seen_version(self) -> int:
        """Return the version someone looked at."""
        return self.versie.data or 0

    def renew(self, versie: int) -> None:
        """Let the next answer be about this version."""
        self.versie.data = versie
        self.versie.raw_data = [str(versie)]

    def refuse(self, error: DomainError) -> int:
        """Put a refusal at its field, or above the form; return the status of the answer."""
        name = error.field if isinstance(error, InvalidInputError) else None
        if name in self:
            self[name].errors = [*self[name].errors, str(error)]
        else:
            self.form_errors.append(str(error))
        return int(error.status)


def text(label: str, max_length: int, *more: Any, lines: bool = True, **options: Any) -> Any:  # noqa: ANN401
    """Return a field for text of users, with its limits."""
    kind = TextAreaField if lines else StringField
    limits = [ShortEnough(max=max_length), PlainText(lines=lines), *more]
    return kind(label, validators=limits, filters=[_unix_lines], **options)


def _unix_lines(value: str | None) -> str:
    return (value or "").replace("\r\n", "\n").replace("\r", "\n")
