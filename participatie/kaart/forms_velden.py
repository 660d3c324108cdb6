"""The filter of the map as fields on the page; `forms` reads what comes back."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Form, HiddenField, SearchField, SelectField, SelectMultipleField
from wtforms.validators import Length
from wtforms.widgets import CheckboxInput, ListWidget

from participatie.core.namen import naam
from participatie.gebieden.rules import Boom
from participatie.gebieden.types import Niveau, Omtrek
from participatie.kaart.rules import TEKST_MAX_LENGTH, to_query
from participatie.kaart.types import Bron, KaartFilter
from participatie.opgaven.types import Domein
from participatie.programmas.types import Fase, ProjectSoort, Thema

Choices = list[tuple[str, str]]


class VinkjesField(SelectMultipleField):
    """Checkboxes that belong together."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class FilterForm(Form):
    """Everything that can be chosen."""

    tekst = SearchField(_l("Zoek op woorden"), [Length(max=TEKST_MAX_LENGTH)])
    gebied = SelectField(_l("Gebied"))
    van = SelectField(_l("Van jaar"))
    tot = SelectField(_l("Tot en met jaar"))
    soort = VinkjesField(_l("Soort"))
    fase = VinkjesField(_l("Fase van het project"))
    domein = VinkjesField(_l("Domein"))
    thema = VinkjesField(_l("Thema"))
    bbox = HiddenField()


def make_form(wanted: KaartFilter, boom: Boom, jaren: Iterable[int]) -> FilterForm:
    """Return the form with the filter filled in."""
    query = to_query(wanted)
    data: dict[str, Any] = {name: value for name, value in query if name in {"tekst", "bbox"}}
    for name in ("soort", "fase", "domein", "thema"):
        data[name] = [value for key, value in query if key == name]
    data |= {
        "gebied": wanted.gebied,
        "van": str(wanted.van or ""),
        "tot": str(wanted.tot or ""),
    }
    form = FilterForm(data=data)
    form.gebied.choices = _gebieden(boom)
    form.van.choices, form.tot.choices = (
        _jaren(jaren, extra) for extra in (wanted.van, wanted.tot)
    )
    form.soort.choices = [*_members(Bron), *_members(ProjectSoort)]
    form.fase.choices = _members(Fase)
    form.domein.choices = _members(Domein)
    form.thema.choices = _members(Thema)
    return form


def _members(soort: type[StrEnum]) -> Choices:
    return [(member.value, naam(member)) for member in soort]


def _jaren(jaren: Iterable[int], chosen: int | None) -> Choices:
    known = sorted({*jaren, *((chosen,) if chosen else ())})
    return [("", _("Alle jaren")), *((str(jaar), str(jaar)) for jaar in known)]


def _gebieden(boom: Boom) -> dict[str, Any]:
    """Return the gebieden for a select, grouped by stadsdeel, each wijk before its buurten."""
    groups: dict[str, Choices] = {_("Stad"): [("", _("Hele stad"))]}
    for stadsdeel, gebieden in boom.per_stadsdeel():
        groups[stadsdeel.naam] = [(one.slug, _indented(one)) for one in gebieden]
    return groups


def _indented(omtrek: Omtrek) -> str:
    if omtrek.niveau is Niveau.STADSDEEL:
        return str(_("Heel %(naam)s", naam=omtrek.naam))
    return "\u2003" * (omtrek.niveau is Niveau.BUURT) + omtrek.naam
