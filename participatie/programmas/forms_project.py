"""The form of the programmaredacteur for a project."""

import re
import secrets
from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, HiddenField, SelectField, StringField, TextAreaField
from wtforms.validators import Length, ValidationError

from participatie.core.access import current_person
from participatie.core.fields import Filled
from participatie.core.geometry import Geometry, GeometryError, parse_geometry
from participatie.core.namen import naam
from participatie.core.permissions import Permission
from participatie.core.webforms import Form
from participatie.gebieden.queries import get_boom
from participatie.gebieden.types import GebiedId
from participatie.programmas import rules
from participatie.programmas.errors import WaardeError
from participatie.programmas.forms_velden import (
    DagField,
    DayFilled,
    KnownOrEmpty,
    keuzelijst,
    keuzerondjes,
)
from participatie.programmas.services_import import GebiedenInGeheugen
from participatie.programmas.types import (
    Domein,
    Fase,
    Geldbron,
    Participatieniveau,
    ProjectGegevens,
    ProjectSoort,
    Thema,
)

EMAIL = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+")
HEEL, PUNT, VORM = "heel", "punt", "vorm"
TEKSTEN = (
    "titel",
    "omschrijving",
    "plek_omschrijving",
    "trekker",
    "contact_naam",
    "participatie_toelichting",
)


def _most(length: int) -> Length:
    return Length(max=length, message=_l("Maak de tekst korter: hoogstens %(max)d tekens."))


def _niveau_choices() -> dict[str, str]:
    return {
        niveau.value: f"{naam(niveau)}. {_(uitleg)}"
        for niveau, uitleg in rules.NIVEAU_UITLEG.items()
    }


