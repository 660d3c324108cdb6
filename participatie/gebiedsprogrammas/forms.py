"""Forms of programme years: shape only. What is right is decided in the rules."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    DateField,
    HiddenField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length

from participatie.core.fields import choice
from participatie.core.namen import naam
from participatie.core.webforms import Form
from participatie.gebiedsprogrammas import rules, rules_doorrollen, rules_resultaten
from participatie.gebiedsprogrammas.types import Regel, Resultaat, Uitslag
from participatie.gebiedsprogrammas.types_planning import DoorrolKeuze, Doorrolvoorstel, Keuze
from participatie.programmas.errors import WaardeError
from participatie.programmas.rules_waarden import DATUM_FORMATEN, parse_datum, sentence
from participatie.programmas.types import ProjectId

FORMATEN = ("%d-%m-%Y", *DATUM_FORMATEN)
NUMBER = re.compile(r"[0-9]{1,10}")


def _at_most(length: int) -> Length:
    return Length(max=length, message=_l("Maak de tekst korter: hoogstens %(max)d tekens."))


class DagField(DateField):
    """A day, from a date picker or typed."""

    data: date | None

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read 2027-03-31, 31-03-2027 or 31/03/2027."""
        text = str(valuelist[0]).strip() if valuelist else ""
        self.data = None
        if text:
            try:
                self.data = parse_datum(text, FORMATEN, eind=False)
            except WaardeError as error:
                raise ValueError(sentence(str(error))) from error


class VersieForm(Form):
    """What every form here carries: the version somebody looked at."""

    versie = HiddenField()

    @property
    def seen(self) -> int:
        """Return the version somebody looked at; none when that cannot be read."""
        text = self.text("versie")
        return int(text) if NUMBER.fullmatch(text) else -1

    def renew(self, versie: int) -> None:
        """Carry the newest version, now that somebody has been shown it."""
        self.versie.raw_data = None
        self.versie.data = str(versie)


class VaststelForm(VersieForm):
    """The decision by which a programme is adopted."""

    gezien = HiddenField()
    besluitnummer = StringField(
        _l("Nummer van het besluit"),
        [
            InputRequired(_l("Vul het nummer van het besluit in.")),
            _at_most(rules.BESLUITNUMMER_MAX_LENGTH),
        ],
        description=_l("Bijvoorbeeld 2026/123456."),
    )
    besloten_op = DagField(
        _l("Datum van het besluit"), [InputRequired(_l("Vul de datum van het besluit in."))]
    )
    bevestig = BooleanField(
        _l("Ja, dit is wat er besloten is. De onderdelen met geld liggen daarna vast."),
        [InputRequired(_l("Vink aan dat dit is wat er besloten is."))],
    )


class RedenForm(VersieForm):
    """Why a step is taken back."""

    reden = TextAreaField(
        _l("Waarom?"),
        [
            InputRequired(_l("Schrijf waarom.")),
            _at_most(rules.REDEN_MAX_LENGTH),
        ],
        description=_l("Iedereen kan dit lezen."),
    )


class ToelichtingForm(VersieForm):
    """What is told above the items of a year."""

    toelichting = TextAreaField(_l("Toelichting"), [_at_most(rules.TOELICHTING_MAX_LENGTH)])


class MomentForm(VersieForm):
    """The day of a moment in the P&C cycle."""

    datum = DagField(_l("Datum"), [InputRequired(_l("Vul een datum in."))])


class ResultatenForm(VersieForm):
    """What came of each item; its fields are made by `make_resultaten_form`."""

    project_ids: tuple[ProjectId, ...] = ()
    bevestig = BooleanField(_l("Ja, sluit dit jaar nu al af"))

    def uitslagen(self) -> dict[ProjectId, Uitslag]:
        """Return what was filled in; a year counts only for what is moved."""
        return {project_id: self._uitslag(project_id) for project_id in self.project_ids}

    def _uitslag(self, project_id: ProjectId) -> Uitslag:
        chosen = self.text(f"resultaat_{project_id}")
        resultaat = Resultaat(chosen) if chosen else None
        moved = resultaat is Resultaat.DOORGESCHOVEN
        naar = int(self.text(f"naar_{project_id}")) if moved else None
        return Uitslag(resultaat, naar, self.text(f"uitleg_{project_id}"))


def make_resultaten_form(
    regels: Iterable[Regel], jaar: int, proposals: Mapping[ProjectId, Uitslag], versie: int
) -> ResultatenForm:
    """Return a form with three fields for each item, filled with what is known or proposed."""
    years = {str(found): str(found) for found in rules_resultaten.later_years(jaar)}
    results = {"": _("Kies")} | {one.value: naam(one) for one in Resultaat}
    fields: dict[str, Any] = {}
    values: dict[str, Any] = {"versie": str(versie)}
    ids = []
    for regel in regels:
        number = regel.item.project_id
        known = regel.uitslag
        found = known if known and known.resultaat else proposals.get(number, Uitslag(None))
        fields[f"resultaat_{number}"] = SelectField(_l("Wat kwam ervan?"), choices=results)
        fields[f"naar_{number}"] = SelectField(_l("Naar welk jaar?"), choices=years)
        fields[f"uitleg_{number}"] = StringField(
            _l("Toelichting"), [_at_most(rules_resultaten.UITLEG_MAX_LENGTH)]
        )
        values[f"resultaat_{number}"] = found.resultaat.value if found.resultaat else ""
        values[f"naar_{number}"] = str(found.naar_jaar or jaar + 1)
        values[f"uitleg_{number}"] = known.toelichting if known else ""
        ids.append(number)
    made = type("ResultatenVanJaar", (ResultatenForm,), fields)
    form: ResultatenForm = made(data=values)
    form.project_ids = tuple(ids)
    return form


class DoorrolForm(Form):
    """What to do with each unfinished item; its fields are made by `make_doorrol_form`."""

    gezien = HiddenField()
    project_ids: tuple[ProjectId, ...] = ()

    def keuzes(self) -> dict[ProjectId, Keuze]:
        """Return what was chosen for each item."""
        return {
            number: Keuze(DoorrolKeuze(self.text(f"keuze_{number}")), self.text(f"reden_{number}"))
            for number in self.project_ids
        }


def make_doorrol_form(voorstel: Doorrolvoorstel) -> DoorrolForm:
    """Return a form with a choice and a reason for each unfinished item."""
    choices = [choice(one.value, naam(one)) for one in DoorrolKeuze]
    fields: dict[str, Any] = {}
    values: dict[str, Any] = {"gezien": voorstel.gezien}
    ids = []
    for _omtrek, items in voorstel.items:
        for item in items:
            number = item.project_id
            fields[f"keuze_{number}"] = RadioField(_l("Wat gebeurt ermee?"), choices=choices)
            fields[f"reden_{number}"] = StringField(
                _l("Reden"), [_at_most(rules_doorrollen.REDEN_MAX_LENGTH)]
            )
            values[f"keuze_{number}"] = DoorrolKeuze.VERLENGEN.value
            ids.append(number)
    form: DoorrolForm = type("DoorrolVanJaar", (DoorrolForm,), fields)(data=values)
    form.project_ids = tuple(ids)
    return form
