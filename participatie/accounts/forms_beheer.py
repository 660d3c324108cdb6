"""Forms with which a beheerder gives roles."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than types
from wtforms.validators import InputRequired

from participatie.accounts.rules import ROL_NAMEN
from participatie.accounts.types import Rol
from participatie.core.webforms import Form
from participatie.gebieden.models import Gebied

HELE_STAD = "stad"


class RolForm(Form):
    """Give someone a role."""

    rol = SelectField(
        _("Rol"),
        [InputRequired(_("Kies een rol."))],
        choices=[
            SelectChoice("", _("Kies een rol")),
            *(SelectChoice(rol.value, ROL_NAMEN[rol]) for rol in Rol),
        ],
    )
    gebied = SelectField(
        _("Gebied"),
        [InputRequired(_("Kies een gebied."))],
        description=_("De rol geldt ook voor alles wat binnen dit gebied ligt."),
    )

    def offer(self, gebieden: Iterable[Gebied]) -> None:
        """Offer these gebieden next to the whole city."""
        self.gebied.choices = [
            SelectChoice(HELE_STAD, _("De hele stad")),
            *(SelectChoice(str(gebied.id), gebied.naam) for gebied in gebieden),
        ]

    @property
    def gebied_id(self) -> int | None:
        """Return the chosen gebied; nothing for the whole city."""
        return None if self.gebied.data == HELE_STAD else int(self.gebied.data)
