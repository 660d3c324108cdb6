"""The filter of the list: what stands in the address."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l
from wtforms import Form, SelectField, StringField

from participatie.core.fields import choice
from participatie.core.tekst import without_control_characters
from participatie.gebieden.rules import Boom
from participatie.gebieden.types import Omtrek
from participatie.initiatieven.forms_waar import gebied_choices
from participatie.initiatieven.rules_voortgang import FASE_NAMEN
from participatie.initiatieven.types_voortgang import InitiatiefFase
from participatie.inzendingen.types import InzendingFilter
from participatie.programmas.rules import THEMA_NAMEN
from participatie.programmas.types import Thema

MOST_PAGES = 10_000
MOST_DIGITS = 6
TEKST_MAX_LENGTH = 100


class FilterForm(Form):
    """Words, a gebied and a theme."""

    tekst = StringField(_l("Zoek op woorden"))
    gebied = SelectField(_l("Waar"), validate_choice=False)
    thema = SelectField(_l("Thema"), validate_choice=False)
    fase = SelectField(_l("Hoe ver"), validate_choice=False)


def make_filter_form(args: Mapping[str, str], boom: Boom) -> FilterForm:
    """Return the form as it was filled in."""
    names = ("tekst", "gebied", "thema", "fase")
    form = FilterForm(
        data={name: without_control_characters(args.get(name, "")) for name in names}
    )
    form.gebied.choices = [
        choice("", _l("Alle wijken en buurten")),
        *gebied_choices(boom, _by_slug),
    ]
    form.thema.choices = [
        choice("", _l("Alle thema's")),
        *(choice(str(thema), naam) for thema, naam in THEMA_NAMEN.items()),
    ]
    form.fase.choices = [
        choice("", _l("Alle fasen")),
        *(choice(str(fase), naam) for fase, naam in FASE_NAMEN.items()),
    ]
    return form


def _by_slug(omtrek: Omtrek) -> str:
    return omtrek.slug


def find_omtrek(boom: Boom, slug: str) -> Omtrek | None:
    """Return the gebied with this slug, if there is one."""
    return next((one for one in boom.omtrekken.values() if one.slug == slug), None)


def read_filter(args: Mapping[str, str], boom: Boom) -> InzendingFilter:
    """Return the filter; what cannot be understood does not restrict."""
    gebied = find_omtrek(boom, args.get("gebied", ""))
    tekst = args.get("tekst", "")[:TEKST_MAX_LENGTH]
    return InzendingFilter(
        gebied_ids=boom.onder(gebied.id) if gebied else None,
        thema=next((thema for thema in Thema if thema == args.get("thema")), None),
        tekst=without_control_characters(tekst),
    )


def read_fase(args: Mapping[str, str]) -> InitiatiefFase | None:
    """Return the chosen fase; one that does not exist does not restrict."""
    return next((fase for fase in InitiatiefFase if fase == args.get("fase")), None)


def read_page(args: Mapping[str, str]) -> int:
    """Return the number of the page."""
    written = args.get("pagina", "")
    if not (written.isascii() and written.isdigit() and len(written) <= MOST_DIGITS):
        return 1
    return min(max(int(written), 1), MOST_PAGES)
