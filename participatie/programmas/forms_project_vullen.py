"""Making the form for a project: filled with what is stored, with what may be chosen."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, Field, StringField
from wtforms.validators import ValidationError

from participatie.core import clock
from participatie.core.access import current_person
from participatie.core.fields_keuze import at_most
from participatie.core.permissions import Permission
from participatie.gebieden.queries import get_boom
from participatie.opgaven.queries import list_doel_choices
from participatie.programmas import rules
from participatie.programmas.errors import WaardeError
from participatie.programmas.forms import gebied_choices
from participatie.programmas.forms_project import ProjectForm, bedrag_naam
from participatie.programmas.forms_velden import BedragField, DagField
from participatie.programmas.models import Project
from participatie.programmas.panels_plek import NIET_GETEKEND, plek_data
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.programmas.queries_namen import get_doel_namen, get_organisatie_namen
from participatie.programmas.rules_formulier import count_rows, list_sent_years
from participatie.programmas.rules_planning import MIJLPAAL_MAX_LENGTH
from participatie.programmas.rules_verwijzing import TITEL_MAX_LENGTH, parse_url
from participatie.programmas.rules_waarden import sentence
from participatie.programmas.types import Geldbron, ProjectGegevens

JAREN_VOORUIT = 4
TEKSTEN = (
    "titel",
    "omschrijving",
    "plek_omschrijving",
    "trekker",
    "contact_naam",
    "contact_email",
    "participatie_toelichting",
    "begrotingsprogramma",
)
KEUZES = ("soort", "domein", "thema", "fase", "participatieniveau")


def make_project_form(
    project: Project | None = None, sent: Mapping[str, str] | None = None
) -> ProjectForm:
    """Return the form with what was sent, else with what is stored."""
    stored = gegevens_of(project) if project is not None else None
    jaren = _years(stored, sent)
    mijlpalen = _rows("mijlpaal", len(stored.mijlpalen) if stored else 0, sent)
    links = _rows("link", len(stored.verwijzingen) if stored else 0, sent)
    fields = {
        "jaren": jaren,
        "aantal_mijlpaal": mijlpalen,
        "aantal_link": links,
        **_money_fields(jaren),
        **_mijlpaal_fields(mijlpalen),
        **_link_fields(links),
    }
    made = type("ProjectForm", (ProjectForm,), fields)
    data = _data(project, stored) if project and stored else NIET_GETEKEND
    form: ProjectForm = made(formdata=MultiDict(sent) if sent is not None else None, data=data)
    form.offer_plek(stored.geometrie if stored else None)
    _offer_choices(form, stored)
    return form


def values_of(form: ProjectForm) -> dict[str, str]:
    """Return what a browser would send of a form that nobody touched."""
    values: dict[str, str] = {}
    for field in form:
        if isinstance(field, BooleanField):
            values |= {field.name: "y"} if field.data else {}
        elif hasattr(field, "_value"):
            values[field.name] = str(field._value())  # noqa: SLF001  # as WTForms shows it
        else:
            values[field.name] = str(field.data or "")
    return values


def _years(stored: ProjectGegevens | None, sent: Mapping[str, str] | None) -> list[int]:
    now = clock.today().year
    years = {jaar for jaar, _bron in stored.bedragen} if stored else set()
    return sorted({*years, *range(now, now + JAREN_VOORUIT + 1), *list_sent_years(sent or ())})


def _rows(soort: str, stored: int, sent: Mapping[str, str] | None) -> int:
    """Return how many rows to show: one to begin with."""
    return max(1, stored if sent is None else count_rows(sent, soort))


def _money_fields(jaren: list[int]) -> dict[str, Any]:
    return {
        bedrag_naam(jaar, bron): BedragField(f"{rules.GELDBRON_NAMEN[bron]} {jaar}")
        for jaar in jaren
        for bron in Geldbron
    }


def _mijlpaal_fields(count: int) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for number in range(count):
        fields |= {
            f"mijlpaal_{number}_titel": StringField(
                _l("Wat is er dan klaar?"), [at_most(MIJLPAAL_MAX_LENGTH)]
            ),
            f"mijlpaal_{number}_datum": DagField(_l("Wanneer?")),
            f"mijlpaal_{number}_gehaald": BooleanField(_l("Gehaald")),
        }
    return fields


def _link_fields(count: int) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for number in range(count):
        fields |= {
            f"link_{number}_titel": StringField(_l("Naam"), [at_most(TITEL_MAX_LENGTH)]),
            f"link_{number}_url": StringField(_l("Adres"), [_check_url]),
        }
    return fields


def _check_url(form: ProjectForm, field: Field) -> None:
    """Refuse an address that a reader cannot safely follow."""
    del form
    try:
        parse_url(field.data or "https://leeg.example")
    except WaardeError as error:
        raise ValidationError(sentence(str(error))) from error


def _offer_choices(form: ProjectForm, stored: ProjectGegevens | None) -> None:
    own = _own_gebieden()
    form.gebied.choices = _gebied_choices(own)
    doelen = {str(doel_id): tekst for doel_id, tekst in list_doel_choices(own.keys())}
    if stored and stored.doel_id and str(stored.doel_id) not in doelen:
        doelen |= {str(key): naam for key, naam in get_doel_namen({stored.doel_id}).items()}
    form.doel.choices = {"": _("Geen doel")} | doelen
    form.organisatie.choices = {"": _("De gemeente")} | {
        str(key): naam for key, naam in get_organisatie_namen().items()
    }


def _own_gebieden() -> dict[Any, str]:
    """Return the gebieden in which this redacteur keeps the programme, with their codes."""
    person = current_person()
    return {
        gebied_id: omtrek.code
        for gebied_id, omtrek in get_boom().omtrekken.items()
        if person.may(Permission.PROJECT_BEHEREN, gebied_id)
    }


def _gebied_choices(own: Mapping[Any, str]) -> dict[str, dict[str, str]]:
    boom = get_boom()
    stad = {
        code: _("Heel %(naam)s", naam=boom.omtrekken[gebied_id].naam)
        for gebied_id, code in own.items()
        if boom.omtrekken[gebied_id].ouder_id is None
    }
    return gebied_choices(boom, own) | {_("Stad"): {"": _("Kies een gebied")} | stad}


def _data(project: Project, stored: ProjectGegevens) -> dict[str, Any]:
    codes = [gebied.code for gebied in project.gebieden]
    return {
        **{name: getattr(stored, name) or "" for name in TEKSTEN},
        **{name: str(getattr(stored, name) or "") for name in KEUZES},
        **plek_data(stored.geometrie),
        **_planning_data(stored),
        "versie": str(project.versie),
        "basis": str(project.versie),
        "start": stored.start,
        "eind": stored.eind,
        "doel": str(stored.doel_id or ""),
        "organisatie": str(stored.organisatie_id or ""),
        "gebied": codes[0] if codes else "",
        "meer_gebieden": "\n".join(codes[1:]),
        **{bedrag_naam(*key): cents for key, cents in stored.bedragen.items()},
    }


def _planning_data(stored: ProjectGegevens) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for deel in stored.fasering:
        data |= {
            f"fasering_{deel.fase.value}_start": deel.start,
            f"fasering_{deel.fase.value}_eind": deel.eind,
        }
    for number, mijlpaal in enumerate(stored.mijlpalen):
        data |= {
            f"mijlpaal_{number}_titel": mijlpaal.titel,
            f"mijlpaal_{number}_datum": mijlpaal.datum,
            f"mijlpaal_{number}_gehaald": mijlpaal.gehaald,
        }
    for number, verwijzing in enumerate(stored.verwijzingen):
        data |= {
            f"link_{number}_titel": verwijzing.titel,
            f"link_{number}_url": verwijzing.url,
        }
    return data
