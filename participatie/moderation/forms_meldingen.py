"""Forms with which a gebiedsverbinder keeps a gesprek in order."""

from flask_babel import lazy_gettext as _
from wtforms import StringField, TextAreaField

from participatie.core.fields_keuze import at_most, keuzelijst
from participatie.core.webforms import Form
from participatie.discussion.rules import GROND_NAMEN, REDEN_MAX_LENGTH
from participatie.discussion.types import IngreepSoort


class BehandelForm(Form):
    """Say what happens with a reactie, and why."""

    grond = keuzelijst(_("Grond"), GROND_NAMEN, empty=_("Kies een grond"))
    reden = TextAreaField(_("Reden"), [at_most(REDEN_MAX_LENGTH)])
    actie = StringField(_("Wat doet u?"))

    def validate(self, extra_validators: object = None) -> bool:
        """Ask for a ground only when the reactie is hidden."""
        is_valid = bool(super().validate(extra_validators=extra_validators))
        if self.actie.data == IngreepSoort.VERBERGEN and not self.grond.data:
            self.grond.errors = [_("Kies waarom u deze reactie verbergt.")]
            return False
        return is_valid


class GesprekForm(Form):
    """Close a gesprek, or open it again, with a reason that everyone reads."""

    reden = TextAreaField(
        _("Reden"),
        [at_most(REDEN_MAX_LENGTH)],
        description=_("Iedereen leest deze reden op de pagina van het gesprek."),
    )
