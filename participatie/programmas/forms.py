"""The filter of the list of projects, as it stands in the address."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import Form, SearchField, SelectField

from participatie.core.namen import naam
from participatie.core.tekst import control_characters
from participatie.gebieden.queries import get_boom, onder_ids
from participatie.gebieden.rules import Boom
from participatie.gebieden.types import GebiedId, Niveau, Omtrek
from participatie.programmas.forms_velden import choice_values
from participatie.programmas.types import Domein, Fase, ProjectFilter, ProjectSoort, Thema

E = TypeVar("E", bound=StrEnum)
Choices = dict[str, str]
TEKST_MAX_LENGTH = 100
VELDEN = ("tekst", "gebied", "van", "tot", "domein", "thema", "soort", "fase")


class FilterForm(Form):
    """Everything that can be chosen; what is not a choice is left out."""

    jaren: Sequence[int] = ()

    tekst = SearchField(_l("Zoek op woorden"))
    gebied = SelectField(_l("Gebied"))
    van = SelectField(_l("Van jaar"))
    tot = SelectField(_l("Tot en met jaar"))
    domein = SelectField(_l("Domein"))
    thema = SelectField(_l("Thema"))
    soort = SelectField(_l("Soort"))
    fase = SelectField(_l("Fase"))


def make_filter_form(args: Mapping[str, str], jaren: Sequence[int]) -> FilterForm:
    """Return the form with what the address asks for, as far as it is a choice."""
    boom = get_boom()
    years = {"": _("Alle jaren")} | {str(jaar): str(jaar) for jaar in jaren}
    choices: dict[str, Any] = {
        "gebied": gebied_choices(
            boom, {omtrek.id: omtrek.slug for omtrek in boom.omtrekken.values()}
        ),
        "van": years,
        "tot": years,
        "domein": _members(_("Alle domeinen"), Domein),
        "thema": _members(_("Alle thema's"), Thema),
        "soort": _members(_("Alle soorten"), ProjectSoort),
        "fase": _members(_("Alle fasen"), Fase),
    }
    form = FilterForm(MultiDict({name: args.get(name, "") for name in choices}))
    form.tekst.data = plain_words(args.get("tekst", ""))
    form.jaren = tuple(jaren)
    for name, found in choices.items():
        field = form[name]
        if isinstance(field, SelectField):
            field.choices = found
        if field.data not in choice_values(field):
            field.data = ""
    return form


def read_filter(form: FilterForm) -> ProjectFilter:
    """Return the filter that was chosen."""
    slug = form.gebied.data
    gebied = next((o for o in get_boom().omtrekken.values() if o.slug == slug), None)
    is_whole_city = gebied is None or gebied.niveau is Niveau.STAD
    return ProjectFilter(
        gebied_ids=None if is_whole_city or gebied is None else onder_ids(gebied.id),
        jaren=_years(form),
        domeinen=_chosen(Domein, form.domein.data),
        themas=_chosen(Thema, form.thema.data),
        soorten=_chosen(ProjectSoort, form.soort.data),
        fasen=_chosen(Fase, form.fase.data),
        tekst=form.tekst.data or "",
    )


def plain_words(text: str) -> str:
    """Return what to search for, without signs that cannot be stored."""
    unwanted = set(control_characters(text, lines=True))
    return " ".join("".join(sign for sign in text if sign not in unwanted).split())[
        :TEKST_MAX_LENGTH
    ]


def params_of(form: FilterForm) -> dict[str, str]:
    """Return what was chosen, as it stands in the address."""
    return {name: form[name].data for name in VELDEN if form[name].data}


def _years(form: FilterForm) -> frozenset[int]:
    van, tot = form.van.data, form.tot.data
    if not van and not tot:
        return frozenset()
    first = int(van or form.jaren[0])
    last = int(tot or form.jaren[-1])
    return frozenset(range(min(first, last), max(first, last) + 1))


def _chosen(soort: type[E], value: str | None) -> frozenset[E]:
    return frozenset({soort(value)}) if value else frozenset()


def _members(everything: str, soort: type[StrEnum]) -> Choices:
    return {"": everything} | {member.value: naam(member) for member in soort}


def gebied_choices(boom: Boom, values: Mapping[GebiedId, str]) -> dict[str, Choices]:
    """Return the gebieden that have a value: by stadsdeel, each wijk before its buurten."""
    groups: dict[str, Choices] = {_("Stad"): {"": _("Hele stad")}}
    for stadsdeel, gebieden in boom.per_stadsdeel():
        found = {values[one.id]: _in_list(one) for one in gebieden if one.id in values}
        if found:
            groups[stadsdeel.naam] = found
    return groups


def _in_list(omtrek: Omtrek) -> str:
    if omtrek.niveau is Niveau.STADSDEEL:
        return str(_("Heel %(naam)s", naam=omtrek.naam))
    return "\u2003" * (omtrek.niveau is Niveau.BUURT) + omtrek.naam
