from collections.abc import Callable

import html5lib
import pytest
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, MultipleFileField
from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    DateField,
    EmailField,
    HiddenField,
    IntegerField,
    PasswordField,
    RadioField,
    SelectChoice,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length
from wtforms.widgets import CheckboxInput, ListWidget

FILLED = InputRequired("Vul dit in.")
CHOICES = [SelectChoice("groen", "Groen"), SelectChoice("spelen", "Spelen")]


class EveryField(FlaskForm):
    """One field of each type a page may use."""

    naam = StringField("Naam", [FILLED])
    bijnaam = StringField("Bijnaam", description="Zo zien anderen u.")
    mail = EmailField("E-mailadres", [FILLED])
    wachtwoord = PasswordField("Wachtwoord", [FILLED])
    getal = IntegerField("Huisnummer", [FILLED])
    tekst = TextAreaField("Uw idee", [FILLED, Length(max=2000)])
    lijst = SelectField("Thema", [FILLED], choices=CHOICES)
    soort = RadioField("Soort", [FILLED], choices=CHOICES)
    themas = SelectMultipleField(
        "Thema's",
        [FILLED],
        choices=CHOICES,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    akkoord = BooleanField("Ik ga akkoord", [FILLED])
    bestand = FileField("Foto")
    bestanden = MultipleFileField("Foto's")
    dag = DateField("Datum", [FILLED])
    geheim = HiddenField()


@pytest.fixture
def render(app) -> Callable:
    """Render a piece of template and return it as a parsed fragment."""

    def rendered(source: str, **context):
        page = app.jinja_env.from_string(source).render(**context)
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        return parser.parseFragment(page)

    with app.test_request_context():
        yield rendered


@pytest.fixture
def form(app) -> EveryField:
    """A form nobody filled in yet."""
    with app.test_request_context():
        return EveryField()


@pytest.fixture
def refused(app) -> EveryField:
    """The same form, sent in empty."""
    with app.test_request_context(method="POST"):
        form = EveryField(MultiDict())
        form.validate()
        return form
