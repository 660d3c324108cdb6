"""The form in which a partner says what an item of its own is about."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, HiddenField, StringField, TextAreaField
from wtforms.validators import ValidationError

from participatie.core.fields import Filled
from participatie.core.fields_keuze import (
    Dag,
    DayFilled,
    at_most,
    keuzelijst,
    keuzerondjes,
)
from participatie.opgaven.rules import DOMEIN_NAMEN
from participatie.opgaven.types import Domein
from participatie.programmas import rules
from participatie.programmas.errors import WaardeError
from participatie.programmas.panels_plek import VELDEN as PLEKVELDEN
from participatie.programmas.panels_plek import PlekDeel
from participatie.programmas.rules_waarden import DATUM_FORMATEN, parse_datum, sentence
from participatie.programmas.types import (
    Fase,
    Geldbron,
    Participatieniveau,
    ProjectGegevens,
    ProjectSoort,
    Thema,
)

EMAIL = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+")
FORMATEN = ("%d-%m-%Y", *DATUM_FORMATEN)  # the first is shown as an example
TEKSTEN = (
    "titel",
    "omschrijving",
    "contact_naam",
    "participatie_toelichting",
)


class DagField(Dag):
    """A day of the programme."""

    def read(self, text: str) -> date:
        """Read 2027-03-31, 31-03-2027 or 31/03/2027."""
        try:
            return parse_datum(text, FORMATEN, eind=self.name == "eind")
        except WaardeError as error:
            raise ValueError(sentence(str(error))) from error


def _niveau_choices() -> dict[str, str]:
    return {niveau.value: _(uitleg) for niveau, uitleg in rules.NIVEAU_VOOR_REDACTIE.items()}


class VoorstelForm(PlekDeel):
    """Everything a partner may say."""

    jaren: Sequence[int] = ()

    versie = HiddenField()
    sleutel = HiddenField()
    titel = StringField(
        _l("Titel"), [Filled(_l("Vul een titel in.")), at_most(rules.TITEL_MAX_LENGTH)]
    )
    omschrijving = TextAreaField(_l("Omschrijving"), [at_most(rules.OMSCHRIJVING_MAX_LENGTH)])
    soort = keuzelijst(_l("Soort"), rules.SOORT_NAMEN, ask=_l("Kies een soort."))
    domein = keuzelijst(_l("Domein"), DOMEIN_NAMEN, ask=_l("Kies een domein."))
    thema = keuzelijst(_l("Thema"), rules.THEMA_NAMEN, empty=_l("Geen thema"))
    participatieniveau = keuzerondjes(
        _l("Wat kunnen bewoners nog beïnvloeden?"),
        _niveau_choices,
        ask=_l("Kies hoeveel bewoners nog kunnen beïnvloeden."),
    )
    participatie_toelichting = TextAreaField(
        _l("Toelichting op de invloed"),
        [
            Filled(_l("Leg uit waarom bewoners deze invloed hebben.")),
            at_most(rules.TOELICHTING_MAX_LENGTH),
        ],
        description=_l("Bijvoorbeeld: huurders kiezen samen de volgorde van de blokken."),
    )
    fase = keuzelijst(_l("Fase"), rules.FASE_NAMEN, ask=_l("Kies een fase."))
    start = DagField(
        _l("Startdatum"), [DayFilled(_l("Vul in wanneer het begint, bijvoorbeeld 31-03-2027."))]
    )
    eind = DagField(
        _l("Einddatum"), [DayFilled(_l("Vul in wanneer het klaar is, bijvoorbeeld 31-12-2027."))]
    )
    contact_naam = StringField(
        _l("Contact voor vragen"),
        [Filled(_l("Vul in wie vragen beantwoordt.")), at_most(rules.NAAM_MAX_LENGTH)],
        description=_l("Liever de naam van een team dan van een persoon: iedereen kan dit lezen."),
    )
    contact_email = StringField(_l("E-mail voor vragen"), [at_most(254)])

    def __iter__(self) -> Iterator[Field]:
        """Yield the fields in the order of the page, so that mistakes are listed so too."""
        fields = list(super().__iter__())
        place = [field for field in fields if field.name in PLEKVELDEN]
        for field in fields:
            if field not in place:
                yield field
            if field.name == "eind":
                yield from place

    def validate_eind(self, field: Field) -> None:
        """Refuse an end before the start."""
        if field.data and self.start.data and field.data < self.start.data:
            raise ValidationError(_("Het is klaar voordat het begint. Pas een datum aan."))

    def validate_contact_email(self, field: Field) -> None:
        """Refuse what is not an address."""
        if field.data and not EMAIL.fullmatch(field.data):
            raise ValidationError(_("Dit is geen e-mailadres. Schrijf het zoals naam@haarlem.nl."))

    def validate(self, extra_validators: Any = None) -> bool:  # noqa: ANN401  # as WTForms has it
        """Tell whether everything can be used, also what one field found out about another."""
        return bool(super().validate(extra_validators)) and not self.errors

    @property
    def seen(self) -> int:
        """Return the version that was looked at; none when that cannot be read."""
        text = self.text("versie")
        return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else -1

    def gegevens(self, before: ProjectGegevens | None, trekker: str) -> ProjectGegevens:
        """Return what was filled in, on top of what was said before."""
        amounts = {(jaar, Geldbron.DERDEN): self[bedrag_naam(jaar)].data for jaar in self.jaren}
        thema = self.thema.data
        said: dict[str, Any] = {
            **{name: self.text(name).strip() for name in TEKSTEN},
            "soort": ProjectSoort(self.soort.data),
            "domein": Domein(self.domein.data),
            "thema": Thema(thema) if thema else None,
            "fase": Fase(self.fase.data),
            "start": self.start.day,
            "eind": self.eind.day,
            "contact_email": self.text("contact_email").strip() or None,
            "participatieniveau": Participatieniveau(self.participatieniveau.data),
            **self.plek_gegevens(),
            "bedragen": {key: cents for key, cents in amounts.items() if cents},
        }
        if before is not None:
            return replace(before, **said)
        return ProjectGegevens(trekker=trekker, **said)


def bedrag_naam(jaar: int) -> str:
    """Return the name of the field with the money of a year."""
    return f"bedrag_{jaar}"
