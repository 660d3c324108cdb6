"""What to count, as it stands in the address."""

from collections.abc import Mapping
from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import DateField, Form, SelectField

from participatie.core.namen import naam
from participatie.evenhandigheid.rules import read_period
from participatie.evenhandigheid.types import Keuze, Per
from participatie.gebieden.rules import Boom
from participatie.gebieden.types import Niveau
from participatie.programmas.types import Thema


class KeuzeForm(Form):
    """Everything that can be chosen; what is not a choice is left out."""

    per = SelectField(_l("Vergelijk per"))
    van = DateField(_l("Van"))
    tot = DateField(_l("Tot en met"))
    gebied = SelectField(_l("In"))
    thema = SelectField(_l("Over"))


def make_form(args: Mapping[str, str], boom: Boom, *, vandaag: date) -> KeuzeForm:
    """Return the form with what the address asks for, as far as it is a choice."""
    stadsdelen = {
        found.slug: found.naam
        for found in boom.omtrekken.values()
        if found.niveau is Niveau.STADSDEEL
    }
    choices = {
        "per": {member.value: naam(member) for member in Per},
        "gebied": {"": _("De hele stad")} | stadsdelen,
        "thema": {"": _("Alle thema's")} | {member.value: naam(member) for member in Thema},
    }
    asked = {
        name: args.get(name, "") if args.get(name, "") in found else next(iter(found))
        for name, found in choices.items()
    }
    van, tot = read_period(args.get("van", ""), args.get("tot", ""), vandaag=vandaag)
    form = KeuzeForm(MultiDict(asked | {"van": van.isoformat(), "tot": tot.isoformat()}))
    for field in form:
        if isinstance(field, SelectField):
            field.choices = list(choices[field.name].items())
    return form


def read_keuze(form: KeuzeForm, boom: Boom) -> Keuze:
    """Return what was chosen."""
    van, tot = form.van.data, form.tot.data
    if van is None or tot is None:
        raise ValueError(van, tot)
    return Keuze(
        van=van,
        tot=tot,
        gebied_id=boom.by_slug.get(form.gebied.data),
        thema=Thema(form.thema.data) if form.thema.data else None,
    )


def params_of(form: KeuzeForm) -> dict[str, str]:
    """Return the part of an address that asks for the same."""
    found = {"per": form.per.data, "gebied": form.gebied.data, "thema": form.thema.data}
    days = {"van": str(form.van.data or ""), "tot": str(form.tot.data or "")}
    return {name: value for name, value in (found | days).items() if value}
