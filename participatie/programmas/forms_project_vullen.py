"""Making the form for a project: filled with what is stored, with what may be chosen."""

from typing import Any

from flask_babel import gettext as _

from participatie.core import clock
from participatie.core.access import current_person
from participatie.core.geometry import Geometry
from participatie.core.permissions import Permission
from participatie.gebieden.queries import get_boom
from participatie.programmas import rules
from participatie.programmas.forms import gebied_choices
from participatie.programmas.forms_project import (
    HEEL,
    PUNT,
    TEKSTEN,
    VORM,
    ProjectForm,
    bedrag_naam,
)
from participatie.programmas.forms_velden import BedragField
from participatie.programmas.models import Project
from participatie.programmas.services import gegevens_of
from participatie.programmas.types import Geldbron, ProjectGegevens

JAREN_VOORUIT = 4


def make_project_form(project: Project | None = None) -> ProjectForm:
    """Return the form, filled with what is stored, with a field for money per year and source."""
    stored = gegevens_of(project) if project is not None else None
    now = clock.today().year
    years = {jaar for jaar, _bron in stored.bedragen} if stored else set()
    jaren = sorted({*years, *range(now, now + JAREN_VOORUIT + 1)})
    money = {
        bedrag_naam(jaar, bron): BedragField(f"{rules.GELDBRON_NAMEN[bron]} {jaar}")
        for jaar in jaren
        for bron in Geldbron
    }
    made = type("ProjectForm", (ProjectForm,), {**money, "jaren": jaren})
    form: ProjectForm = made(data=_data(project, stored) if project and stored else {"plek": HEEL})
    form.getekend = _drawn(project)
    form.plek.choices = {
        HEEL: _("In het hele gebied"),
        PUNT: _("Op een punt"),
        **({VORM: _("Zoals het nu op de kaart is getekend")} if form.getekend else {}),
    }
    form.gebied.choices = _own_gebieden()
    return form


def _own_gebieden() -> dict[str, dict[str, str]]:
    """Return the gebieden in which this redacteur keeps the programme."""
    boom, person = get_boom(), current_person()
    own = {
        gebied_id: omtrek.code
        for gebied_id, omtrek in boom.omtrekken.items()
        if person.may(Permission.PROJECT_BEHEREN, gebied_id)
    }
    stad = {
        code: _("Heel %(naam)s", naam=boom.omtrekken[gebied_id].naam)
        for gebied_id, code in own.items()
        if boom.omtrekken[gebied_id].ouder_id is None
    }
    return gebied_choices(boom, own) | {_("Stad"): {"": _("Kies een gebied")} | stad}


def _drawn(project: Project | None) -> Geometry | None:
    """Return the stored line or area; a point can be typed."""
    geometry = project.geometrie if project is not None else None
    return geometry if geometry and geometry["type"] != "Point" else None


def _data(project: Project, stored: ProjectGegevens) -> dict[str, Any]:
    codes = [gebied.code for gebied in project.gebieden]
    choices = ("soort", "domein", "thema", "fase", "participatieniveau")
    return {
        **{name: getattr(stored, name) for name in TEKSTEN},
        **{name: str(getattr(stored, name) or "") for name in choices},
        **_place_data(stored.geometrie),
        "versie": str(project.versie),
        "start": stored.start,
        "eind": stored.eind,
        "contact_email": stored.contact_email or "",
        "gebied": codes[0] if codes else "",
        "meer_gebieden": "\n".join(codes[1:]),
        **{bedrag_naam(*key): cents for key, cents in stored.bedragen.items()},
    }


def _place_data(geometry: Geometry | None) -> dict[str, str]:
    if geometry is None:
        return {"plek": HEEL}
    if geometry["type"] != "Point":
        return {"plek": VORM}
    lon, lat = (str(number).replace(".", ",") for number in geometry["coordinates"])
    return {"plek": PUNT, "lon": lon, "lat": lat}
