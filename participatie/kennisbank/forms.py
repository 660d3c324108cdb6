"""Forms with which articles are written, and the filter of the list."""

import re
from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Form as PlainForm
from wtforms import HiddenField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.form import BaseForm
from wtforms.validators import ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from participatie.core.fields import Filled, choice
from participatie.core.fields_keuze import KnownOrEmpty, at_most, keuzelijst
from participatie.core.webforms import Form
from participatie.kennisbank import rules
from participatie.kennisbank.models import ArtikelVersie, Kennisartikel
from participatie.kennisbank.queries_keuzes import keuzes
from participatie.kennisbank.types import (
    ArtikelFilter,
    ArtikelGegevens,
    ArtikelSoort,
    Doelgroep,
    HulpFase,
    Keuze,
)

PUNTEN_MAX_LENGTH = rules.MAX_PUNTEN * (rules.PUNT_MAX_LENGTH + 2)


class Vakjes(SelectMultipleField):
    """Boxes of which some are ticked; whatever is sent that is none of them is refused."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, label: str, choices: Any, ask: str = "", **given: Any) -> None:  # noqa: ANN401
        super().__init__(label, choices=choices, validate_choice=False, **given)
        self._ask = ask

    def pre_validate(self, form: BaseForm) -> None:
        """Raise when nothing, or something else, was chosen."""
        del form
        known = {str(value) for value, *_rest in self.iter_choices()}
        if self._ask and not self.data:
            raise ValidationError(self._ask)
        if not set(self.data or ()) <= known:
            raise ValidationError(_("Deze keuze kennen we niet. Kies opnieuw."))


class ArtikelForm(Form):
    """What an article says."""

    versie = HiddenField()
    titel = StringField(
        _l("Titel"), [Filled(_l("Vul een titel in.")), at_most(rules.TITEL_MAX_LENGTH)]
    )
    samenvatting = TextAreaField(
        _l("Samenvatting"),
        [
            Filled(_l("Vat het samen in één of twee zinnen.")),
            at_most(rules.SAMENVATTING_MAX_LENGTH),
        ],
    )
    tekst = TextAreaField(
        _l("Tekst"),
        [at_most(rules.TEKST_MAX_LENGTH)],
        description=_l(
            "Markdown: ## voor een kopje, - voor een lijst, **vet** en [tekst](https://adres)."
        ),
    )
    doelgroepen = Vakjes(
        _l("Voor wie?"),
        lambda: [choice(one.value, naam) for one, naam in rules.DOELGROEP_NAMEN.items()],
        _l("Kies voor wie dit is."),
    )
    fasen = Vakjes(
        _l("In welke fase helpt dit?"),
        lambda: [choice(one.value, naam) for one, naam in rules.FASE_NAMEN.items()],
        _l("Kies minstens één fase."),
    )
    thema = SelectField(_l("Thema"), [KnownOrEmpty()], validate_choice=False)
    stappen = Vakjes(
        _l("Tonen bij deze stappen van het ideeënformulier"),
        lambda: [choice(key, naam) for key, naam in keuzes(Keuze.STAP).items()],
    )


class WijzigForm(ArtikelForm):
    """What a newer version says, and what changed."""

    wijziging = StringField(
        _l("Wat heeft u veranderd?"),
        [Filled(_l("Schrijf kort wat u veranderde.")), at_most(rules.WIJZIGING_MAX_LENGTH)],
    )


class NieuwForm(ArtikelForm):
    """What a first version says, and of which kind it is."""

    soort = keuzelijst(_l("Soort"), rules.SOORT_NAMEN, ask=_l("Kies een soort."))


class VersieForm(Form):
    """The version that was looked at, and nothing else."""

    versie = HiddenField()


class FilterForm(PlainForm):
    """For whom, in which fase, about what."""

    doelgroep = SelectField(_l("Voor wie"), validate_choice=False)
    fase = SelectField(_l("Fase"), validate_choice=False)
    thema = SelectField(_l("Thema"), validate_choice=False)


def make_artikel_form(artikel: Kennisartikel | None) -> ArtikelForm:
    """Return the form of a new article, or of a newer version filled with the last one."""
    base = WijzigForm if artikel else NieuwForm
    fields: dict[str, Any] = {}
    if artikel is None or artikel.soort is ArtikelSoort.CHECKLIST:
        fields["punten"] = TextAreaField(
            _l("Punten van de checklist"),
            [at_most(PUNTEN_MAX_LENGTH)],
            description=_l("Elk punt op een eigen regel. Alleen voor een checklist."),
        )
        fields["initiatiefsoort"] = SelectField(
            _l("Voor welke initiatieven?"), [KnownOrEmpty()], validate_choice=False
        )
    data = _data(artikel, artikel.versies[-1]) if artikel else {}
    form: ArtikelForm = type("MadeForm", (base,), fields)(data=data)
    form.thema.choices = [choice("", _("Alle thema's")), *_pairs(Keuze.THEMA)]
    if "initiatiefsoort" in form:
        every = choice("", _("Alle initiatieven"))
        form["initiatiefsoort"].choices = [every, *_pairs(Keuze.INITIATIEFSOORT)]
    return form


def read_gegevens(form: ArtikelForm) -> ArtikelGegevens:
    """Return what was filled in, in a form that was checked."""
    return ArtikelGegevens(
        titel=" ".join(form.text("titel").split()),
        samenvatting=" ".join(form.text("samenvatting").split()),
        tekst=form.text("tekst").strip(),
        doelgroepen=tuple(Doelgroep(value) for value in form.doelgroepen.data or ()),
        fasen=tuple(HulpFase(value) for value in form.fasen.data or ()),
        thema=form.thema.data or None,
        stappen=tuple(form.stappen.data or ()),
        initiatiefsoort=(form.text("initiatiefsoort") or None)
        if "initiatiefsoort" in form
        else None,
        punten=rules.clean_punten(form.text("punten")) if "punten" in form else (),
        wijziging=" ".join(form.text("wijziging").split()) if "wijziging" in form else "",
    )


def seen_version(form: Form) -> int:
    """Return the version that was looked at; none when that cannot be read."""
    text = form.text("versie")
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else -1


def make_filter_form(chosen: ArtikelFilter) -> FilterForm:
    """Return the filter as it was filled in."""
    form = FilterForm(
        data={
            "doelgroep": chosen.doelgroep or "",
            "fase": chosen.fase or "",
            "thema": chosen.thema or "",
        }
    )
    groups = [choice(one.value, naam) for one, naam in rules.DOELGROEP_NAMEN.items()]
    fasen = [choice(one.value, naam) for one, naam in rules.FASE_NAMEN.items()]
    form.doelgroep.choices = [choice("", _("Iedereen")), *groups]
    form.fase.choices = [choice("", _("Alle fasen")), *fasen]
    form.thema.choices = [choice("", _("Alle thema's")), *_pairs(Keuze.THEMA)]
    return form


def read_filter(args: Mapping[str, str]) -> ArtikelFilter:
    """Return the filter of an address; what is unknown does not limit."""
    thema = args.get("thema", "")
    return ArtikelFilter(
        doelgroep=next((one for one in Doelgroep if one == args.get("doelgroep")), None),
        fase=next((one for one in HulpFase if one == args.get("fase")), None),
        thema=thema if thema in keuzes(Keuze.THEMA) else None,
    )


def _pairs(keuze: Keuze) -> list[Any]:
    return [choice(key, naam) for key, naam in keuzes(keuze).items()]


def _data(artikel: Kennisartikel, laatste: ArtikelVersie) -> dict[str, Any]:
    return {
        "versie": str(artikel.versie),
        "titel": laatste.titel,
        "samenvatting": laatste.samenvatting,
        "tekst": laatste.tekst,
        "doelgroepen": laatste.doelgroepen,
        "fasen": laatste.fasen,
        "thema": laatste.thema or "",
        "stappen": laatste.stappen,
        "initiatiefsoort": laatste.initiatiefsoort or "",
        "punten": "\n".join(punt.tekst for punt in laatste.puntenlijst),
    }
