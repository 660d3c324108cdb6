"""The parts of the form for a project that say what it is, who does it and how it is paid."""

import re
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, SelectField, StringField, TextAreaField
from wtforms.validators import ValidationError

from participatie.core.fields import Filled
from participatie.core.fields_keuze import KnownOrEmpty, at_most, keuzelijst, keuzerondjes
from participatie.core.webforms import Form
from participatie.opgaven.rules import DOMEIN_NAMEN
from participatie.opgaven.types import DoelId, Domein
from participatie.organisaties.types import OrganisatieId
from participatie.programmas import rules
from participatie.programmas.types import Participatieniveau, ProjectSoort, Thema

EMAIL = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+")
BEGROTING = re.compile(r"[0-9]{1,2}(\.[0-9]{1,2}){0,2}")
GEMEENTE = ""


def _niveau_choices() -> dict[str, str]:
    return {niveau.value: _(uitleg) for niveau, uitleg in rules.NIVEAU_VOOR_REDACTIE.items()}


class WatDeel(Form):
    """What happens, which goal it serves, and how far residents can influence it."""

    titel = StringField(
        _l("Titel"), [Filled(_l("Vul een titel in.")), at_most(rules.TITEL_MAX_LENGTH)]
    )
    omschrijving = TextAreaField(
        _l("Wat gaat er gebeuren?"), [at_most(rules.OMSCHRIJVING_MAX_LENGTH)]
    )
    soort = keuzelijst(_l("Soort"), rules.SOORT_NAMEN, ask=_l("Kies een soort."))
    domein = keuzelijst(_l("Domein"), DOMEIN_NAMEN, ask=_l("Kies een domein."))
    thema = keuzelijst(_l("Thema"), rules.THEMA_NAMEN, empty=_l("Geen thema"))
    doel = SelectField(
        _l("Aan welk doel werkt het?"),
        [KnownOrEmpty()],
        validate_choice=False,
        description=_l("De doelen komen uit de gebiedsopgaven."),
    )
    participatieniveau = keuzerondjes(
        _l("Wat kunnen bewoners nog beïnvloeden?"),
        _niveau_choices,
        ask=_l("Kies hoeveel bewoners nog kunnen beïnvloeden."),
    )
    participatie_toelichting = TextAreaField(
        _l("Waarom?"),
        [
            Filled(_l("Leg uit waarom bewoners deze invloed hebben.")),
            at_most(rules.TOELICHTING_MAX_LENGTH),
        ],
        description=_l("Bijvoorbeeld: er zijn twee ontwerpen en u kiest mee."),
    )

    def wat_gegevens(self) -> dict[str, Any]:
        """Return what was filled in here."""
        thema, doel = self.thema.data, self.text("doel")
        return {
            "titel": self.text("titel").strip(),
            "omschrijving": self.text("omschrijving").strip(),
            "soort": ProjectSoort(self.soort.data),
            "domein": Domein(self.domein.data),
            "thema": Thema(thema) if thema else None,
            "doel_id": DoelId(int(doel)) if doel else None,
            "participatieniveau": Participatieniveau(self.participatieniveau.data),
            "participatie_toelichting": self.text("participatie_toelichting").strip(),
        }


class WieDeel(Form):
    """Whose item it is, who does it, whom to ask, and where the money stands in the budget."""

    organisatie = SelectField(
        _l("Van wie is dit project?"),
        [KnownOrEmpty()],
        validate_choice=False,
        description=_l("Kies een partner als die het project zelf bijhoudt."),
    )
    trekker = StringField(
        _l("Wie het doet"),
        [Filled(_l("Vul in welke afdeling of partner het doet.")), at_most(rules.NAAM_MAX_LENGTH)],
        description=_l("De afdeling of partner die het project leidt (de trekker)."),
    )
    contact_naam = StringField(
        _l("Voor vragen"),
        [Filled(_l("Vul in wie vragen beantwoordt.")), at_most(rules.NAAM_MAX_LENGTH)],
    )
    contact_email = StringField(_l("E-mail voor vragen"), [at_most(254)])
    begrotingsprogramma = StringField(
        _l("Programma in de begroting"),
        [at_most(rules.BEGROTINGSPROGRAMMA_MAX_LENGTH)],
        description=_l("Het nummer van het beleidsveld in de programmabegroting, zoals 5.1."),
    )

    def validate_contact_email(self, field: Field) -> None:
        """Refuse what is not an address."""
        if field.data and not EMAIL.fullmatch(field.data):
            raise ValidationError(_("Dit is geen e-mailadres. Schrijf het zoals naam@haarlem.nl."))

    def validate_begrotingsprogramma(self, field: Field) -> None:
        """Refuse what is not a number of the budget."""
        if field.data and not BEGROTING.fullmatch(field.data.strip()):
            raise ValidationError(_("Schrijf alleen het nummer, bijvoorbeeld 5.1."))

    def wie_gegevens(self) -> dict[str, Any]:
        """Return what was filled in here."""
        organisatie = self.text("organisatie")
        return {
            "organisatie_id": OrganisatieId(int(organisatie)) if organisatie else None,
            "trekker": self.text("trekker").strip(),
            "contact_naam": self.text("contact_naam").strip(),
            "contact_email": self.text("contact_email").strip() or None,
            "begrotingsprogramma": self.text("begrotingsprogramma").strip(),
        }
