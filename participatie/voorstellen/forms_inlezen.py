"""The form with which a partner brings a file."""

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired

from participatie.core.webforms import Form


class InlezenForm(Form):
    """A file of the partner."""

    bestand = FileField(
        _l("Bestand"),
        [FileRequired(_l("Kies een bestand."))],
        description=_l("CSV, Excel, GeoJSON of GeoPackage, met een eigen nummer per rij."),
    )
