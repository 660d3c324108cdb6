"""What every form shares: errors of services at their field, and the status of the answer."""

from http import HTTPStatus
from typing import Any

from flask import Flask, Request
from flask_wtf import FlaskForm
from wtforms import PasswordField, StringField

from participatie.core.errors import InvalidInputError
from participatie.core.tekst import control_characters

URLENCODED = "application/x-www-form-urlencoded"


class SmallRequest(Request):
    """A request whose form, when it brings no files, is small: it is read into memory whole."""

    def _load_form_data(self) -> None:
        """Refuse before reading."""
        if self.mimetype == URLENCODED:
            self.max_content_length = self.max_form_memory_size
        super()._load_form_data()


def init_app(app: Flask) -> None:
    """Let every request be a small one."""
    app.request_class = SmallRequest


class Form(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """A form with a CSRF token, whose texts hold nothing that cannot be stored or seen."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc]  # Flask-WTF has no types
        """How fields are made."""

        def bind_field(self, form: Any, unbound_field: Any, options: dict[str, Any]) -> Any:  # noqa: ANN401
            """Clean the text of every field, except what must stay exactly as typed."""
            kind = unbound_field.field_class
            if issubclass(kind, StringField) and not issubclass(kind, PasswordField):
                given = unbound_field.kwargs.get("filters", ())
                options = {**options, "filters": (_without_control, *given)}
            return unbound_field.bind(form=form, **options)

    def text(self, name: str) -> str:
        """Return what was filled in as text; nothing is an empty text."""
        return str(self[name].data or "")


def show_error(form: FlaskForm, error: InvalidInputError) -> None:
    """Show the error of a service at its field, or above the form when it has none."""
    if error.field is None or error.field not in form:
        form.form_errors.append(str(error))
        return
    field = form[error.field]
    field.errors = [*field.errors, str(error)]


def status_of(form: FlaskForm) -> HTTPStatus:
    """Return the status of a page with this form: refused when it has an error."""
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK


def _without_control(value: str | None) -> str | None:
    """Return a text without characters that PostgreSQL refuses and no browser can send."""
    if not value:
        return value
    unwanted = set(control_characters(value, lines=True))
    return "".join(sign for sign in value if sign not in unwanted)
