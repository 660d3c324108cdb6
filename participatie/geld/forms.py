"""What to count, as it stands in the address."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import Form, SelectField

from participatie.core.namen import naam
from participatie.gebieden.types import GebiedId
from participatie.geld.rules import GEMEENTE
from participatie.geld.types import GeldFilter, Verdeling
from participatie.opgaven.types import Domein
from participatie.programmas.types import Geldbron

E = TypeVar("E", bound=StrEnum)
VELDEN = ("van", "tot", "domein", "bron", "organisatie")


class GeldForm(Form):
    """Everything that can be chosen; what is not a choice is left out."""

    per = SelectField(_l("Verdeel naar"))
    van = SelectField(_l("Van jaar"))
    tot = SelectField(_l("Tot en met jaar"))
    domein = SelectField(_l("Domein"))
    bron = SelectField(_l("Waar het geld vandaan komt"))
    organisatie = SelectField(_l("Organisatie"))


def make_form(
    args: Mapping[str, str],
    *,
    jaren: Iterable[int],
    organisaties: Mapping[str, str],
    verdelingen: Iterable[Verdeling],
) -> GeldForm:
    """Return the form with what the address asks for, as far as it is a choice."""
    years = {str(jaar): str(jaar) for jaar in jaren}
    choices: dict[str, dict[str, str]] = {
        "per": {member.value: naam(member) for member in verdelingen},
        "van": {"": _("Alle jaren")} | years,
        "tot": {"": _("Alle jaren")} | years,
        "domein": {"": _("Alle domeinen")} | {member.value: naam(member) for member in Domein},
        "bron": {"": _("Alle bronnen")} | {member.value: naam(member) for member in Geldbron},
        "organisatie": {"": _("Iedereen"), GEMEENTE: _("De gemeente"), **organisaties},
    }
    asked = {
        name: args.get(name, "") if args.get(name, "") in found else next(iter(found))
        for name, found in choices.items()
    }
    form = GeldForm(MultiDict(asked))
    for field in form:
        if isinstance(field, SelectField):
            field.choices = list(choices[field.name].items())
    return form


def read_filter(
    form: GeldForm, gebied_ids: frozenset[GebiedId] | None, *, peildatum: date | None = None
) -> GeldFilter:
    """Return what was chosen; years the wrong way round are turned."""
    van, tot = (int(field.data) if field.data else None for field in (form.van, form.tot))
    if van and tot and van > tot:
        van, tot = tot, van
    return GeldFilter(
        gebied_ids=gebied_ids,
        peildatum=peildatum,
        van=van,
        tot=tot,
        domein=_member(Domein, form.domein.data),
        bron=_member(Geldbron, form.bron.data),
        organisatie=form.organisatie.data,
    )


def params_of(form: GeldForm) -> dict[str, str]:
    """Return what was chosen as it stands in the address, without how it is laid out."""
    return {name: form[name].data for name in VELDEN if form[name].data}


def _member(soort: type[E], value: Any) -> E | None:  # noqa: ANN401  # checked to be a choice
    return soort(value) if value else None
