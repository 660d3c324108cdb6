"""Forms of "klopt dit?": the answer, and what the gebiedsverbinder makes of a no."""

from typing import Any

from flask_babel import lazy_gettext as _l

from participatie.core.fields_keuze import keuzerondjes
from participatie.core.tekst import is_blank
from participatie.initiatieven.forms_stap import StapForm, text
from participatie.initiatieven.rules_voortgang import TEKST_MAX_LENGTH

JA, NEE = "ja", "nee"
HEROPEN, LAAT_ZO = "heropen", "laat-zo"


def _answers() -> dict[str, str]:
    return {JA: str(_l("Ja, dit klopt")), NEE: str(_l("Nee, het is nog niet klaar"))}


def _outcomes() -> dict[str, str]:
    return {
        HEROPEN: str(_l("Het is nog niet klaar: het gaat weer verder")),
        LAAT_ZO: str(_l("Het is klaar: het blijft gerealiseerd")),
    }


class KloptForm(StapForm):
    """Whether it is done; who says no, says why."""

    klopt = keuzerondjes(_l("Klopt het dat dit klaar is?"), _answers, ask=_l("Kies ja of nee."))
    reden = text(
        _l("Wat is er nog niet klaar?"),
        TEKST_MAX_LENGTH,
        description=_l(
            "Alleen bij nee. De initiatiefnemers en de gebiedsverbinder lezen dit, anderen niet."
        ),
    )

    def validate_reden(self, field: Any) -> None:  # noqa: ANN401  # WTForms has no types
        """Ask why, of who says no."""
        if self.klopt.data == NEE and is_blank(field.data or ""):
            field.errors = [*field.errors, str(_l("Schrijf op wat er nog niet klaar is."))]

    def validate(self, extra_validators: Any = None) -> bool:  # noqa: ANN401  # as WTForms has it
        """Count what was found at the fields."""
        return bool(super().validate(extra_validators)) and not self.errors

    @property
    def says_yes(self) -> bool:
        """Tell whether the answer is yes."""
        return bool(self.klopt.data == JA)


class BezwaarForm(StapForm):
    """What becomes of a no, and why."""

    oordeel = keuzerondjes(_l("Wat vindt u?"), _outcomes, ask=_l("Kies wat u vindt."))
    reden = text(
        _l("Leg uit waarom"),
        TEKST_MAX_LENGTH,
        description=_l(
            "Wie bezwaar maakte, leest dit in een e-mail. Gaat het weer verder, dan leest"
            " iedereen het op de pagina."
        ),
    )
