"""Forms with which one initiatief goes into another."""

from collections.abc import Sequence

from flask_babel import lazy_gettext as _l
from wtforms import RadioField

from participatie.core.fields import Filled
from participatie.core.fields_keuze import KnownOrEmpty, keuzerondjes
from participatie.initiatieven.forms_stap import StapForm, text
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.rules_voortgang import TEKST_MAX_LENGTH

JA, NEE = "ja", "nee"
KENMERK_MAX_LENGTH = 12


def _answers() -> dict[str, str]:
    return {
        JA: str(_l("Ja, mijn initiatief gaat op in het andere")),
        NEE: str(_l("Nee, mijn initiatief blijft apart")),
    }


class VoorstelForm(StapForm):
    """With which other initiatief, and why."""

    ander = RadioField(
        _l("Welk initiatief gaat over hetzelfde?"), [KnownOrEmpty()], validate_choice=False
    )
    kenmerk = text(
        _l("Staat het er niet bij? Vul het kenmerk in"),
        KENMERK_MAX_LENGTH,
        lines=False,
        description=_l("Bijvoorbeeld 2026-00042. Het staat op de pagina van het initiatief."),
    )
    reden = text(
        _l("Waarom horen deze twee bij elkaar?"),
        TEKST_MAX_LENGTH,
        Filled(_l("Leg uit waarom deze twee bij elkaar horen.")),
        description=_l("De indieners lezen dit. Gaan zij samen, dan leest iedereen het."),
    )

    def offer(self, lijkende: Sequence[Initiatief]) -> None:
        """Offer what looks alike."""
        self.ander.choices = [
            (str(one.id), f"{one.titel} ({one.gebied.naam if one.gebied else ''}, {one.kenmerk})")
            for one in lijkende
        ]


class AntwoordForm(StapForm):
    """Whether the sender agrees."""

    akkoord = keuzerondjes(_l("Wat wilt u?"), _answers, ask=_l("Kies wat u wilt."))
    antwoord = text(
        _l("Wilt u er iets bij zeggen?"),
        TEKST_MAX_LENGTH,
        description=_l("Wie het voorstelde, leest dit."),
    )

    @property
    def agrees(self) -> bool:
        """Tell whether the sender says yes."""
        return bool(self.akkoord.data == JA)
