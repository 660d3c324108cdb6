"""Fields and validators for every form: what text, amounts of money and coordinates look like."""

import re
from typing import Any

from flask_babel import gettext as _
from wtforms import Field, Form
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # new in 3.3
from wtforms.validators import ValidationError
from wtforms.widgets import TextInput

from participatie.core.money import format_euro, parse_euro
from participatie.core.tekst import is_blank, without_control_characters

MINUS = re.compile(r"[€\s]*[-\u2212\u2013]\s*[0-9€]")


def choice(value: str, label: object, *, group: object = None) -> Any:  # noqa: ANN401
    """Return an option of a list, in a group when one is given."""
    return SelectChoice(value, label, optgroup=group)


class PlainText:
    """Refuse characters that cannot be stored or seen. Emoji and every script are welcome."""

    def __init__(self, *, lines: bool = False) -> None:
        self.lines = lines

    def __call__(self, form: Form, field: Field) -> None:
        """Raise when the text holds a control character, and show it without."""
        del form
        written = field.data or ""
        field.data = without_control_characters(written, lines=self.lines)
        if field.data != written:
            raise ValidationError(
                _(
                    "Er stond een teken in dat wij niet kunnen bewaren. Wij hebben het"
                    " weggehaald. Kijk of de tekst nog klopt."
                )
            )


class Filled:
    """Ask for a text in which something can be seen."""

    field_flags = {"required": True}  # noqa: RUF012  # WTForms reads it here

    def __init__(self, message: str) -> None:
        self.message = message

    def __call__(self, form: Form, field: Field) -> None:
        """Raise when nothing was filled in."""
        del form
        if is_blank(field.data or ""):
            raise ValidationError(self.message)


class EuroField(Field):
    """An amount as people write it, in whole euro cents."""

    widget = TextInput()
    data: int | None

    def _value(self) -> str:
        if self.raw_data:
            return without_control_characters(str(self.raw_data[0]))
        return "" if self.data is None else format_euro(self.data)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read "1.250,50" as 125050 cents."""
        text = str(valuelist[0]).strip() if valuelist else ""
        self.data = None
        if not text:
            return
        try:
            self.data = parse_euro(text)
        except ValueError as error:
            raise ValueError(self._refusal(text)) from error

    def _refusal(self, text: str) -> str:
        """Say what to do, and in which field: a form may hold several amounts."""
        message = _("Schrijf bij “%(veld)s” het bedrag in cijfers, bijvoorbeeld 250 of 1.250,50.")
        if MINUS.match(text):
            message = _("Schrijf bij “%(veld)s” geen bedrag onder nul.")
        return str(message) % {"veld": self.label.text}
