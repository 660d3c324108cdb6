"""A field for a longitude or a latitude."""

import math
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import Field
from wtforms.widgets import TextInput

from participatie.core.tekst import without_control_characters

DEGREES = 180


class DegreeField(Field):
    """A longitude or latitude, with a point or a comma."""

    widget = TextInput()
    data: float | None

    def _value(self) -> str:
        if self.raw_data:
            return without_control_characters(str(self.raw_data[0]))
        return "" if self.data is None else f"{self.data:.6f}"

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read a number of degrees."""
        written = str(valuelist[0]).strip().replace(",", ".") if valuelist else ""
        self.data = None
        if not written:
            return
        try:
            number = float(written)
        except ValueError:
            number = math.nan
        if not abs(number) <= DEGREES:
            name = str(self.label.text).lower()
            raise ValueError(str(_l("Schrijf de %(naam)s als een getal.", naam=name)))
        self.data = number
