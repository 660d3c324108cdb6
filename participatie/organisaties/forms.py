"""Forms with which organisaties are kept."""

import re

from flask_babel import lazy_gettext as _l
from wtforms import EmailField, HiddenField, StringField, TextAreaField

from participatie.core.fields import Filled
from participatie.core.fields_keuze import at_most, keuzelijst
from participatie.core.webforms import Form
from participatie.organisaties import rules
from participatie.organisaties.types import OrganisatieGegevens, OrganisatieSoort

EMAIL_MAX_LENGTH = 254


class OrganisatieForm(Form):
    """What an organisatie says of itself."""

    versie = HiddenField()
    naam = StringField(
        _l("Naam"), [Filled(_l("Vul een naam in.")), at_most(rules.NAAM_MAX_LENGTH)]
    )
    soort = keuzelijst(_l("Soort"), rules.SOORT_NAMEN, ask=_l("Kies een soort."))
    omschrijving = TextAreaField(
        _l("Wat doet deze organisatie in de stad?"), [at_most(rules.OMSCHRIJVING_MAX_LENGTH)]
    )
    website = StringField(
        _l("Webadres"),
        [at_most(rules.WEBSITE_MAX_LENGTH)],
        description=_l("Bijvoorbeeld https://www.voorbeeld.nl"),
    )

    @property
    def seen(self) -> int:
        """Return the version that was looked at; none when that cannot be read."""
        text = self.text("versie")
        return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else -1

    def gegevens(self) -> OrganisatieGegevens:
        """Return what was filled in."""
        return OrganisatieGegevens(
            naam=" ".join(self.text("naam").split()),
            soort=OrganisatieSoort(self.soort.data),
            omschrijving=self.text("omschrijving").strip(),
            website=self.text("website").strip() or None,
        )


class LidForm(Form):
    """Who joins."""

    email = EmailField(
        _l("E-mailadres"),
        [Filled(_l("Vul het e-mailadres van de persoon in.")), at_most(EMAIL_MAX_LENGTH)],
        description=_l("Het adres waarmee deze persoon hier inlogt."),
    )
