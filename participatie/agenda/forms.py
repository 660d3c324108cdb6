"""Forms with which meetings are kept, and the filter of the agenda."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    FloatField,
    HiddenField,
    IntegerField,
    SelectField,
    StringField,
    TextAreaField,
    TimeField,
)
from wtforms.validators import InputRequired, Optional

from participatie.agenda import rules
from participatie.agenda.models import Bijeenkomst
from participatie.agenda.types import BijeenkomstGegevens, BijeenkomstSoort
from participatie.core.clock import AMSTERDAM
from participatie.core.fields import Filled, choice
from participatie.core.fields_keuze import Chosen, Dag, DayFilled, at_most, keuzelijst, refuse
from participatie.core.webforms import Form
from participatie.gebieden.rules import Boom
from participatie.gebieden.types import GebiedId

MAAND = re.compile(r"(20[0-9]{2})-(0[1-9]|1[0-2])")
WEST, OOST, ZUID, NOORD = 3.0, 8.0, 50.0, 54.0


class DagField(Dag):
    """A day as a date picker writes it, or as people type it."""

    def read(self, text: str) -> date:
        """Return the day."""
        for form in ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"):
            try:
                return datetime.strptime(text, form).replace(tzinfo=AMSTERDAM).date()
            except ValueError:
                continue
        raise ValueError(_("Vul een dag in, bijvoorbeeld 15-09-2027."))


class VersieForm(Form):
    """The version that was looked at, and nothing else."""

    versie = HiddenField()

    @property
    def seen(self) -> int:
        """Return the version that was looked at; none when that cannot be read."""
        text = self.text("versie")
        return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else -1


class BijeenkomstForm(VersieForm):
    """What is known of a meeting."""

    titel = StringField(
        _l("Titel"), [Filled(_l("Vul een titel in.")), at_most(rules.TITEL_MAX_LENGTH)]
    )
    soort = keuzelijst(_l("Soort"), rules.SOORT_NAMEN, ask=_l("Kies een soort."))
    gebied = SelectField(_l("Gebied"), [Chosen(_l("Kies een gebied."))], validate_choice=False)
    dag = DagField(_l("Dag"), [DayFilled(_l("Kies een dag."))])
    begintijd = TimeField(
        _l("Begint om"), [InputRequired(_l("Vul een tijd in, bijvoorbeeld 19:30."))]
    )
    eindtijd = TimeField(
        _l("Eindigt om"), [InputRequired(_l("Vul een tijd in, bijvoorbeeld 21:00."))]
    )
    plek_omschrijving = StringField(
        _l("Waar"),
        [Filled(_l("Schrijf waar het is.")), at_most(rules.PLEK_MAX_LENGTH)],
        description=_l("Naam en adres van het gebouw, of “Online”."),
    )
    lon = FloatField(_l("Lengtegraad"), [Optional()])
    lat = FloatField(_l("Breedtegraad"), [Optional()])
    link = StringField(
        _l("Webadres om online mee te doen"),
        [at_most(rules.LINK_MAX_LENGTH)],
        description=_l("Begint met https://"),
    )
    organisator = StringField(
        _l("Wie organiseert het"),
        [Filled(_l("Vul in wie het organiseert.")), at_most(rules.ORGANISATOR_MAX_LENGTH)],
    )
    omschrijving = TextAreaField(
        _l("Wat gaat er gebeuren?"),
        [at_most(rules.TEKST_MAX_LENGTH)],
        description=_l("U kunt Markdown gebruiken voor kopjes, lijsten en links."),
    )
    aanmelden = BooleanField(_l("Mensen melden zich aan"))
    capaciteit = IntegerField(
        _l("Aantal plekken"), [Optional()], description=_l("Leeg als er plek genoeg is.")
    )

    def validate(self, extra_validators: object = None) -> bool:
        """Tell whether everything can be used, also the point as a whole."""
        super().validate(extra_validators)
        lon, lat = self.lon.data, self.lat.data
        if (lon is None) != (lat is None):
            refuse(
                self.lat if lat is None else self.lon,
                _("Vul beide getallen in, of geen van beide."),
            )
        elif (
            lon is not None and lat is not None and not (WEST < lon < OOST and ZUID < lat < NOORD)
        ):
            refuse(self.lon, _("Deze plek ligt niet in Nederland. Controleer de twee getallen."))
        return not self.errors

    def gegevens(self) -> BijeenkomstGegevens:
        """Return what was filled in."""
        begin = _moment(self.dag.day, self.begintijd.data)
        lon, lat = self.lon.data, self.lat.data
        return BijeenkomstGegevens(
            gebied_id=GebiedId(int(self.gebied.data)),
            titel=" ".join(self.text("titel").split()),
            soort=BijeenkomstSoort(self.soort.data),
            begin=begin,
            eind=_moment(self.dag.day, self.eindtijd.data),
            plek_omschrijving=" ".join(self.text("plek_omschrijving").split()),
            punt=None if lon is None or lat is None else (lon, lat),
            link=self.text("link").strip() or None,
            organisator=" ".join(self.text("organisator").split()),
            omschrijving=self.text("omschrijving").strip(),
            aanmelden=bool(self.aanmelden.data),
            capaciteit=self.capaciteit.data,
        )


class AfgelastForm(VersieForm):
    """Why it does not take place."""

    reden = TextAreaField(
        _l("Waarom gaat het niet door?"),
        [Filled(_l("Schrijf waarom het niet doorgaat.")), at_most(rules.REDEN_MAX_LENGTH)],
        description=_l("Dit lezen alle mensen die zich aanmeldden."),
    )


class VerslagForm(VersieForm):
    """What was said and agreed."""

    verslag = TextAreaField(
        _l("Verslag"),
        [Filled(_l("Schrijf wat er is besproken.")), at_most(rules.VERSLAG_MAX_LENGTH)],
        description=_l("Noem geen namen van bewoners. U kunt Markdown gebruiken."),
    )


def make_form(
    boom: Boom, own: list[GebiedId], one: Bijeenkomst | None, slug: str
) -> BijeenkomstForm:
    """Return the form, filled with what is stored, with the gebieden of this person."""
    form = BijeenkomstForm(data=_data(one) if one else {"gebied": str(boom.by_slug.get(slug, ""))})
    form.gebied.choices = [
        choice("", _("Kies")),
        *(choice(str(gebied_id), boom.omtrekken[gebied_id].naam) for gebied_id in own),
    ]
    return form


def read_maand(args: Mapping[str, str]) -> tuple[datetime, datetime] | None:
    """Return the month that was asked for, from its first moment to that of the next."""
    found = MAAND.fullmatch(args.get("maand", ""))
    if found is None:
        return None
    first = date(int(found[1]), int(found[2]), 1)
    later = (first + timedelta(days=32)).replace(day=1)
    return _moment(first, time()), _moment(later, time())


def _data(one: Bijeenkomst) -> dict[str, object]:
    begin, eind = one.begin.astimezone(AMSTERDAM), one.eind.astimezone(AMSTERDAM)
    return {
        "versie": str(one.versie),
        "titel": one.titel,
        "soort": one.soort.value,
        "gebied": str(one.gebied_id),
        "dag": begin.date(),
        "begintijd": begin.time(),
        "eindtijd": eind.time(),
        "plek_omschrijving": one.plek_omschrijving,
        "lon": one.west,
        "lat": one.zuid,
        "link": one.link or "",
        "organisator": one.organisator,
        "omschrijving": one.omschrijving,
        "aanmelden": one.aanmelden,
        "capaciteit": one.capaciteit,
    }


def _is_near(lon: float, lat: float) -> bool:
    return WEST < lon < OOST and ZUID < lat < NOORD


def _moment(day: date, at: time | None) -> datetime:
    return datetime.combine(day, at or time(), tzinfo=AMSTERDAM)