class ProjectForm(Form):
    """Everything of a project. `gebieden` and `geometrie` hold what the checks found."""

    jaren: Sequence[int] = ()
    gebied_ids: frozenset[GebiedId] = frozenset()
    geometrie: Geometry | None = None
    getekend: Geometry | None = None

    versie = HiddenField()
    sleutel = HiddenField(default=lambda: secrets.token_hex(16))
    titel = StringField(
        _l("Titel"), [Filled(_l("Vul een titel in.")), _most(rules.TITEL_MAX_LENGTH)]
    )
    omschrijving = TextAreaField(
        _l("Wat gaat er gebeuren?"), [_most(rules.OMSCHRIJVING_MAX_LENGTH)]
    )
    soort = keuzelijst(_l("Soort"), rules.SOORT_NAMEN)
    domein = keuzelijst(_l("Domein"), rules.DOMEIN_NAMEN)
    thema = keuzelijst(_l("Thema"), rules.THEMA_NAMEN, empty=_l("Geen thema"))
    participatieniveau = keuzerondjes(_l("Wat kunnen bewoners nog beïnvloeden?"), _niveau_choices)
    participatie_toelichting = TextAreaField(
        _l("Waarom?"),
        [
            Filled(_l("Leg uit waarom bewoners deze invloed hebben.")),
            _most(rules.TOELICHTING_MAX_LENGTH),
        ],
        description=_l("Bijvoorbeeld: er zijn twee ontwerpen en u kiest mee."),
    )
    fase = keuzelijst(_l("Fase"), rules.FASE_NAMEN)
    start = DagField(_l("Begint op"), [DayFilled()])
    eind = DagField(_l("Klaar op"), [DayFilled()])
    plek = keuzerondjes(_l("Waar is het?"))
    gebied = SelectField(_l("Gebied"), [KnownOrEmpty()], validate_choice=False)
    meer_gebieden = TextAreaField(
        _l("Nog meer gebieden"),
        [_most(2_000)],
        description=_l("Zet elk gebied op een eigen regel: de naam of de code."),
    )
    lat = StringField(
        _l("Breedtegraad van het punt"), [_most(20)], description=_l("Bijvoorbeeld 52,3812")
    )
    lon = StringField(
        _l("Lengtegraad van het punt"), [_most(20)], description=_l("Bijvoorbeeld 4,6366")
    )
    plek_omschrijving = StringField(
        _l("De plek in woorden"),
        [_most(rules.PLEK_MAX_LENGTH)],
        description=_l("Bijvoorbeeld: Leidsestraat tussen de Brouwersvaart en de Westergracht"),
    )
    trekker = StringField(
        _l("Wie het doet"),
        [Filled(_l("Vul in welke afdeling of partner het doet.")), _most(rules.NAAM_MAX_LENGTH)],
    )
    contact_naam = StringField(
        _l("Voor vragen"),
        [Filled(_l("Vul in wie vragen beantwoordt.")), _most(rules.NAAM_MAX_LENGTH)],
    )
    contact_email = StringField(_l("E-mail voor vragen"), [_most(254)])

    def validate_sleutel(self, field: Field) -> None:
        """Refuse a key that this form did not make."""
        if not re.fullmatch("[0-9a-f]{32}", field.data or ""):
            raise ValidationError(_("Open dit formulier opnieuw."))

    def validate_eind(self, field: Field) -> None:
        """Refuse an end before the start."""
        if field.data and self.start.data and field.data < self.start.data:
            raise ValidationError(_("Het project is klaar voordat het begint. Pas een datum aan."))

    def validate_contact_email(self, field: Field) -> None:
        """Refuse what is not an address."""
        if field.data and not EMAIL.fullmatch(field.data):
            raise ValidationError(_("Dit is geen e-mailadres. Schrijf het zoals naam@haarlem.nl."))

    def validate_lat(self, field: Field) -> None:
        """Read the place: a point in the city, what was drawn, or nothing."""
        self.geometrie = self.getekend if self.plek.data == VORM else None
        if self.plek.data != PUNT:
            return
        try:
            numbers = [float((text.data or "").replace(",", ".")) for text in (self.lon, field)]
            self.geometrie = parse_geometry({"type": "Point", "coordinates": numbers})
        except GeometryError as error:
            raise ValidationError(str(error)) from error
        except ValueError as error:
            raise ValidationError(_("Vul het punt in als twee getallen.")) from error

    def validate_plek_omschrijving(self, field: Field) -> None:
        """Gather the gebieden once the place is known; each must be this redacteur's own."""
        del field
        gebieden = GebiedenInGeheugen(get_boom().omtrekken.values())
        lines = self.text("meer_gebieden").splitlines()
        first = [] if self.gebied.errors else [self.text("gebied")]
        found: set[GebiedId] = set()
        for line in (*first, *lines):
            if line.strip():
                found |= self._named(gebieden, line.strip())
        if self.geometrie is not None:
            at = gebieden.at(self.geometrie)
            if at is None and gebieden.knows_outlines:
                self._refuse(self.lat, _("Dit punt ligt buiten de gemeente."))
            elif at is not None and not found:
                found = {at}
        self.gebied_ids = frozenset(found)
        self._check_gebieden()

    def _named(self, gebieden: GebiedenInGeheugen, naam: str) -> set[GebiedId]:
        try:
            return {gebieden.named(naam)}
        except WaardeError as error:
            self._refuse(self.meer_gebieden, str(error).capitalize())
            return set()

    def _check_gebieden(self) -> None:
        person = current_person()
        others = [
            get_boom().omtrekken[gebied_id].naam
            for gebied_id in sorted(self.gebied_ids)
            if not person.may(Permission.PROJECT_BEHEREN, gebied_id)
        ]
        if others:
            namen = ", ".join(others)
            self._refuse(self.gebied, _("U beheert geen projecten in %(namen)s.", namen=namen))
        elif not self.gebied_ids and not self.lat.errors and not self.meer_gebieden.errors:
            self._refuse(self.gebied, _("Kies een gebied."))

    @staticmethod
    def _refuse(field: Field, message: str) -> None:
        field.errors = [*field.errors, message]

    def validate(self, extra_validators: Any = None) -> bool:  # noqa: ANN401  # as WTForms has it
        """Tell whether everything can be used, also what one field found out about another."""
        return bool(super().validate(extra_validators)) and not self.errors

    def gegevens(self) -> ProjectGegevens:
        """Return what was filled in."""
        amounts = {
            (jaar, bron): self[bedrag_naam(jaar, bron)].data
            for jaar in self.jaren
            for bron in Geldbron
        }
        thema = self.thema.data
        return ProjectGegevens(
            **{name: self.text(name).strip() for name in TEKSTEN},
            soort=ProjectSoort(self.soort.data),
            domein=Domein(self.domein.data),
            thema=Thema(thema) if thema else None,
            fase=Fase(self.fase.data),
            start=self.start.day,
            eind=self.eind.day,
            contact_email=self.text("contact_email").strip() or None,
            participatieniveau=Participatieniveau(self.participatieniveau.data),
            geometrie=self.geometrie,
            gebied_ids=self.gebied_ids,
            bedragen={key: cents for key, cents in amounts.items() if cents},
        )


def bedrag_naam(jaar: int, bron: Geldbron) -> str:
    """Return the name of the field with the money of a year and source."""
    return f"bedrag_{jaar}_{bron.value}"
