"""Forms of the raakvlakken room: shape only. What fits together is decided in the rules."""

import re
from collections.abc import Mapping
from itertools import combinations_with_replacement
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, HiddenField, IntegerField, RadioField, SelectField, TextAreaField
from wtforms import Form as PlainForm
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # older stubs
from wtforms.validators import AnyOf, InputRequired, Length, NumberRange

from participatie.core.namen import naam
from participatie.core.webforms import Form
from participatie.gebieden.types import GebiedId
from participatie.opgaven.types import Domein
from participatie.raakvlakken import rules
from participatie.raakvlakken.rules_woorden import OORDEEL_NAMEN, OORDEEL_UITLEG, OORDELEN
from participatie.raakvlakken.types import Instelling, Oordeel
from participatie.raakvlakken.types_werklijst import Bak, WerkFilter

LARGEST_ID = 2**31 - 1
MANY = 200
AFSTANDEN = (0, 25, 50, 100)
KEUZE = re.compile(r"([0-9]{1,10}):([0-9]{1,10})", re.ASCII)
REDEN_NODIG = _l("Schrijf op waarom u dit vindt.")
LIJST = ("bak", "gebied", "domeinen", "jaar", "afstand")


def _reden(label: str) -> TextAreaField:
    return TextAreaField(
        label, validators=[InputRequired(REDEN_NODIG), Length(max=rules.REDEN_MAX_LENGTH)]
    )


class VersieForm(Form):
    """What every form about one thing carries: the version someone looked at."""

    versie = HiddenField()

    @property
    def seen(self) -> int:
        """Return the version someone looked at; none when that cannot be read."""
        text = self.text("versie")
        return int(text) if re.fullmatch(r"[0-9]{1,10}", text, re.ASCII) else -1

    def renew(self, versie: int) -> None:
        """Carry the newest version, now that someone is shown it."""
        self.versie.raw_data = None
        self.versie.data = str(versie)


class OordeelForm(VersieForm):
    """What an editor thinks of a pair."""

    oordeel = RadioField(
        _l("Wat vindt u ervan?"),
        choices=[
            SelectChoice(one.value, f"{OORDEEL_NAMEN[one]}. {OORDEEL_UITLEG[one]}")
            for one in OORDELEN
        ],
        validate_choice=False,
        validators=[AnyOf([one.value for one in OORDELEN], message=_l("Kies wat u ervan vindt."))],
    )
    reden = _reden(_l("Waarom?"))
    tonen = BooleanField(
        _l("Toon dit op de pagina's van beide projecten"),
        description=_l(
            "Alleen bij combineren. Iedereen leest dan uw reden. Zonder vinkje blijft uw oordeel "
            "intern."
        ),
    )

    @property
    def chosen(self) -> Oordeel:
        """Return the judgement that was chosen."""
        return Oordeel(self.text("oordeel"))


class TerugForm(VersieForm):
    """Why a judgement is taken back."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as WTForms has it
        super().__init__(*args, prefix="terug", **kwargs)

    reden = _reden(_l("Waarom neemt u het oordeel terug?"))


class VeelForm(Form):
    """One reason why several pairs are no problem; each is chosen with the version seen."""

    reden = _reden(_l("Waarom is dit geen probleem?"))

    def choices_made(self, given: list[str]) -> dict[int, int]:
        """Return the version of each chosen pair; empty when nothing can be read."""
        found = [KEUZE.fullmatch(text) for text in given[:MANY]]
        pairs = {int(match[1]): int(match[2]) for match in found if match}
        return {number: versie for number, versie in pairs.items() if number <= LARGEST_ID}


def _whole(label: str, unit: str, lowest: int, highest: int) -> IntegerField:
    message = _l(
        "Vul een heel getal in van %(low)s tot en met %(high)s.", low=lowest, high=highest
    )
    return IntegerField(
        label,
        description=unit,
        validators=[InputRequired(message), NumberRange(lowest, highest, message=message)],
    )


class InstellingForm(VersieForm):
    """When projects touch, and how many works are many."""

    afstand_m = _whole(
        _l("Hoe dichtbij?"),
        _l("In meters. Projecten die dichter bij elkaar liggen, raken elkaar."),
        1,
        rules.AFSTAND_MAX_M,
    )
    marge_maanden = _whole(
        _l("Hoeveel tijd mag ertussen zitten?"),
        _l("In maanden. Bij 0 raken alleen projecten elkaar die tegelijk zijn."),
        0,
        rules.MARGE_MAX_MAANDEN,
    )
    drempel_buurt = _whole(
        _l("Vanaf hoeveel werken is een buurt druk?"),
        _l("In een jaar. Bij twee keer zoveel is het erg druk."),
        rules.DREMPEL_MIN,
        rules.DREMPEL_MAX,
    )
    drempel_straat = _whole(
        _l("Vanaf hoeveel werken is een straat druk?"),
        _l("In een jaar."),
        rules.DREMPEL_MIN,
        rules.DREMPEL_MAX,
    )

    def instelling(self) -> Instelling:
        """Return what was set."""
        return Instelling(
            **{name: int(self[name].data) for name in Instelling.__dataclass_fields__}
        )


class WerkFilterForm(PlainForm):
    """What the work list can be narrowed to; what is not a choice is left out."""

    domeinen = SelectField(_l("Domeinen"))
    jaar = SelectField(_l("Jaar"))
    afstand = SelectField(_l("Afstand"))


PAREN = {f"{one}+{other}": (one, other) for one, other in combinations_with_replacement(Domein, 2)}


def make_filter_form(args: Mapping[str, str], jaren: range) -> WerkFilterForm:
    """Return the filter as it stands in the address, as far as it is a choice."""
    choices = {
        "domeinen": {"": _("Alle domeinen")}
        | {key: f"{naam(one)} + {naam(other)}" for key, (one, other) in PAREN.items()},
        "jaar": {"": _("Alle jaren")} | {str(jaar): str(jaar) for jaar in jaren},
        "afstand": {"": _("Elke afstand")}
        | {
            str(metres): _("Tot %(num)s meter", num=metres) if metres else _("Op dezelfde plek")
            for metres in AFSTANDEN
        },
    }
    form = WerkFilterForm(MultiDict({name: args.get(name, "") for name in choices}))
    for name, found in choices.items():
        field = form[name]
        if isinstance(field, SelectField):
            field.choices = list(found.items())
        if field.data not in found:
            field.data = ""
    return form


def read_filter(form: WerkFilterForm, bak: Bak, gebied_ids: frozenset[GebiedId]) -> WerkFilter:
    """Return the filter that was chosen, in someone's own gebieden."""
    jaar, afstand = form.jaar.data, form.afstand.data
    return WerkFilter(
        bak=bak,
        gebied_ids=gebied_ids,
        domeinen=PAREN.get(form.domeinen.data),
        jaar=int(jaar) if jaar else None,
        afstand_m=int(afstand) if afstand else None,
    )


def chosen_bak(args: Mapping[str, str]) -> Bak:
    """Return the tray someone asked for; else what is to be judged."""
    return next((one for one in Bak if one == args.get("bak")), Bak.TE_BEOORDELEN)


def lijst_params(args: Mapping[str, str]) -> dict[str, Any]:
    """Return the part of an address that says which list someone came from."""
    return {name: args[name] for name in LIJST if args.get(name)}
