"""The filter of the list of projects, as it stands in the address."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import Form, HiddenField, SearchField, SelectField

from participatie.core.fields_keuze import choice_values
from participatie.core.namen import naam
from participatie.core.tekst import control_characters
from participatie.gebieden.queries import get_boom, onder_ids
from participatie.gebieden.rules import Boom
from participatie.gebieden.types import GebiedId, Niveau, Omtrek
from participatie.opgaven.queries import find_doel_naam
from participatie.opgaven.types import DoelId, Domein
from participatie.organisaties.queries import list_organisaties
from participatie.organisaties.types import OrganisatieId
from participatie.programmas.types import Fase, ProjectFilter, ProjectSoort, Thema

E = TypeVar("E", bound=StrEnum)
Choices = dict[str, str]
TEKST_MAX_LENGTH = 100
DOEL = re.compile(r"[1-9][0-9]{0,8}")
VELDEN = (
    "tekst",
    "gebied",
    "van",
    "tot",
    "domein",
    "thema",
    "soort",
    "fase",
    "organisatie",
    "doel",
    "trekker",
)


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
    organisatie = SelectField(_l("Van welke organisatie"))
    doel = SelectField(_l("Doel"))
    trekker = HiddenField()
    organisatie_ids: Mapping[str, OrganisatieId] = MappingProxyType({})


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
        "organisatie": {"": _("Gemeente en partners")},
        "doel": {"": _("Alle doelen")} | _asked_doel(args.get("doel", "")),
    }
    partners = list_organisaties()
    choices["organisatie"] |= {partner.slug: partner.naam for partner in partners}
    form = FilterForm(MultiDict({name: args.get(name, "") for name in choices}))
    form.tekst.data = plain_words(args.get("tekst", ""))
    form.trekker.data = plain_words(args.get("trekker", ""))
    form.jaren = tuple(jaren)
    form.organisatie_ids = {partner.slug: partner.id for partner in partners}
    for name, found in choices.items():
        field = form[name]
        if isinstance(field, SelectField):
            field.choices = found
        if field.data not in choice_values(field):
            field.data = ""
    return form


def read_filter(form: FilterForm, *, peildatum: date | None = None) -> ProjectFilter:
    """Return the filter that was chosen, as of now or of an earlier day."""
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
        organisatie_id=form.organisatie_ids.get(form.organisatie.data),
        doel_id=DoelId(int(form.doel.data)) if form.doel.data else None,
        trekker=form.trekker.data or "",
        tekst=form.tekst.data or "",
        peildatum=peildatum,
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


def _asked_doel(text: str) -> Choices:
    """Return the goal that the address asks for, when there is one: there are too many to list."""
    if not DOEL.fullmatch(text):
        return {}
    titel = find_doel_naam(DoelId(int(text)))
    return {text: titel} if titel is not None else {}


def list_pillen(form: FilterForm) -> list[tuple[str, str]]:
    """Return in words what was chosen, each with the name of its field."""
    return [(_in_words(form, name), name) for name in VELDEN if form[name].data]


def _in_words(form: FilterForm, name: str) -> str:
    field = form[name]
    chosen = str(field.data)
    if isinstance(field, SelectField):
        chosen = next((label for value, label in _options(field) if value == chosen), chosen)
    words: dict[str, str] = {
        "tekst": _("“%(keuze)s”", keuze=chosen),
        "van": _("Vanaf %(keuze)s", keuze=chosen),
        "tot": _("Tot en met %(keuze)s", keuze=chosen),
        "doel": _("Doel: %(keuze)s", keuze=chosen),
        "trekker": _("Wie: %(keuze)s", keuze=chosen),
    }
    return words.get(name, chosen)


def _options(field: SelectField) -> Iterator[tuple[str, str]]:
    for option in field:
        yield str(option.data), str(option.label.text).strip()


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
