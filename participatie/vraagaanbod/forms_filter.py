"""The filter of the page: what stands in the address."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Form as PlainForm
from wtforms import SelectField

from participatie.core.fields import choice
from participatie.core.namen import naam
from participatie.gebieden.rules import Boom
from participatie.gebieden.types import Niveau, Omtrek
from participatie.initiatieven.rules import BEHOEFTE_NAMEN
from participatie.initiatieven.types import Behoefte
from participatie.programmas.rules import THEMA_NAMEN
from participatie.programmas.types import Thema
from participatie.vraagaanbod.queries import around
from participatie.vraagaanbod.types import Zoekvraag

MOST_DIGITS = 4


class FilterForm(PlainForm):
    """What the page can be narrowed to."""

    gebied = SelectField(_l("Waar"), validate_choice=False)
    soort = SelectField(_l("Wat"), validate_choice=False)
    thema = SelectField(_l("Thema"), validate_choice=False)


def make_filter_form(args: Mapping[str, str], boom: Boom) -> FilterForm:
    """Return the filter as it stands in the address; what is not a choice is left out."""
    form = FilterForm(data={name: args.get(name, "") for name in ("gebied", "soort", "thema")})
    form.gebied.choices = [choice("", _("De hele stad")), *gebied_choices(boom, by="slug")]
    form.soort.choices = _first(_("Alles"), BEHOEFTE_NAMEN)
    form.thema.choices = _first(_("Alle thema's"), THEMA_NAMEN)
    known: dict[str, set[str]] = {
        "gebied": {omtrek.slug for omtrek in boom.omtrekken.values()},
        "soort": set(Behoefte),
        "thema": set(Thema),
    }
    for name, values in known.items():
        if form[name].data not in values:
            form[name].data = ""
    return form


def _first(label: str, namen: Mapping[Any, str]) -> list[Any]:
    return [choice("", label), *(choice(one.value, naam(one)) for one in namen)]


def gebied_choices(boom: Boom, *, by: str = "id") -> list[Any]:
    """Return every gebied, grouped by the part of the city it lies in."""

    def option(omtrek: Omtrek, group: str) -> Any:  # noqa: ANN401
        return choice(str(getattr(omtrek, by)), omtrek.naam, group=group)

    stad = [one for one in boom.omtrekken.values() if one.niveau is Niveau.STAD]
    found = [option(one, _("De stad")) for one in stad]
    for deel, below in boom.per_stadsdeel():
        found += [option(one, deel.naam) for one in below]
    return found


def read_filter(form: FilterForm, boom: Boom) -> Zoekvraag:
    """Return what was chosen."""
    gebied_id = boom.by_slug.get(form.gebied.data)
    return Zoekvraag(
        gebied_ids=None if gebied_id is None else around(gebied_id),
        soort=Behoefte(form.soort.data) if form.soort.data else None,
        thema=Thema(form.thema.data) if form.thema.data else None,
    )


def read_page(args: Mapping[str, str]) -> int:
    """Return the number of the page."""
    written = args.get("pagina", "")
    is_number = written.isascii() and written.isdigit() and len(written) <= MOST_DIGITS
    return max(int(written), 1) if is_number else 1
