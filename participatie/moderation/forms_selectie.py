"""Forms about who handles something, when it is answered, and many at once."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField, SelectField, SelectMultipleField, TextAreaField
from wtforms.widgets import CheckboxInput, ListWidget

from participatie.accounts.models import Gebruiker
from participatie.core.fields import choice
from participatie.core.fields_keuze import Chosen, KnownOrEmpty, at_most, refuse
from participatie.core.webforms import Form
from participatie.moderation import rules
from participatie.moderation.forms import VersieForm
from participatie.moderation.models_kader import Afwegingspunt
from participatie.moderation.models_werk import Afdeling
from participatie.moderation.rules_bulk import Opdracht
from participatie.moderation.rules_woorden import BULK_NAMEN
from participatie.moderation.types import BulkSoort, Grondwoorden

WHO_FIRST = _l("Kies een afdeling of een collega.")


def handler_choices(afdelingen: Sequence[Afdeling], collegas: Sequence[Gebruiker]) -> list[Any]:
    """Return who can be chosen, departments first."""
    return [
        choice("", _l("Kies")),
        *(choice(f"a-{one.id}", one.naam, group=_l("Afdelingen")) for one in afdelingen),
        *(choice(f"g-{one.id}", one.naam, group=_l("Collega's")) for one in collegas),
    ]


class SelectieForm(Form):
    """What to do with everything that was ticked."""

    sleutel = HiddenField()
    actie = RadioField(
        _l("Wat wilt u doen?"),
        [Chosen(_l("Kies wat u wilt doen."))],
        choices=[choice(one.value, BULK_NAMEN[one]) for one in BulkSoort],
        validate_choice=False,
    )
    grond = SelectField(_l("Waarom kan het op de site?"), [KnownOrEmpty()], validate_choice=False)
    naar = SelectField(_l("Naar wie?"), [KnownOrEmpty()], validate_choice=False)
    reden = TextAreaField(_l("Waarom?"), [at_most(rules.REDEN_MAX_LENGTH)])

    def offer(self, gronden: Sequence[Grondwoorden], handlers: list[Any]) -> None:
        """Say which grounds and people can be chosen."""
        self.grond.choices = [
            choice("", _l("Kies")),
            *(choice(one.sleutel, one.naam) for one in gronden),
        ]
        self.naar.choices = handlers

    def opdracht(self) -> Opdracht | None:
        """Return what was asked for, or None with the errors at their fields."""
        if not self.validate_on_submit():
            return None
        soort = BulkSoort(self.actie.data)
        if soort is BulkSoort.PUBLICEREN and not self.grond.data:
            refuse(self.grond, _l("Kies een grond."))
        if soort is BulkSoort.DOORZETTEN and not self.naar.data:
            refuse(self.naar, WHO_FIRST)
        needs = {
            BulkSoort.DOORZETTEN: rules.KOPPEL_REDEN_MIN_LENGTH,
            BulkSoort.VERLENGEN: rules.REDEN_MIN_LENGTH,
        }.get(soort, 0)
        reden = self.text("reden").strip()
        if len(reden) < needs:
            refuse(self.reden, _l("Schrijf een reden van ten minste %(num)s tekens.", num=needs))
        if self.errors:
            return None
        return Opdracht(soort=soort, reden=reden, grond=self.text("grond"), naar=self.text("naar"))


class TerugForm(Form):
    """Why what was done to many is undone."""

    reden = TextAreaField(_l("Waarom draait u dit terug?"), [at_most(rules.REDEN_MAX_LENGTH)])


class DoorzetForm(Form):
    """To whom, and why."""

    naar = SelectField(_l("Naar wie?"), [Chosen(WHO_FIRST)], validate_choice=False)
    reden = TextAreaField(_l("Waarom zet u het door?"), [at_most(rules.KOPPEL_REDEN_MAX_LENGTH)])


class VerlengForm(VersieForm):
    """Why the answer comes later."""

    reden = TextAreaField(_l("Waarom heeft u meer tijd nodig?"), [at_most(rules.REDEN_MAX_LENGTH)])


class AfwegingForm(Form):
    """Which points were looked at."""

    punten = SelectMultipleField(
        _l("Waar heeft u naar gekeken?"),
        option_widget=CheckboxInput(),
        widget=ListWidget(prefix_label=False),
        validate_choice=False,
    )

    def offer(self, punten: Sequence[Afwegingspunt]) -> None:
        """Say which points count now."""
        self.punten.choices = [choice(one.sleutel, f"{one.naam}. {one.uitleg}") for one in punten]
