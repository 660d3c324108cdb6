"""Forms with which beheer keeps the afwegingskader, the texts, the departments and the terms."""

import re

from flask_babel import lazy_gettext as _l
from wtforms import (
    EmailField,
    HiddenField,
    IntegerField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Regexp
from wtforms.widgets import CheckboxInput, ListWidget

from participatie.core.fields import Filled, choice
from participatie.core.fields_keuze import Chosen, KnownOrEmpty, at_most, keuzelijst
from participatie.core.webforms import Form
from participatie.inzendingen.types import InzendingSoort
from participatie.moderation import rules_kader, rules_teksten, rules_verdeling
from participatie.moderation.rules_woorden import UITKOMST_NAMEN
from participatie.moderation.types import Uitkomst
from participatie.programmas.rules import THEMA_NAMEN
from participatie.programmas.types import Thema

EMAIL_MAX_LENGTH = 254


class KaderForm(Form):
    """A point of the afwegingskader."""

    versie = HiddenField()
    naam = StringField(
        _l("Naam"), [Filled(_l("Vul een naam in.")), at_most(rules_kader.NAAM_MAX_LENGTH)]
    )
    uitleg = TextAreaField(
        _l("Uitleg"),
        [Filled(_l("Leg uit wat dit betekent.")), at_most(rules_kader.UITLEG_MAX_LENGTH)],
        description=_l("Bewoners lezen dit. Schrijf het in gewone woorden."),
    )

    @property
    def seen(self) -> int:
        """Return the version that was looked at; none when that cannot be read."""
        text = self.text("versie")
        return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else -1


class GrondForm(KaderForm):
    """A ground, with the outcomes it can carry."""

    uitkomsten = SelectMultipleField(
        _l("Bij welk besluit hoort deze grond?"),
        choices=[choice(one.value, UITKOMST_NAMEN[one]) for one in Uitkomst],
        option_widget=CheckboxInput(),
        widget=ListWidget(prefix_label=False),
        validate_choice=False,
    )

    @property
    def chosen(self) -> list[Uitkomst]:
        """Return the outcomes that were ticked."""
        return [one for one in Uitkomst if one.value in (self.uitkomsten.data or ())]


class TekstForm(Form):
    """A text to start a reason with."""

    versie = HiddenField()
    uitkomst = keuzelijst(_l("Besluit"), UITKOMST_NAMEN, ask=_l("Kies een besluit."))
    grond = SelectField(_l("Grond"), [Chosen(_l("Kies een grond."))], validate_choice=False)
    thema = keuzelijst(_l("Onderwerp"), THEMA_NAMEN, empty=_l("Alle onderwerpen"))
    tekst = TextAreaField(
        _l("Tekst"),
        [Filled(_l("Schrijf een tekst.")), at_most(rules_teksten.TEKST_MAX_LENGTH)],
        description=_l(
            "U kunt deze woorden laten invullen: {titel}, {kenmerk} en {gebied}. "
            "Eindigt de tekst op een dubbele punt, dan moet uw collega hem afmaken."
        ),
    )

    @property
    def seen(self) -> int:
        """Return the version that was looked at."""
        text = self.text("versie")
        return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else -1

    @property
    def chosen_thema(self) -> Thema | None:
        """Return the thema when one was chosen."""
        return Thema(self.thema.data) if self.thema.data else None


class TermijnForm(Form):
    """Within how many days a kind is answered."""

    soort = SelectField(
        _l("Soort"),
        [Chosen(_l("Kies een soort."))],
        choices=[choice(one.value, one.value.capitalize()) for one in InzendingSoort],
        validate_choice=False,
    )
    dagen = IntegerField(_l("Aantal dagen"), [InputRequired(_l("Vul een aantal dagen in."))])


class VormForm(Form):
    """In which gebied the gemeente looks afterwards."""

    gebied = SelectField(_l("Gebied"), [Chosen(_l("Kies een gebied."))], validate_choice=False)


class AfdelingForm(Form):
    """A department."""

    naam = StringField(
        _l("Naam van de afdeling"),
        [Filled(_l("Vul een naam in.")), at_most(rules_verdeling.AFDELING_MAX_LENGTH)],
    )
    email = EmailField(
        _l("E-mailadres van de afdeling"),
        [
            Filled(_l("Vul een e-mailadres in.")),
            at_most(EMAIL_MAX_LENGTH),
            Regexp(
                r"\s*[^@\s]+@[^@\s]+\.[^@\s]+\s*$",
                message=_l("Vul een e-mailadres in, zoals naam@haarlem.nl."),
            ),
        ],
        description=_l("Een postbus van de afdeling, niet van een persoon."),
    )


class RegelForm(Form):
    """Who gets what arrives."""

    gebied = SelectField(_l("Gebied"), [KnownOrEmpty()], validate_choice=False)
    thema = keuzelijst(_l("Onderwerp"), THEMA_NAMEN, empty=_l("Alle onderwerpen"))
    naar = SelectField(
        _l("Naar wie?"),
        [Chosen(_l("Kies een afdeling of een collega."))],
        validate_choice=False,
    )

    @property
    def chosen_thema(self) -> Thema | None:
        """Return the thema when one was chosen."""
        return Thema(self.thema.data) if self.thema.data else None
