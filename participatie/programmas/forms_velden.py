"""Fields of the form for a project: days and money, with messages in plain Dutch."""

from datetime import date
from typing import Any

from flask_babel import gettext as _

from participatie.core.fields import EuroField
from participatie.core.fields_keuze import Dag
from participatie.programmas.errors import WaardeError
from participatie.programmas.rules_waarden import (
    DATUM_FORMATEN,
    parse_bedrag,
    parse_datum,
    sentence,
)

FORMATEN = ("%d-%m-%Y", *DATUM_FORMATEN)  # the first is shown as an example


class DagField(Dag):
    """A day, from a date picker or typed."""

    def read(self, text: str) -> date:
        """Read 2027-03-31, 31-03-2027 or 31/03/2027."""
        try:
            return parse_datum(text, FORMATEN, eind=self.name.endswith("eind"))
        except WaardeError as error:
            raise ValueError(sentence(str(error))) from error


class BedragField(EuroField):
    """An amount of the programme: as high as a bridge costs."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read "1.250.000,50" as 125000050 cents."""
        try:
            self.data = parse_bedrag(valuelist[0] if valuelist else None)
        except WaardeError as error:
            raise ValueError(_("%(veld)s: %(fout)s", veld=self.label.text, fout=error)) from error
