"""Forms for a version of a gebiedsopgave, and for its decision."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import DateField, Field, HiddenField, SelectField, StringField, TextAreaField
from wtforms.validators import Length, ValidationError

from participatie.core.fields import Filled
from participatie.core.namen import naam
from participatie.core.peildatum import FORMATEN
from participatie.core.webforms import Form
from participatie.gebieden.queries import get_boom
from participatie.gebieden.types import GebiedId
from participatie.opgaven import rules
from participatie.opgaven.models import OpgaveVersie
from participatie.opgaven.rules_getal import parse_jaar
from participatie.opgaven.types import Besluit, VersieGegevens

MAX_VERSIE_DIGITS = 9


def at_most(length: int) -> Length:
    """Refuse a longer text."""
    return Length(max=length, message=_l("Maak de tekst korter: hoogstens %(max)d tekens."))


class Jaar:
    """Ask for a year in four digits."""

    field_flags = {"required": True}  # noqa: RUF012  # WTForms reads it here

    def __call__(self, form: Form, field: Field) -> None:
        """Raise when it is no year."""
        del form
        try:
            parse_jaar(field.data or "")
        except ValueError as error:
            message = _("Vul een jaar in met vier cijfers, bijvoorbeeld 2026.")
            raise ValidationError(message) from error


class Gekozen:
    """Ask for one of the choices, whatever was sent."""

    field_flags = {"required": True}  # noqa: RUF012  # WTForms reads it here

    def __init__(self, message: str) -> None:
        self.message = message

    def __call__(self, form: Form, field: SelectField) -> None:
        """Raise when nothing, or something that is not a choice, was chosen."""
        del form
        if not field.data or field.data not in {str(option.data) for option in field}:
            raise ValidationError(self.message)


def keuze(label: str, soort: type[StrEnum], *, ask: str) -> SelectField:
    """Return a select of an enum, of which one must be chosen."""

    def choices() -> dict[str, str]:
        return {"": _("Kies")} | {member.value: naam(member) for member in soort}

    return SelectField(label, [Gekozen(ask)], choices=choices, validate_choice=False)


class VersionedForm(Form):
    """A form that knows which version the editor was looking at."""

    versie = HiddenField()

    def seen(self) -> int:
        """Return which version that was; none when it cannot be read."""
        text = self.text("versie")
        return (
            int(text)
            if text.isascii() and text.isdigit() and len(text) <= MAX_VERSIE_DIGITS
            else -1
        )


class VersieForm(VersionedForm):
    """What a version says apart from its goals."""

    van_jaar = StringField(_l("Eerste jaar"), [Jaar()])
    tot_jaar = StringField(_l("Laatste jaar"), [Jaar()])
    inleiding = TextAreaField(
        _l("Inleiding"),
        [at_most(rules.INLEIDING_MAX_LENGTH)],
        description=_l(
            "Hoe staat het gebied ervoor, en wat is de komende jaren het belangrijkst?"
        ),
    )

    def gegevens(self) -> VersieGegevens:
        """Return what was filled in."""
        return VersieGegevens(
            van_jaar=parse_jaar(self.text("van_jaar")),
            tot_jaar=parse_jaar(self.text("tot_jaar")),
            inleiding=self.text("inleiding").strip(),
            reden=self.text("reden").strip() if "reden" in self else "",
        )


class HerijkForm(VersieForm):
    """The same, with the reason of a herijking."""

    reden = TextAreaField(
        _l("Waarom herijkt u de opgave?"),
        [
            Filled(_l("Schrijf waarom u de opgave herijkt.")),
            at_most(rules.REDEN_MAX_LENGTH),
        ],
        description=_l(
            "Iedereen kan dit lezen. Bijvoorbeeld: er komen meer woningen dan gedacht."
        ),
    )


class NieuweOpgaveForm(VersieForm):
    """The same, for the first version: of which gebied."""

    gebied = SelectField(_l("Gebied"), [Gekozen(_l("Kies een gebied."))], validate_choice=False)

    @property
    def gebied_id(self) -> GebiedId:
        """Return the gebied of a form that was checked."""
        boom = get_boom()
        return next(o.id for o in boom.omtrekken.values() if o.code == self.gebied.data)


class VaststelForm(VersionedForm):
    """The decision by which a concept becomes what holds."""

    besluitnummer = StringField(
        _l("Nummer van het besluit"),
        [
            Filled(_l("Vul het nummer van het besluit in.")),
            at_most(rules.BESLUITNUMMER_MAX_LENGTH),
        ],
        description=_l("Bijvoorbeeld 2026/123456."),
    )
    vastgesteld_op = DateField(_l("Datum van het besluit"), format=[*FORMATEN])

    def validate_vastgesteld_op(self, field: Field) -> None:
        """Ask for a day, in the words of this site."""
        if field.data is None:
            raise ValidationError(_("Vul de datum van het besluit in, bijvoorbeeld 31-03-2026."))

    def besluit(self) -> Besluit:
        """Return what was filled in."""
        day = self.vastgesteld_op.data
        if day is None:
            raise ValueError("vastgesteld_op")
        return Besluit(nummer=self.text("besluitnummer").strip(), datum=day)


class VersieKeuzeForm(VersionedForm):
    """Only which version was seen: to throw away or to remove."""


def make_versie_form(concept: OpgaveVersie) -> VersieForm:
    """Return the form for a concept, filled with what is stored."""
    made = VersieForm if concept.nummer == 1 else HerijkForm
    names = ("van_jaar", "tot_jaar", "inleiding", "reden", "versie")
    return made(data={name: str(getattr(concept, name)) for name in names})


def make_nieuwe_form(gebied_ids: Iterable[GebiedId], jaar: int) -> NieuweOpgaveForm:
    """Return the form for a new opgave in one of these gebieden."""
    boom = get_boom()
    form = NieuweOpgaveForm(
        data={"van_jaar": str(jaar), "tot_jaar": str(jaar + rules.MAX_JAREN - 1)}
    )
    namen: dict[str, Any] = {"": _("Kies een gebied")}
    for gebied_id in gebied_ids:
        omtrek = boom.omtrekken[gebied_id]
        namen[omtrek.code] = f"{omtrek.naam} ({naam(omtrek.niveau).lower()})"
    form.gebied.choices = namen
    return form
