"""Forms with which an initiatief is brought further and told about."""

import secrets
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import HiddenField
from wtforms.validators import Length

from participatie.core.fields import Filled, PlainText
from participatie.core.fields_keuze import keuzerondjes
from participatie.core.namen import naam
from participatie.initiatieven.forms_stap import StapForm, text
from participatie.initiatieven.forms_wat import behoeften
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.rules_voortgang import (
    TEKST_MAX_LENGTH,
    UPDATE_MAX_FOTOS,
    UPDATE_MAX_LENGTH,
    next_fases,
)
from participatie.initiatieven.types import Behoefte
from participatie.initiatieven.types_voortgang import (
    Hoedanigheid,
    InitiatiefFase,
    NieuweUpdate,
)
from participatie.inzendingen.rules import FOTO_BESCHRIJVING_MAX_LENGTH, FOTO_MAX_BYTES
from participatie.inzendingen.types import Fotowens


def sleutel() -> Any:  # noqa: ANN401  # an unbound field
    """Return the hidden field by which a form that is sent twice counts once."""
    opnieuw = Length(min=16, max=43, message=_l("Open deze pagina opnieuw."))
    return HiddenField(validators=[opnieuw, PlainText()])


def new_sleutel() -> str:
    """Return the key of a form that is shown for the first time."""
    return secrets.token_urlsafe(32)


class FaseForm(StapForm):
    """To which fase, what is sought, and why."""

    fase = keuzerondjes(_l("Hoe ver is het nu?"), ask=_l("Kies hoe ver het nu is."))
    gezocht = behoeften(_l("Wat zoekt u?"))
    toelichting = text(
        _l("Leg uit waarom"),
        TEKST_MAX_LENGTH,
        Filled(_l("Leg uit waarom. Iedereen leest dit.")),
        description=_l("Iedereen leest dit op de pagina. Noem geen namen van anderen."),
    )

    def offer(self, initiatief: Initiatief, als: Hoedanigheid) -> None:
        """Offer the fases that this person may bring it to."""
        self.fase.choices = [(one.value, naam(one)) for one in next_fases(initiatief.fase, als)]

    @property
    def naar(self) -> InitiatiefFase:
        """Return the fase that was chosen."""
        return InitiatiefFase(self.fase.data)

    @property
    def behoeften(self) -> tuple[Behoefte, ...]:
        """Return what is sought."""
        return tuple(Behoefte(value) for value in self.gezocht.data or ())


def _foto() -> Any:  # noqa: ANN401  # an unbound field
    return FileField(
        _l("Kies een foto"),
        description=_l(
            "JPEG, PNG of WebP, hoogstens 8 MB. Zet er niemand herkenbaar op zonder het te vragen."
        ),
    )


def _beschrijving() -> Any:  # noqa: ANN401  # an unbound field
    return text(
        _l("Wat staat er op deze foto?"),
        FOTO_BESCHRIJVING_MAX_LENGTH,
        lines=False,
        description=_l("Vul dit altijd in bij een foto, voor mensen die haar niet kunnen zien."),
    )


class UpdateForm(StapForm):
    """How it goes, with at most three photos and what is on each of them."""

    sleutel = sleutel()
    tekst = text(
        _l("Wat is er gebeurd?"),
        UPDATE_MAX_LENGTH,
        Filled(_l("Schrijf op wat er is gebeurd.")),
        description=_l("Iedereen leest dit. Noem geen namen van anderen zonder het te vragen."),
    )
    foto_1, foto_1_tekst = _foto(), _beschrijving()
    foto_2, foto_2_tekst = _foto(), _beschrijving()
    foto_3, foto_3_tekst = _foto(), _beschrijving()

    @property
    def foto_paren(self) -> list[tuple[Any, Any]]:
        """Return the fields of each photo: the file, and what is on it."""
        return [
            (self[f"foto_{number}"], self[f"foto_{number}_tekst"])
            for number in range(1, UPDATE_MAX_FOTOS + 1)
        ]

    def validate(self, extra_validators: Any = None) -> bool:  # noqa: ANN401  # as WTForms has it
        """Ask for a description of every chosen photo."""
        is_right = bool(super().validate(extra_validators))
        for foto, tekst in self.foto_paren:
            if foto.data and not (tekst.data or "").strip():
                message = _l("Schrijf op wat er op deze foto staat, en kies de foto opnieuw.")
                tekst.errors = [*tekst.errors, str(message)]
                is_right = False
        return is_right

    def to_update(self) -> NieuweUpdate:
        """Return what was told; a photo is read no further than it may be."""
        return NieuweUpdate(
            sleutel=self.sleutel.data or "",
            tekst=self.tekst.data,
            fotos=tuple(
                Fotowens(
                    content=foto.data.read(FOTO_MAX_BYTES + 1),
                    filename=foto.data.filename or "",
                    beschrijving=tekst.data,
                )
                for foto, tekst in self.foto_paren
                if foto.data
            ),
        )


class RedenForm(StapForm):
    """Why something is done; with whom it is about."""

    reden = text(
        _l("Waarom?"),
        TEKST_MAX_LENGTH,
        Filled(_l("Leg uit waarom.")),
    )


def is_asked(form: FlaskForm) -> bool:
    """Tell whether the form was sent and is right."""
    return bool(form.validate_on_submit())
