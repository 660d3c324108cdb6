"""The forms of what someone wants to be told."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, StringField
from wtforms.validators import Length, ValidationError

from participatie.core.fields import Filled, choice
from participatie.core.fields_graden import DegreeField
from participatie.core.webforms import Form
from participatie.gebieden.rules import Boom
from participatie.gebieden.types import GebiedId, Niveau
from participatie.notifications.rules_berichten import FREQUENTIE_NAMEN
from participatie.notifications.rules_zoeken import NAAM_MAX_LENGTH, STRALEN
from participatie.notifications.types import Frequentie

PUNT, GEBIED = "punt", "gebied"
KILOMETRE = 1_000


class LegeForm(Form):
    """A form of one button."""


class BuurtForm(Form):
    """A neighbourhood: a name, a place and how far around it."""

    naam = StringField(
        _l("Hoe noemt u deze buurt?"),
        [
            Filled(_l("Geef de buurt een naam, bijvoorbeeld Thuis.")),
            Length(max=NAAM_MAX_LENGTH, message=_l("Maak de naam korter: hoogstens 60 tekens.")),
        ],
        description=_l("Bijvoorbeeld: Thuis, of Bij mijn moeder."),
    )
    adres = StringField(
        _l("Straat, adres of postcode"),
        [Length(max=200)],
        description=_l("Bijvoorbeeld: Leidsestraat 12, of 2013 XA."),
    )
    soort = RadioField(
        _l("Waar is het midden?"),
        choices=[
            choice(PUNT, _l("Op het adres, of op een plek die ik op de kaart aanwijs")),
            choice(GEBIED, _l("Midden in een buurt of wijk")),
        ],
        validate_choice=False,
    )
    lon = DegreeField(_l("Lengtegraad"), description=_l("Het getal dat met een 4 begint."))
    lat = DegreeField(_l("Breedtegraad"), description=_l("Het getal dat met 52 begint."))
    gebied = SelectField(_l("Buurt of wijk"), validate_choice=False, default="")
    straal = SelectField(_l("Hoe ver om u heen?"), default="500")
    frequentie = SelectField(_l("Hoe vaak wilt u mail?"), default="")

    def offer(self, boom: Boom) -> None:
        """Fill the lists."""
        self.straal.choices = [(str(one), _distance(one)) for one in STRALEN]
        self.frequentie.choices = frequentie_choices()
        self.gebied.choices = [choice("", _l("Kies een buurt of wijk")), *_gebieden(boom)]

    def validate_gebied(self, field: Any) -> None:  # noqa: ANN401
        """Ask for a gebied of the list when that was chosen."""
        known = {option.value for option in field.iter_choices()} - {""}
        if self.soort.data == GEBIED and field.data not in known:
            raise ValidationError(str(_l("Kies een buurt of wijk uit de lijst.")))

    @property
    def gebied_id(self) -> GebiedId | None:
        """Return the gebied that was chosen instead of a point."""
        return GebiedId(int(self.gebied.data)) if self.soort.data == GEBIED else None

    @property
    def punt(self) -> tuple[float, float] | None:
        """Return the point that was chosen."""
        lon, lat = self.lon.data, self.lat.data
        return None if lon is None or lat is None else (lon, lat)

    @property
    def chosen(self) -> Frequentie | None:
        """Return how often, or nothing for what holds for everything."""
        return Frequentie(self.frequentie.data) if self.frequentie.data else None


def frequentie_choices() -> list[tuple[Any, str]]:
    """Return how often someone can be mailed about one subscription."""
    own = [(one.value, naam) for one, naam in FREQUENTIE_NAMEN.items()]
    return [("", _l("Zoals bij alles")), *own]


def _distance(metres: int) -> str:
    """Return a distance in words: 250 meter, 1,5 kilometer."""
    if metres < KILOMETRE:
        return f"{metres} meter"
    return f"{metres / KILOMETRE:g} kilometer".replace(".", ",")


def _gebieden(boom: Boom) -> Sequence[Any]:
    """Return every wijk with its buurten."""
    wijken = [one for one in boom.omtrekken.values() if one.niveau is Niveau.WIJK]
    return [
        choice(str(one.id), one.naam, group=wijk.naam)
        for wijk in sorted(wijken, key=lambda wijk: wijk.naam)
        for one in (
            wijk,
            *sorted(
                (boom.omtrekken[below] for below in boom.kinderen.get(wijk.id, ())),
                key=lambda buurt: buurt.naam,
            ),
        )
    ]
