"""Forms of an import: the file, what to do with conflicts, and doing it."""

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from wtforms import RadioField, StringField, TextAreaField
from wtforms.validators import Length

from participatie.core.fields import Filled, PlainText, choice
from participatie.core.webforms import Form
from participatie.uitwisseling.rules import REDEN_MAX_LENGTH, WEG_NAMEN
from participatie.uitwisseling.services_plan import BRON_MAX_LENGTH
from participatie.uitwisseling.types import WegKeuze


class BestandForm(Form):
    """A file and the system it comes from."""

    bronsysteem = StringField(
        _l("Uit welk systeem komt het bestand?"),
        [
            Filled(_l("Vul in uit welk systeem het bestand komt.")),
            Length(max=BRON_MAX_LENGTH, message=_l("Maak de naam korter: hoogstens 40 tekens.")),
            PlainText(),
        ],
        description=_l("Bijvoorbeeld: mjgp. Gebruik voor hetzelfde systeem steeds dezelfde naam."),
    )
    bestand = FileField(
        _l("Bestand"),
        [FileRequired(_l("Kies een bestand."))],
        description=_l("CSV, Excel (.xlsx), GeoJSON of GeoPackage. Hoogstens 25 MB."),
    )


class UitvoerenForm(Form):
    """What becomes of projects that are no longer in the file."""

    weg = RadioField(
        _l("Wat doet u met projecten die niet meer in het bestand staan?"),
        choices=[choice(keuze.value, naam) for keuze, naam in WEG_NAMEN.items()],
        default=WegKeuze.LAAT_STAAN.value,
    )
    weg_reden = TextAreaField(
        _l("Waarom stoppen ze?"),
        [
            Length(
                max=REDEN_MAX_LENGTH, message=_l("Maak de reden korter: hoogstens 500 tekens.")
            ),
            PlainText(lines=True),
        ],
        description=_l("Alleen nodig als u ze op gestopt zet. Dit staat straks bij elk project."),
    )
