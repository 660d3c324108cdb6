"""The form of the programmaredacteur for a project."""

import math
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
from participatie.core.permissions import Permission
from participatie.core.webforms import Form
from participatie.gebieden.queries import gebied_at, get_boom
from participatie.gebieden.types import GebiedId
from participatie.programmas import rules
from participatie.programmas.errors import OnbekendGebiedError, WaardeError
from participatie.programmas.forms_velden import (
    DagField,
    DayFilled,
    KnownOrEmpty,
    keuzelijst,
    keuzerondjes,
)
from participatie.programmas.rules_waarden import sentence
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
    return {niveau.value: _(uitleg) for niveau, uitleg in rules.NIVEAU_VOOR_REDACTIE.items()}


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
    soort = keuzelijst(_l("Soort"), rules.SOORT_NAMEN, ask=_l("Kies een soort."))
    domein = keuzelijst(_l("Domein"), rules.DOMEIN_NAMEN, ask=_l("Kies een domein."))
    thema = keuzelijst(_l("Thema"), rules.THEMA_NAMEN, empty=_l("Geen thema"))
    participatieniveau = keuzerondjes(
        _l("Wat kunnen bewoners nog beïnvloeden?"),
        _niveau_choices,
        ask=_l("Kies hoeveel bewoners nog kunnen beïnvloeden."),
    )
    participatie_toelichting = TextAreaField(
        _l("Waarom?"),
        [
            Filled(_l("Leg uit waarom bewoners deze invloed hebben.")),
            _most(rules.TOELICHTING_MAX_LENGTH),
        ],
        description=_l("Bijvoorbeeld: er zijn twee ontwerpen en u kiest mee."),
    )
    fase = keuzelijst(_l("Fase"), rules.FASE_NAMEN, ask=_l("Kies een fase."))
    start = DagField(
        _l("Begint op"), [DayFilled(_l("Vul in wanneer het begint, bijvoorbeeld 31-03-2027."))]
    )
    eind = DagField(
        _l("Klaar op"), [DayFilled(_l("Vul in wanneer het klaar is, bijvoorbeeld 31-12-2027."))]
    )
    plek = keuzerondjes(_l("Waar is het?"), ask=_l("Kies waar het is."))
    lat = StringField(
        _l("Breedtegraad van het punt"), [_most(20)], description=_l("Bijvoorbeeld 52,3812")
    )
    lon = StringField(
        _l("Lengtegraad van het punt"), [_most(20)], description=_l("Bijvoorbeeld 4,6366")
    )
    gebied = SelectField(_l("Gebied"), [KnownOrEmpty()], validate_choice=False)
    meer_gebieden = TextAreaField(
        _l("Nog meer gebieden"),
        [_most(2_000)],
        description=_l("Zet elk gebied op een eigen regel: de naam of de code."),
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
        except ValueError as error:
            raise ValidationError(_("Vul het punt in als twee getallen.")) from error
        if not all(map(math.isfinite, numbers)):
            raise ValidationError(_("Vul het punt in als twee getallen."))
        try:
            self.geometrie = parse_geometry({"type": "Point", "coordinates": numbers})
        except GeometryError as error:
            raise ValidationError(_elsewhere(*numbers)) from error

    def validate_plek_omschrijving(self, field: Field) -> None:
        """Gather the gebieden once the place is known; each must be this redacteur's own."""
        del field
        gebieden = GebiedenInGeheugen(get_boom().omtrekken.values())
        lines = self.text("meer_gebieden").splitlines()
        first = [] if self.gebied.errors else [self.text("gebied")]
        found = self._named(gebieden, [line.strip() for line in (*first, *lines) if line.strip()])
        if self.geometrie is not None:
            at = gebieden.at(self.geometrie)
            if at is None and gebieden.knows_outlines:
                self._refuse(*self._outside(self.geometrie))
            elif at is not None and not found:
                found = {at}
        self.gebied_ids = frozenset(found)
        self._check_gebieden()

    def _named(self, gebieden: GebiedenInGeheugen, namen: Sequence[str]) -> set[GebiedId]:
        found: set[GebiedId] = set()
        wrong: list[str] = []
        for naam in namen:
            try:
                found.add(gebieden.named(naam))
            except OnbekendGebiedError as error:
                wrong.append(_unknown(error))
            except WaardeError as error:
                wrong.append(sentence(str(error)))
        if wrong:  # all in one message: a summary shows one per field
            self._refuse(self.meer_gebieden, " ".join(wrong))
        return found

    def _outside(self, geometry: Geometry) -> tuple[Field, str]:
        if self.plek.data == PUNT:
            return self.lat, _elsewhere(*geometry["coordinates"])
        return self.plek, _("De tekening ligt buiten de gemeente. Kies een andere plek.")

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


def _unknown(error: OnbekendGebiedError) -> str:
    found: str = _("Het gebied “%(naam)s” kennen wij niet.", naam=error.naam)
    advies: str = _("Schrijf de naam zoals die bij Gebieden staat.")
    if error.voorstel:
        advies = _("Bedoelt u “%(voorstel)s”?", voorstel=error.voorstel)
    return f"{found} {advies}"


def _elsewhere(lon: float, lat: float) -> str:
    """Say that a point lies outside the city, and what may be the matter."""
    stad = next((o.naam for o in get_boom().omtrekken.values() if o.ouder_id is None), "de stad")
    found: str = _("Deze plek ligt niet in %(stad)s.", stad=stad)
    advies: str = _("Controleer de twee getallen.")
    if gebied_at(lat, lon).kleinste is not None:
        advies = _("Misschien zijn breedtegraad en lengtegraad verwisseld.")
    return f"{found} {advies}"


def bedrag_naam(jaar: int, bron: Geldbron) -> str:
    """Return the name of the field with the money of a year and source."""
    return f"bedrag_{jaar}_{bron.value}"
