"""The part of the form for a project that says when: its phase, its planning, its milestones."""

from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field
from wtforms.validators import ValidationError

from participatie.core import clock
from participatie.core.fields_keuze import DayFilled, keuzelijst, refuse
from participatie.core.webforms import Form
from participatie.programmas import rules
from participatie.programmas.forms_velden import DagField
from participatie.programmas.rules_planning import (
    FASERING_FASEN,
    MIJLPALEN_MAX,
    check_begin,
    check_fasering,
    in_order,
    sort_mijlpalen,
)
from participatie.programmas.types import Fase, Fasering, Mijlpaal


class PlanningDeel(Form):
    """When. The milestones are rows: fields that are made for as many as there are."""

    aantal_mijlpaal: int = 0

    fase = keuzelijst(_l("Fase"), rules.FASE_NAMEN, ask=_l("Kies een fase."))
    start = DagField(
        _l("Begint op"), [DayFilled(_l("Vul in wanneer het begint, bijvoorbeeld 31-03-2027."))]
    )
    eind = DagField(
        _l("Klaar op"), [DayFilled(_l("Vul in wanneer het klaar is, bijvoorbeeld 31-12-2027."))]
    )
    fasering_idee_start = DagField(_l("Het idee: van"))
    fasering_idee_eind = DagField(_l("Het idee: tot en met"))
    fasering_voorbereiding_start = DagField(_l("De voorbereiding: van"))
    fasering_voorbereiding_eind = DagField(_l("De voorbereiding: tot en met"))
    fasering_uitvoering_start = DagField(_l("De uitvoering: van"))
    fasering_uitvoering_eind = DagField(_l("De uitvoering: tot en met"))

    def validate_eind(self, field: Field) -> None:
        """Refuse an end before the start."""
        if field.data and self.start.data and field.data < self.start.data:
            raise ValidationError(_("Het project is klaar voordat het begint. Pas een datum aan."))

    @property
    def fasevelden(self) -> list[tuple[Fase, Field, Field]]:
        """Return the phases that can be planned, each with its two days."""
        return [
            (fase, self[f"fasering_{fase.value}_start"], self[f"fasering_{fase.value}_eind"])
            for fase in FASERING_FASEN
        ]

    @property
    def mijlpaalvelden(self) -> list[tuple[Field, Field, Field]]:
        """Return the rows of milestones: title, day, and whether it was reached."""
        return [
            (
                self[f"mijlpaal_{number}_titel"],
                self[f"mijlpaal_{number}_datum"],
                self[f"mijlpaal_{number}_gehaald"],
            )
            for number in range(self.aantal_mijlpaal)
        ]

    def check_planning(self) -> None:
        """Tell what is wrong with the phases together, and with rows that are half filled in."""
        self._check_pairs()
        self._check_mijlpalen()
        if self.start.data is None or self.eind.data is None or not self.fase.data:
            return
        if self.fase.errors or self.eind.errors:
            return
        self._check_begin(Fase(self.fase.data), self.start.day)
        for fout in check_fasering(
            self._fasering(),
            fase=Fase(self.fase.data),
            start=self.start.day,
            eind=self.eind.day,
            vandaag=clock.today(),
        ):
            which = "eind" if fout.is_eind else "start"
            refuse(self[f"fasering_{fout.fase.value}_{which}"], fout.message)

    def _check_begin(self, fase: Fase, start: date) -> None:
        fout = check_begin(fase=fase, start=start, vandaag=clock.today())
        if fout is not None and not self.start.errors:
            refuse(self.start, fout)

    def _check_pairs(self) -> None:
        for _fase, first, last in self.fasevelden:
            for field, other in ((first, last), (last, first)):
                if field.data is None and other.data is not None and not field.errors:
                    refuse(field, _("Vul bij “%(veld)s” een datum in.", veld=field.label.text))

    def _check_mijlpalen(self) -> None:
        filled = 0
        for titel, datum, gehaald in self.mijlpaalvelden:
            has_titel = bool((titel.data or "").strip())
            filled += has_titel
            if has_titel and datum.data is None and not datum.errors:
                refuse(datum, _("Vul in wanneer deze mijlpaal is, bijvoorbeeld 31-03-2027."))
            if not has_titel and (datum.data or gehaald.data):
                refuse(titel, _("Vul in wat er dan klaar is, of haal deze regel weg."))
            if has_titel and gehaald.data and datum.data and datum.data > clock.today():
                refuse(datum, _("Deze dag moet nog komen: de mijlpaal is nog niet gehaald."))
        if filled > MIJLPALEN_MAX:
            refuse(
                self.mijlpaalvelden[0][0],
                _("Zet er hoogstens %(max)d mijlpalen in.", max=MIJLPALEN_MAX),
            )

    def _fasering(self) -> tuple[Fasering, ...]:
        return in_order(
            Fasering(fase, first.data, last.data)
            for fase, first, last in self.fasevelden
            if first.data and last.data
        )

    def planning_gegevens(self) -> dict[str, Any]:
        """Return what was filled in here."""
        rows = [
            Mijlpaal(titel.data.strip(), datum.data, bool(gehaald.data))
            for titel, datum, gehaald in self.mijlpaalvelden
            if (titel.data or "").strip() and datum.data
        ]
        return {
            "fase": Fase(self.fase.data),
            "start": self.start.day,
            "eind": self.eind.day,
            "fasering": self._fasering(),
            "mijlpalen": sort_mijlpalen(rows),
        }
