"""The form of the second step: a point, or a whole buurt or wijk."""

from collections.abc import Callable, Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField
from wtforms.validators import ValidationError

from participatie.core.fields import choice
from participatie.core.fields_graden import DegreeField
from participatie.gebieden.rules import Boom
from participatie.gebieden.types import NIVEAUS, GebiedId, Niveau, Omtrek
from participatie.initiatieven.forms_stap import StapForm, text
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.rules import looks_swapped
from participatie.initiatieven.types import Plek
from participatie.inzendingen.rules import PLEK_MAX_LENGTH

PUNT, GEBIED = "punt", "gebied"


def _by_id(omtrek: Omtrek) -> str:
    return str(omtrek.id)


class WaarForm(StapForm):
    """Where it is."""

    adres = text(
        _l("Straat, adres of plek"),
        PLEK_MAX_LENGTH,
        lines=False,
        description=_l("Bijvoorbeeld: de hoek van de Kerkstraat, of het plein voor de school."),
    )
    soort = RadioField(
        _l("Hoe groot is de plek?"),
        choices=[
            choice(PUNT, _l("Een plek die ik op de kaart aanwijs")),
            choice(GEBIED, _l("Een hele buurt of wijk, of de hele stad")),
        ],
        validate_choice=False,
    )
    lon = DegreeField(
        _l("Lengtegraad"),
        description=_l(
            "Staat in uw kaart-app: houd daar uw vinger op de plek. Het is het getal dat met een"
            " 4 begint, bijvoorbeeld 4,6462."
        ),
    )
    lat = DegreeField(
        _l("Breedtegraad"),
        description=_l("Het getal dat met 52 begint, bijvoorbeeld 52,3874."),
    )
    gebied = SelectField(_l("Buurt of wijk"), validate_choice=False, default="")

    def validate(self, extra_validators: Any = None) -> bool:  # noqa: ANN401
        """Take a chosen gebied without a point as the whole gebied, whatever was ticked."""
        has_point = any((field.raw_data or [""])[0].strip() for field in (self.lon, self.lat))
        if self.gebied.data and not has_point:
            self.soort.data = GEBIED
        elif has_point and not self.soort.data:
            self.soort.data = PUNT
        valid: bool = super().validate(extra_validators)
        return valid

    def validate_soort(self, field: Any) -> None:  # noqa: ANN401
        """Refuse a kind of place that is not in the list."""
        if field.data not in {PUNT, GEBIED} and (field.data or not self.only_keep):
            raise ValidationError(str(_l("Kies hoe groot de plek is.")))

    def validate_lon(self, field: Any) -> None:  # noqa: ANN401
        """Ask for a point when that was chosen."""
        if self.soort.data != PUNT or field.errors or self.lat.process_errors:
            return
        halves = {self.lon.data is None, self.lat.data is None}
        if looks_swapped(self.lon.data, self.lat.data):
            raise ValidationError(
                str(
                    _l(
                        "De twee getallen lijken omgedraaid. De lengtegraad begint hier met 4,"
                        " de breedtegraad met 52."
                    )
                )
            )
        if halves == {False}:
            return
        if halves == {True, False} or not self.only_keep:
            raise ValidationError(
                str(_l("Wijs de plek aan op de kaart, of kies een hele buurt of wijk."))
            )

    def validate_gebied(self, field: Any) -> None:  # noqa: ANN401
        """Ask for a gebied when that was chosen."""
        if self.soort.data == GEBIED and (field.data or not self.only_keep):
            known = {option.value for option in field.iter_choices()} - {""}
            if field.data not in known:
                raise ValidationError(str(_l("Kies een buurt of wijk uit de lijst.")))

    def offer(self, boom: Boom) -> None:
        """Fill the list of gebieden."""
        self.gebied.choices = [
            choice("", _l("Kies een buurt of wijk")),
            *gebied_choices(boom),
        ]

    def show(self, initiatief: Initiatief) -> None:
        """Fill the fields with what was kept."""
        has_point = initiatief.west is not None
        whole = initiatief.gebied_id is not None and not has_point
        self.process(
            versie=initiatief.versie,
            adres=initiatief.plek_omschrijving,
            soort=GEBIED if whole else PUNT if has_point else None,
            lon=initiatief.west,
            lat=initiatief.zuid,
            gebied=str(initiatief.gebied_id) if whole else "",
        )

    def to_plek(self) -> Plek:
        """Return the answers."""
        if self.soort.data == GEBIED:
            gebied_id = GebiedId(int(self.gebied.data)) if self.gebied.data else None
            return Plek(omschrijving=self.adres.data, gebied_id=gebied_id)
        lon, lat = self.lon.data, self.lat.data
        punt = None if lon is None or lat is None else (lon, lat)
        return Plek(omschrijving=self.adres.data, punt=punt)


def gebied_choices(boom: Boom, key: Callable[[Omtrek], str] = _by_id) -> Sequence[Any]:
    """Return every gebied, grouped: the large ones first, then each wijk with its buurten."""
    every = sorted(boom.omtrekken.values(), key=lambda one: (NIVEAUS.index(one.niveau), one.naam))
    wijken = [one for one in every if one.niveau is Niveau.WIJK]
    found = [
        choice(key(one), _l("Heel %(naam)s", naam=one.naam), group=_l("Stad en stadsdelen"))
        for one in every
        if one.niveau in {Niveau.STAD, Niveau.STADSDEEL}
    ]
    for wijk in wijken:
        whole = _l("Hele wijk %(naam)s", naam=wijk.naam)
        found.append(choice(key(wijk), whole, group=wijk.naam))
        found += [
            choice(key(buurt), buurt.naam, group=wijk.naam)
            for buurt in every
            if buurt.ouder_id == wijk.id
        ]
    return found
