"""The search form: what stands in the address."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import Form, SearchField, SelectField

from participatie.core.fields import choice
from participatie.core.tekst import without_control_characters
from participatie.gebieden.rules import NIVEAU_NAMEN, Boom
from participatie.gebieden.types import NIVEAUS
from participatie.zoeken.rules import VRAAG_MAX
from participatie.zoeken.rules_woorden import soortnamen, themanamen
from participatie.zoeken.types import Filters

NAMEN = ("tekst", "soort", "gebied", "thema", "jaar")
JAREN_TERUG, JAREN_VOORUIT = 8, 8
CIJFERS = 4


class ZoekForm(Form):
    """Words, and what limits where they are looked for."""

    tekst = SearchField(_l("Waar zoekt u naar?"))
    soort = SelectField(_l("Wat"), validate_choice=False)
    gebied = SelectField(_l("Waar"), validate_choice=False)
    thema = SelectField(_l("Thema"), validate_choice=False)
    jaar = SelectField(_l("Jaar"), validate_choice=False)


def make_form(args: Mapping[str, str], boom: Boom, dit_jaar: int) -> ZoekForm:
    """Return the form as it was filled in; what is no choice is left out."""
    jaren = range(dit_jaar + JAREN_VOORUIT, dit_jaar - JAREN_TERUG - 1, -1)
    form = ZoekForm(
        data={
            "tekst": without_control_characters(args.get("tekst", "")[:VRAAG_MAX]),
            "soort": _among(args.get("soort"), soortnamen()),
            "gebied": _among(args.get("gebied"), boom.by_slug),
            "thema": _among(args.get("thema"), themanamen()),
            "jaar": _among(args.get("jaar"), [str(jaar) for jaar in jaren]),
        }
    )
    form.soort.choices = [
        choice("", _l("Alles")),
        *(choice(soort, naam.meer) for soort, naam in soortnamen().items()),
    ]
    form.gebied.choices = [choice("", _l("Heel Haarlem")), *_gebieden(boom)]
    form.thema.choices = [choice("", _l("Alle thema's")), *(map(_pair, themanamen().items()))]
    form.jaar.choices = [choice("", _l("Alle jaren")), *(choice(str(j), str(j)) for j in jaren)]
    return form


def _pair(pair: tuple[str, str]) -> Any:  # noqa: ANN401  # an option of WTForms
    return choice(*pair)


def _among(given: str | None, known: Mapping[str, object] | Sequence[str]) -> str:
    return given if given is not None and given in known else ""


def _gebieden(boom: Boom) -> list[Any]:
    every = sorted(boom.omtrekken.values(), key=lambda one: (NIVEAUS.index(one.niveau), one.naam))
    return [
        choice(one.slug, one.naam, group=NIVEAU_NAMEN[one.niveau].capitalize()) for one in every
    ]


def read_filters(form: ZoekForm, boom: Boom) -> Filters:
    """Return what limits the search."""
    return Filters(
        soort=form.soort.data or None,
        gebied_id=boom.by_slug.get(form.gebied.data or ""),
        thema=form.thema.data or None,
        jaar=int(form.jaar.data) if form.jaar.data else None,
    )


def read_pagina(args: Mapping[str, str]) -> int:
    """Return the number of the page that was asked for, or 1."""
    given = args.get("pagina", "")
    plain = given.isascii() and given.isdigit() and len(given) <= CIJFERS
    return int(given) if plain else 1
