"""Forms of the desk: shape only. What fits together is decided in the rules."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import Field, HiddenField, IntegerField, RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # older stubs
from wtforms.form import BaseForm
from wtforms.validators import AnyOf, InputRequired, Length, NumberRange, StopValidation
from wtforms.widgets import HiddenInput

from participatie.core.errors import InvalidInputError
from participatie.core.tekst import control_characters
from participatie.inzendingen.rules import KOPPELING_NAMEN
from participatie.inzendingen.types import InzendingId, KoppelingSoort
from participatie.moderation import rules, rules_woorden
from participatie.moderation.types import Grondwoorden, Kader, Uitkomst, Voorstel

LARGEST_ID = 2**31 - 1
OUTCOME_TEXT = {
    one: f"{rules_woorden.UITKOMST_NAMEN[one]}. {rules_woorden.UITKOMST_UITLEG[one]}"
    for one in Uitkomst
}
OUTCOME_FIRST = _l("Kies eerst wat u besluit.")
RELOAD = _l("Laad deze pagina opnieuw en probeer het nog een keer.")
REDEN_HINT = _l(
    "De indiener krijgt deze tekst per e-mail. Publiceert u, dan leest iedereen hem op de site. "
    "Vraagt u om een aanpassing of wijst u af, dan lezen alleen de indiener en collega's hem."
)


def _clean(text: str | None) -> str | None:
    """Return the text without space around it and without characters nobody can see."""
    if not text:
        return text
    unseen = set(control_characters(text, lines=True))
    return "".join(character for character in text if character not in unseen).strip()


class Obeys:
    """Ask the rules whether a text will do, and show what they say."""

    field_flags = {"required": True}  # noqa: RUF012  # WTForms reads it here

    def __init__(self, check: Callable[[str], str]) -> None:
        self.check = check

    def __call__(self, form: BaseForm, field: Field) -> None:
        """Stop at the first thing that is wrong."""
        del form
        try:
            self.check(field.data or "")
        except InvalidInputError as error:
            raise StopValidation(str(error)) from error


class VersieForm(FlaskForm):  # type: ignore[misc]  # WTForms has no types
    """What every form about an inzending carries: the version someone looked at."""

    versie = IntegerField(
        widget=HiddenInput(),
        validators=[
            InputRequired(RELOAD),
            NumberRange(0, LARGEST_ID, message=RELOAD),
        ],
    )

    @property
    def seen(self) -> int:
        """Return the version someone looked at."""
        return int(self.versie.data or 0)

    def is_behind(self, versie: int) -> bool:
        """Tell whether someone looked at another version than this one."""
        seen = self.versie.data
        return seen is not None and 0 <= seen <= LARGEST_ID and seen != versie

    def renew(self, versie: int) -> None:
        """Carry the newest version, now that someone has been shown it."""
        self.versie.raw_data = None
        self.versie.data = versie


def _ground_field(uitkomst: Uitkomst) -> RadioField:
    return RadioField(rules_woorden.GROND_VRAAG[uitkomst], choices=[], validate_choice=False)


class BesluitForm(VersieForm):
    """A decision. Only the ground of the chosen outcome counts."""

    uitkomst = RadioField(
        _l("Wat besluit u?"),
        choices=[SelectChoice(one.value, OUTCOME_TEXT[one]) for one in Uitkomst],
        validate_choice=False,
        validators=[AnyOf([one.value for one in Uitkomst], message=OUTCOME_FIRST)],
    )
    grond_publiceren = _ground_field(Uitkomst.PUBLICEREN)
    grond_aanpassen = _ground_field(Uitkomst.AANPASSEN)
    grond_afwijzen = _ground_field(Uitkomst.AFWIJZEN)
    reden = TextAreaField(
        _l("Waarom besluit u dit?"),
        description=REDEN_HINT,
        filters=[_clean],
        validators=[Obeys(rules.check_reden), Length(max=rules.REDEN_MAX_LENGTH)],
    )
    bekeken = HiddenField()

    def __init__(self, kader: Kader, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        """Offer the grounds that count now."""
        self.kader = kader
        super().__init__(*args, **kwargs)
        for uitkomst in Uitkomst:
            self[f"grond_{uitkomst}"].choices = [
                SelectChoice(grond.sleutel, f"{grond.naam}. {grond.uitleg}")
                for grond in kader.gronden[uitkomst]
            ]

    @property
    def chosen_outcome(self) -> Uitkomst | None:
        """Return the outcome when one was chosen."""
        return next((one for one in Uitkomst if one == self.uitkomst.data), None)

    @property
    def ground_field(self) -> Field | None:
        """Return the field with the grounds of the chosen outcome."""
        chosen = self.chosen_outcome
        return self[f"grond_{chosen}"] if chosen else None

    @property
    def chosen_ground(self) -> Grondwoorden | None:
        """Return the ground when one was chosen that belongs to the outcome."""
        chosen, field = self.chosen_outcome, self.ground_field
        if chosen is None or field is None:
            return None
        return self.kader.find(chosen, str(field.data))

    def proposal(self, inzending_id: InzendingId) -> Voorstel | None:
        """Return what someone would decide, once the form is whole."""
        uitkomst, grond = self.chosen_outcome, self.chosen_ground
        if uitkomst is None or grond is None or not self.validate_on_submit():
            return None
        return Voorstel(inzending_id, uitkomst, grond, str(self.reden.data))

    def validate(self, extra_validators: Any = None) -> bool:  # noqa: ANN401  # as WTForms has it
        """Ask for the ground that belongs to the outcome; good news may go without own words."""
        grond = self.chosen_ground
        if grond and self.chosen_outcome is Uitkomst.PUBLICEREN and not self.reden.data:
            self.reden.data = self.kader.text(Uitkomst.PUBLICEREN, grond.sleutel)
        valid = bool(super().validate(extra_validators))
        if self.ground_field is not None and self.chosen_ground is None:
            self.ground_field.errors = [_("Kies een grond die bij uw besluit hoort.")]
            return False
        return valid


def _reason_field(label: str, check: Callable[[str], str], longest: int) -> TextAreaField:
    return TextAreaField(label, filters=[_clean], validators=[Obeys(check), Length(max=longest)])


class TerugdraaienForm(VersieForm):
    """Why a decision is undone."""

    reden = _reason_field(
        _l("Waarom draait u het besluit terug?"), rules.check_reden, rules.REDEN_MAX_LENGTH
    )


class KoppelForm(VersieForm):
    """Which project, how it relates, and why."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as WTForms has it
        super().__init__(*args, prefix="koppel", **kwargs)

    project_id = RadioField(
        _l("Welk project?"),
        validate_choice=False,
        validators=[InputRequired(_l("Kies een project."))],
    )
    soort = RadioField(
        _l("Wat is het verband?"),
        choices=[SelectChoice(soort.value, naam) for soort, naam in KOPPELING_NAMEN.items()],
        validate_choice=False,
        validators=[
            AnyOf([one.value for one in KoppelingSoort], message=_l("Kies wat het verband is."))
        ],
    )
    reden = _reason_field(
        _l("Waarom is dat het verband?"),
        rules.check_koppel_reden,
        rules.KOPPEL_REDEN_MAX_LENGTH,
    )

    def offer(self, projecten: Iterable[tuple[int, str]]) -> None:
        """Say which projects can be chosen from."""
        self.project_id.choices = [SelectChoice(str(number), text) for number, text in projecten]

    @property
    def chosen_project(self) -> int | None:
        """Return the number of the project when it can be one."""
        text = str(self.project_id.data or "")
        known = text.isascii() and text.isdecimal() and len(text) <= len(str(LARGEST_ID))
        return int(text) if known and int(text) <= LARGEST_ID else None


class OntkoppelForm(VersieForm):
    """Why a link is removed."""

    reden = _reason_field(
        _l("Waarom haalt u de koppeling weg?"),
        rules.check_koppel_reden,
        rules.KOPPEL_REDEN_MAX_LENGTH,
    )


class NotitieForm(FlaskForm):  # type: ignore[misc]  # WTForms has no types
    """A note for colleagues."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as WTForms has it
        super().__init__(*args, prefix="notitie", **kwargs)

    tekst = TextAreaField(
        _l("Nieuwe notitie"),
        filters=[_clean],
        validators=[Obeys(rules.check_notitie), Length(max=rules.NOTITIE_MAX_LENGTH)],
    )


def grounds_in_order(form: BesluitForm) -> Sequence[Field]:
    """Return the three lists of grounds, in the order of the outcomes."""
    return [form[f"grond_{uitkomst}"] for uitkomst in Uitkomst]
