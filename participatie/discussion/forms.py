"""Forms of a gesprek. What is in them is checked by the rules; here only the shape."""

import secrets

from flask_babel import lazy_gettext as _
from wtforms import HiddenField, TextAreaField
from wtforms.validators import Length, ValidationError

from participatie.core import bewijs as proof
from participatie.core.fields_keuze import at_most, keuzerondjes
from participatie.core.namen import naam
from participatie.core.webforms import Form
from participatie.core.webforms_trap import TrapForm
from participatie.discussion.rules import TEKST_MAX_LENGTH, TOELICHTING_MAX_LENGTH
from participatie.discussion.types import Bijdrage, MeldGrond, ReactieId

SLEUTEL_LENGTH = 43


def new_sleutel() -> str:
    """Return a key by which a form that is sent twice is known."""
    return secrets.token_urlsafe(32)


class LegeForm(Form):
    """Only a button."""


class AanForm(Form):
    """Do it, or no more."""

    aan = HiddenField(_("Aan of uit"))

    def validate_aan(self, field: HiddenField) -> None:
        """Refuse what is neither."""
        if field.data not in {"0", "1"}:
            raise ValidationError(_("Gebruik de knop op de pagina."))


class TekstForm(Form):
    """Change what was said."""

    tekst = TextAreaField(_("Uw reactie"), [at_most(TEKST_MAX_LENGTH)])


class ReactieForm(TrapForm):
    """Say something."""

    tekst = TextAreaField(
        _("Uw reactie"),
        [at_most(TEKST_MAX_LENGTH)],
        description=_("Iedereen kan dit lezen, met de naam uit uw profiel erbij."),
    )
    formulier_sleutel = HiddenField(
        default=new_sleutel,
        validators=[Length(min=20, max=SLEUTEL_LENGTH, message=_("Laad de pagina opnieuw."))],
    )
    bewijs = HiddenField(default="")

    @property
    def puzzel(self) -> str:
        """Return the sums that a browser does meanwhile."""
        return proof.make_puzzle(self.text("formulier_sleutel"))

    def bijdrage(self, ouder_id: ReactieId | None = None) -> Bijdrage:
        """Return what was said."""
        sleutel = self.text("formulier_sleutel")
        return Bijdrage(
            tekst=self.text("tekst"),
            formulier_sleutel=sleutel,
            ouder_id=ouder_id,
            met_bewijs=proof.is_proof(self.text("bewijs"), sleutel),
        )


class MeldForm(Form):
    """Say what is wrong with a reactie."""

    grond = keuzerondjes(
        _("Wat is er mis met deze reactie?"),
        lambda: {grond.value: naam(grond) for grond in MeldGrond},
        ask=_("Kies wat er mis is."),
    )
    toelichting = TextAreaField(_("Toelichting"), [at_most(TOELICHTING_MAX_LENGTH)])
