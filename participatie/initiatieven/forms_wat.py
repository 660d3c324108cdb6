"""The form of the first step."""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import HiddenField, SelectField, SelectMultipleField
from wtforms.validators import AnyOf, Length, StopValidation, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from participatie.core.fields import EuroField, PlainText, choice
from participatie.initiatieven.forms_stap import ForNow, StapForm, text
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.rules import (
    BEHOEFTE_MAX_LENGTH,
    BEHOEFTE_NAMEN,
    WAAROM_MAX_LENGTH,
    WIE_MAX_LENGTH,
)
from participatie.initiatieven.types import Behoefte, Wat
from participatie.inzendingen.rules import (
    FOTO_BESCHRIJVING_MAX_LENGTH,
    TITEL_MAX_LENGTH,
    TOELICHTING_MAX_LENGTH,
)
from participatie.programmas.rules import THEMA_NAMEN
from participatie.programmas.types import Thema


def behoeften(label: str) -> Any:  # noqa: ANN401
    """Return a group of checkboxes with what an initiative can need or offer."""
    return SelectMultipleField(
        label,
        choices=[choice(str(behoefte), naam) for behoefte, naam in BEHOEFTE_NAMEN.items()],
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        validate_choice=False,
        validators=[_known_behoeften],
    )


def _known_behoeften(_form: FlaskForm, field: Any) -> None:  # noqa: ANN401
    if not set(field.data or ()) <= set(Behoefte):
        raise ValidationError(str(_l("Kies alleen uit deze lijst.")))


class WatForm(StapForm):
    """What it is, why, who joins, what is needed and offered, and what it costs."""

    formulier_sleutel = HiddenField(
        validators=[
            Length(min=16, max=43, message=_l("Open deze pagina opnieuw.")),
            PlainText(),
        ]
    )
    titel = text(
        _l("Geef uw idee een naam"),
        TITEL_MAX_LENGTH,
        ForNow(_l("Geef uw idee een naam.")),
        lines=False,
        description=_l("Kort en duidelijk, bijvoorbeeld: een buurttuin in de Kerkstraat."),
    )
    thema = SelectField(
        _l("Waar gaat het over?"),
        choices=[
            choice("", _l("Kies een thema")),
            *(choice(str(thema), naam) for thema, naam in THEMA_NAMEN.items()),
        ],
        validate_choice=False,
        validators=[
            AnyOf(["", *map(str, Thema)], message=_l("Kies een thema uit de lijst.")),
            ForNow(_l("Kies een thema uit de lijst.")),
        ],
        default="",
    )
    toelichting = text(
        _l("Wat wilt u doen?"),
        TOELICHTING_MAX_LENGTH,
        ForNow(_l("Schrijf op wat u wilt doen.")),
        description=_l(
            "Schrijf het zo op dat uw buren het begrijpen. Noem geen namen van anderen."
        ),
    )
    waarom = text(
        _l("Waarom wilt u dit?"),
        WAAROM_MAX_LENGTH,
        ForNow(_l("Schrijf op waarom u dit wilt.")),
        description=_l("Wat wordt er beter, en voor wie?"),
    )
    wie_doet_mee = text(
        _l("Wie doen er mee?"),
        WIE_MAX_LENGTH,
        description=_l("Bijvoorbeeld: zes gezinnen uit de straat en de school."),
    )
    vraag = behoeften(_l("Wat heeft u nodig?"))
    vraag_toelichting = text(_l("Vertel meer over wat u nodig heeft"), BEHOEFTE_MAX_LENGTH)
    aanbod = behoeften(_l("Wat heeft u zelf al?"))
    aanbod_toelichting = text(_l("Vertel meer over wat u zelf al heeft"), BEHOEFTE_MAX_LENGTH)
    kosten = EuroField(
        _l("Wat kost het ongeveer?"),
        description=_l("Bijvoorbeeld 250 of 1.250,50. Weet u het niet? Laat leeg."),
    )
    gevonden = EuroField(
        _l("Hoeveel geld heeft u al gevonden?"),
        description=_l("Een bedrag, bijvoorbeeld van een fonds of van buren."),
    )
    foto = FileField(
        _l("Kies een foto"),
        description=_l(
            "JPEG, PNG of WebP, hoogstens 8 MB. Iedereen ziet de foto: zet er niemand"
            " herkenbaar op zonder het te vragen."
        ),
    )
    foto_beschrijving = text(
        _l("Wat staat er op deze foto?"),
        FOTO_BESCHRIJVING_MAX_LENGTH,
        lines=False,
        description=_l(
            "Kiest u een foto? Vul dit dan altijd in, voor mensen die de foto niet kunnen zien."
        ),
    )

    def validate_foto_beschrijving(self, field: Any) -> None:  # noqa: ANN401
        """Ask for a description of a chosen photo."""
        if self.foto.data and not (field.data or "").strip():
            raise StopValidation(
                str(
                    _l(
                        "Schrijf in een paar woorden op wat er op de foto staat. Kies daarna de"
                        " foto opnieuw."
                    )
                )
            )

    def show(self, initiatief: Initiatief) -> None:
        """Fill the fields with what was kept."""
        self.process(
            obj=initiatief,
            thema=initiatief.thema or "",
            kosten=initiatief.kosten_cent,
            gevonden=initiatief.gevonden_cent,
        )

    def to_wat(self) -> Wat:
        """Return the answers."""
        return Wat(
            titel=self.titel.data,
            thema=Thema(self.thema.data) if self.thema.data else None,
            toelichting=self.toelichting.data,
            waarom=self.waarom.data,
            wie_doet_mee=self.wie_doet_mee.data,
            vraag=tuple(Behoefte(value) for value in self.vraag.data or ()),
            vraag_toelichting=self.vraag_toelichting.data,
            aanbod=tuple(Behoefte(value) for value in self.aanbod.data or ()),
            aanbod_toelichting=self.aanbod_toelichting.data,
            kosten_cent=self.kosten.data,
            gevonden_cent=self.gevonden.data,
        )
