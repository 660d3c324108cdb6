"""The form of the third step: one question for each thing already planned or proposed."""

from collections.abc import Mapping, Sequence

from flask_babel import lazy_gettext as _l
from wtforms import RadioField
from wtforms.validators import AnyOf

from participatie.core.fields import choice
from participatie.initiatieven.forms_stap import StapForm
from participatie.initiatieven.types import BekendItem
from participatie.inzendingen.rules import BEKEND_NAMEN
from participatie.inzendingen.types import BekendKeuze

PREFIXES = ("project_", "inzending_")


class BekendForm(StapForm):
    """May be skipped: no question has to be answered."""

    items: Sequence[BekendItem] = ()

    def answers(self) -> Mapping[str, BekendKeuze]:
        """Return what was chosen, by the key of the item."""
        found = {item.sleutel: self[item.sleutel].data for item in self.items}
        return {sleutel: BekendKeuze(keuze) for sleutel, keuze in found.items() if keuze}


def make_bekend_form(items: Sequence[BekendItem], given: Mapping[str, BekendKeuze]) -> BekendForm:
    """Return the form with a question for each item, and what was answered before."""
    fields = {
        item.sleutel: RadioField(
            _l("Wat doet u met uw idee bij “%(titel)s”?", titel=item.titel),
            choices=[choice(str(keuze), naam) for keuze, naam in BEKEND_NAMEN.items()],
            default=given.get(item.sleutel),
            validate_choice=False,
            validators=[
                AnyOf([None, "", *map(str, BekendKeuze)], message=_l("Kies een van de drie."))
            ],
        )
        for item in items
    }
    made: BekendForm = type("BekendForm", (BekendForm,), {**fields, "items": items})()
    return made


def names_something_else(posted: Sequence[str], items: Sequence[BekendItem]) -> bool:
    """Tell whether an answer is about something that is not (or no longer) in the list."""
    known = {item.sleutel for item in items}
    return any(name.startswith(PREFIXES) and name not in known for name in posted)
