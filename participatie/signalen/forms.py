"""What an official fills in about a signal."""

import re

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, TextAreaField

from participatie.core.fields_keuze import at_most, keuzerondjes
from participatie.core.namen import naam
from participatie.core.webforms import Form
from participatie.signalen.rules import NOTITIE_MAX_LENGTH, TRANSITIONS
from participatie.signalen.types import SignaalStatus


class VersieForm(Form):
    """What every form about a signal carries: the version someone looked at."""

    versie = HiddenField()

    @property
    def seen(self) -> int:
        """Return the version someone looked at; none when that cannot be read."""
        text = self.text("versie")
        return int(text) if re.fullmatch(r"[0-9]{1,9}", text, re.ASCII) else -1


def _choices() -> dict[str, str]:
    return {
        status.value: naam(status) for status in SignaalStatus if status is not SignaalStatus.NIEUW
    }


class BehandelForm(VersieForm):
    """What was done with a signal."""

    status = keuzerondjes(
        _l("Wat heeft u gedaan?"), _choices, ask=_l("Kies wat u met dit signaal heeft gedaan.")
    )
    notitie = TextAreaField(
        _l("Notitie"),
        [at_most(NOTITIE_MAX_LENGTH)],
        description=_l("Alleen voor collega's. Pakt u het op, schrijf dan wat er gebeurt."),
    )

    @property
    def chosen(self) -> SignaalStatus:
        """Return what was chosen."""
        return SignaalStatus(self.text("status"))


def can_be_handled(status: SignaalStatus) -> bool:
    """Tell whether there is something left to do."""
    return SignaalStatus.OPGEPAKT in TRANSITIONS[status]
