"""Forms of the vraagaanbod room: shape only. What may be is decided in the rules."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectField, StringField, TextAreaField
from wtforms.validators import Length, ValidationError

from participatie.core.fields import Filled, PlainText, choice
from participatie.core.fields_keuze import (
    Chosen,
    Dag,
    DayFilled,
    KnownOrEmpty,
    at_most,
    keuzelijst,
    keuzerondjes,
)
from participatie.core.webforms import Form
from participatie.gebieden.types import GebiedId
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.rules import BEHOEFTE_NAMEN
from participatie.initiatieven.types import Behoefte
from participatie.organisaties.models import Organisatie
from participatie.organisaties.types import OrganisatieId
from participatie.programmas.rules import THEMA_NAMEN
from participatie.programmas.types import Thema
from participatie.vraagaanbod import rules
from participatie.vraagaanbod.types import (
    AanmeldingStatus,
    Bericht,
    NieuwAanbod,
    NieuweOproep,
)

SLEUTEL_LENGTH = 43


class DayField(Dag):
    """A day, as browsers send it."""

    def read(self, text: str) -> date:
        """Return the day, or raise `ValueError` with what to write instead."""
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            raise ValueError(_("Kies een dag, of schrijf hem als 2027-05-31.")) from error


class SleutelForm(Form):
    """A form that counts once, however often it is sent."""

    sleutel = HiddenField(validators=[Length(max=SLEUTEL_LENGTH)])

    def renew(self) -> None:
        """Give an empty form a key of its own."""
        self.sleutel.data = secrets.token_urlsafe(32)

    def validate_sleutel(self, field: HiddenField) -> None:
        """Refuse a form without its key."""
        if len(field.data or "") < SLEUTEL_LENGTH // 2:
            raise ValidationError(_("Open de pagina opnieuw en probeer het nog eens."))


def _wat(label: str, hint: str) -> StringField:
    return StringField(
        label,
        description=hint,
        validators=[
            Filled(_l("Schrijf in één zin waar het om gaat.")),
            at_most(rules.WAT_MAX_LENGTH),
            PlainText(),
        ],
    )


def _kort(label: str, hint: str) -> StringField:
    limits = [at_most(rules.HOEVEEL_MAX_LENGTH), PlainText()]
    return StringField(label, description=hint, validators=limits)


class OproepForm(SleutelForm):
    """What an initiatief seeks."""

    soort = keuzelijst(_l("Wat zoekt u?"), BEHOEFTE_NAMEN, ask=_l("Kies wat voor hulp u zoekt."))
    wat = _wat(_l("In één zin"), _l("Bijvoorbeeld: Zes mensen die stenen uit de tuin halen."))
    hoeveel = _kort(_l("Hoeveel?"), _l("Bijvoorbeeld: 6 mensen, of € 400."))
    wanneer = _kort(_l("Wanneer?"), _l("Bijvoorbeeld: zaterdag 14 maart, of elke week een uur."))

    def oproep(self) -> NieuweOproep:
        """Return what was filled in."""
        return NieuweOproep(
            sleutel=self.text("sleutel"),
            soort=Behoefte(self.text("soort")),
            wat=self.text("wat"),
            hoeveel=self.text("hoeveel"),
            wanneer=self.text("wanneer"),
        )


def _namens() -> SelectField:
    return SelectField(_l("Namens wie?"), [KnownOrEmpty()], validate_choice=False)


def fill_namens(form: Form, organisaties: Sequence[Organisatie]) -> None:
    """Offer to speak for an organisatie, to who belongs to one."""
    if not organisaties:
        del form.organisatie
        return
    form.organisatie.choices = [
        choice("", _("Mijzelf")),
        *(choice(str(one.id), one.naam) for one in organisaties),
    ]


def _organisatie(form: Form) -> OrganisatieId | None:
    if "organisatie" not in form or not form.organisatie.data:
        return None
    return OrganisatieId(int(form.organisatie.data))


class AanbodForm(SleutelForm):
    """What someone offers."""

    soort = keuzelijst(_l("Wat biedt u aan?"), BEHOEFTE_NAMEN, ask=_l("Kies wat u aanbiedt."))
    wat = _wat(_l("In één zin"), _l("Bijvoorbeeld: Een aanhanger te leen op zaterdag."))
    toelichting = TextAreaField(
        _l("Vertel meer"),
        description=_l(
            "Iedereen kan dit lezen. Zet er geen adres of telefoonnummer in: wie u nodig heeft,"
            " stuurt u een bericht."
        ),
        validators=[Length(max=rules.TOELICHTING_MAX_LENGTH), PlainText(lines=True)],
    )
    gebied = SelectField(_l("Waar?"), [Chosen(_l("Kies een gebied."))], validate_choice=False)
    thema = keuzelijst(_l("Thema"), THEMA_NAMEN, empty=_l("Alle thema's"))
    tot = DayField(
        _l("Tot en met welke dag?"),
        description=_l("Daarna halen wij uw aanbod van de site. Hoogstens een jaar."),
        validators=[DayFilled(_l("Kies een dag."))],
    )
    organisatie = _namens()

    def aanbod(self) -> NieuwAanbod:
        """Return what was filled in."""
        thema = self.text("thema")
        return NieuwAanbod(
            sleutel=self.text("sleutel"),
            soort=Behoefte(self.text("soort")),
            wat=self.text("wat"),
            toelichting=self.text("toelichting"),
            gebied_id=GebiedId(int(self.text("gebied"))),
            thema=Thema(thema) if thema else None,
            tot=self.tot.day,
            organisatie_id=_organisatie(self),
        )


class BerichtForm(Form):
    """A message to who asked or offered, and how to be reached."""

    bericht = TextAreaField(
        _l("Uw bericht"),
        validators=[
            Filled(_l("Schrijf een bericht.")),
            Length(max=rules.BERICHT_MAX_LENGTH),
            PlainText(lines=True),
        ],
    )
    telefoon = StringField(
        _l("Telefoonnummer"),
        description=_l("Alleen als u gebeld wilt worden."),
        validators=[at_most(rules.TELEFOON_MAX_LENGTH), PlainText()],
    )
    organisatie = _namens()

    def message(self) -> Bericht:
        """Return what was filled in."""
        return Bericht(
            tekst=self.text("bericht"),
            telefoon=self.text("telefoon"),
            organisatie_id=_organisatie(self),
        )


class VraagForm(BerichtForm):
    """The same, for one of someone's own initiatieven."""

    initiatief = SelectField(
        _l("Voor welk initiatief?"), [Chosen(_l("Kies een initiatief."))], validate_choice=False
    )

    def offer_initiatieven(self, initiatieven: Sequence[Initiatief]) -> None:
        """Let someone choose among his own."""
        self.initiatief.choices = [choice(str(one.id), one.titel) for one in initiatieven]


ANTWOORDEN: Mapping[AanmeldingStatus, str] = {
    AanmeldingStatus.AANGENOMEN: "Graag, ik neem contact op",
    AanmeldingStatus.AFGEWEZEN: "Het is nu niet nodig",
    AanmeldingStatus.BEDANKT: "Het is gedaan: bedankt",
}


def _antwoorden() -> dict[str, str]:
    return {status.value: _(words) for status, words in ANTWOORDEN.items()}


class AntwoordForm(Form):
    """What is answered to a message."""

    naar = keuzerondjes(_l("Uw antwoord"), _antwoorden, ask=_l("Kies een antwoord."))
    antwoord = TextAreaField(
        _l("Wilt u er iets bij schrijven?"),
        validators=[Length(max=rules.BERICHT_MAX_LENGTH), PlainText(lines=True)],
    )


class RedenForm(Form):
    """Why a gebiedsverbinder takes something off the site."""

    reden = TextAreaField(
        _l("Waarom haalt u dit van de site?"),
        description=_l("Wie het plaatste, leest dit in een mail."),
        validators=[
            Filled(_l("Schrijf waarom.")),
            Length(max=rules.REDEN_MAX_LENGTH),
            PlainText(lines=True),
        ],
    )
