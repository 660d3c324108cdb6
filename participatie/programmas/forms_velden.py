"""Fields of the form for a project: days, money and choices, with messages in plain Dutch."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from flask_babel import gettext as _
from wtforms import DateField, Field, Form, RadioField, SelectField
from wtforms.validators import ValidationError

from participatie.core.fields import EuroField
from participatie.core.namen import naam as naam_of
from participatie.programmas.errors import WaardeError
from participatie.programmas.rules_waarden import (
    DATUM_FORMATEN,
    parse_bedrag,
    parse_datum,
    sentence,
)

FORMATEN = ("%d-%m-%Y", *DATUM_FORMATEN)  # the first is shown as an example


class DagField(DateField):
    """A day, from a date picker or typed."""

    data: date | None

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read 2027-03-31, 31-03-2027 or 31/03/2027."""
        text = str(valuelist[0]).strip() if valuelist else ""
        self.data = None
        if not text:
            return
        try:
            self.data = parse_datum(text, FORMATEN, eind=self.name == "eind")
        except WaardeError as error:
            raise ValueError(sentence(str(error))) from error

    @property
    def day(self) -> date:
        """Return the day of a form that was checked."""
        if self.data is None:
            raise ValueError(self.name)
        return self.data


class BedragField(EuroField):
    """An amount of the programme: as high as a bridge costs."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read "1.250.000,50" as 125000050 cents."""
        try:
            self.data = parse_bedrag(valuelist[0] if valuelist else None)
        except WaardeError as error:
            raise ValueError(_("%(veld)s: %(fout)s", veld=self.label.text, fout=error)) from error


class Chosen:
    """Ask for one of the choices, whatever was sent."""

    field_flags = {"required": True}  # noqa: RUF012  # WTForms reads it here

    def __init__(self, message: str) -> None:
        self.message = message

    def __call__(self, form: Form, field: Field) -> None:
        """Raise when nothing, or something that is not a choice, was chosen."""
        del form
        if not field.data or field.data not in choice_values(field):
            raise ValidationError(self.message)


class KnownOrEmpty:
    """Refuse what is not a choice; nothing is fine."""

    def __call__(self, form: Form, field: Field) -> None:
        """Raise when something that is not a choice was sent."""
        del form
        if field.data and field.data not in choice_values(field):
            raise ValidationError(_("Deze keuze kennen we niet. Kies opnieuw."))


class DayFilled:
    """Ask for a day, unless what was typed is already told to be none."""

    field_flags = {"required": True}  # noqa: RUF012  # WTForms reads it here

    def __init__(self, message: str) -> None:
        self.message = message

    def __call__(self, form: Form, field: Field) -> None:
        """Raise when no day was filled in."""
        del form
        if field.data is None and not field.errors and not field.process_errors:
            raise ValidationError(self.message)


def choice_values(field: Field) -> set[str]:
    """Return the values that can be chosen."""
    return {str(option.data) for option in field} if isinstance(field, SelectField) else set()


def keuzelijst(
    label: str, namen: Mapping[Any, str], *, ask: str = "", empty: str = ""
) -> SelectField:
    """Return a select of an enum, with what to `ask`, or with `empty` when it may be left out."""

    def choices() -> dict[str, str]:
        first = {"": str(empty) if empty else _("Kies")}
        return first | {member.value: naam_of(member) for member in namen}

    validator = KnownOrEmpty() if empty else Chosen(ask)
    return SelectField(label, [validator], choices=choices, validate_choice=False)


def keuzerondjes(
    label: str, choices: Callable[[], dict[str, str]] | None = None, *, ask: str
) -> RadioField:
    """Return radio buttons of which one must be chosen."""
    return RadioField(label, [Chosen(ask)], choices=choices, validate_choice=False)
