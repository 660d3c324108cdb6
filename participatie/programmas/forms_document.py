"""The form to put a document beside a project."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import Field, StringField
from wtforms.validators import ValidationError

from participatie.core.fields import Filled
from participatie.core.fields_keuze import at_most
from participatie.core.webforms import Form
from participatie.programmas.rules_document import TITEL_MAX_LENGTH


class DocumentForm(Form):
    """A file and what it is called."""

    titel = StringField(
        _l("Naam van het document"),
        [Filled(_l("Vul in hoe dit document heet.")), at_most(TITEL_MAX_LENGTH)],
        description=_l("Bijvoorbeeld: Voorlopig ontwerp Leidseplein"),
    )
    bestand = FileField(
        _l("Kies een bestand"),
        description=_l(
            "PDF, ODT, DOCX of een afbeelding (JPEG, PNG, WebP), hoogstens 20 MB. Iedereen kan het"
            " lezen: zet er geen persoonsgegevens in."
        ),
    )

    def validate_bestand(self, field: Field) -> None:
        """Ask for a file."""
        if not field.data:
            raise ValidationError(_("Kies een bestand."))
