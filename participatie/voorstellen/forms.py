"""Forms with which a programmaredacteur answers partners."""

import re
from collections.abc import Collection, Sequence

from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import HiddenField, TextAreaField

from participatie.core.fields_keuze import at_most
from participatie.core.webforms import Form
from participatie.voorstellen.rules import REDEN_MAX_LENGTH

NUMMER = re.compile(r"[0-9]{1,9}")
REGISTER, PARTNER = "register", "partner"


def read_number(text: str) -> int:
    """Return a number of a hidden field; -1 when it cannot be read."""
    return int(text) if NUMMER.fullmatch(text) else -1


class BesluitForm(Form):
    """Answer a voorstel. The reason is only for giving it back."""

    versie = HiddenField()
    project_versie = HiddenField()
    reden = TextAreaField(
        _l("Wat moet de partner veranderen?"),
        [at_most(REDEN_MAX_LENGTH)],
        description=_l("De partner leest dit in een e-mail."),
    )

    @property
    def seen(self) -> int:
        """Return the version of the voorstel that was looked at."""
        return read_number(self.text("versie"))

    @property
    def project_seen(self) -> int | None:
        """Return the version of the project that was looked at; nothing for a new item."""
        text = self.text("project_versie")
        return read_number(text) if text else None


def read_keuzes(form: MultiDict[str, str], botst: Sequence[str]) -> Collection[str] | None:
    """Return of which clashing fields the register keeps its own; None when one is not chosen."""
    chosen = {veld: form.get(f"kies-{veld}", "") for veld in botst}
    if any(value not in {REGISTER, PARTNER} for value in chosen.values()):
        return None
    return [veld for veld, value in chosen.items() if value == REGISTER]


def read_ids(values: Sequence[str]) -> frozenset[tuple[int, int]]:
    """Return the voorstellen that were ticked, each with its version: `12-3`."""
    found = (value.partition("-") for value in values)
    return frozenset(
        (int(number), int(versie))
        for number, _dash, versie in found
        if NUMMER.fullmatch(number) and NUMMER.fullmatch(versie)
    )
