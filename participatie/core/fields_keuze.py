"""Fields that ask for a choice or a day, with messages in plain Dutch."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import DateField, Field, Form, RadioField, SelectField
from wtforms.validators import Length, ValidationError

from participatie.core.namen import naam as naam_of


class Dag(DateField):
    """A day, from a date picker or typed; a room says how it is read."""

    data: date | None

    @abstractmethod
    def read(self, text: str) -> date:
        """Return the day, or raise `ValueError` with what to write instead."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read what was filled in; nothing is no day."""
        text = str(valuelist[0]).strip() if valuelist else ""
        self.data = None
        if text:
            self.data = self.read(text)

    @property
    def day(self) -> date:
        """Return the day of a form that was checked."""
        if self.data is None:
            raise ValueError(self.name)
        return self.data


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


def at_most(length: int) -> Length:
    """Return what refuses a text that is too long."""
    return Length(max=length, message=_l("Maak de tekst korter: hoogstens %(max)d tekens."))


def refuse(field: Field, message: str) -> None:
    """Tell at a field what another field, or all of them together, showed to be wrong."""
    field.errors = [*field.errors, message]
