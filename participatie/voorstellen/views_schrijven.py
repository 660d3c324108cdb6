"""Writing a voorstel: for a new item, or for a change of an own one."""

from http import HTTPStatus

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from participatie.core.access import requires
from participatie.core.errors import InvalidInputError, StaleError
from participatie.core.permissions import Permission
from participatie.core.webforms import show_error, status_of
from participatie.organisaties.models import Organisatie
from participatie.programmas.models import Project
from participatie.programmas.queries import get_project
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.voorstellen.errors import OvergangError
from participatie.voorstellen.forms_voorstel import VoorstelForm
from participatie.voorstellen.forms_voorstel_vullen import make_voorstel_form, read_sleutel
from participatie.voorstellen.models import Voorstel
from participatie.voorstellen.queries import find_by_bronsleutel, find_open_of_project
from participatie.voorstellen.rules import EDITABLE, STATUS_NAMEN
from participatie.voorstellen.rules_gegevens import from_json
from participatie.voorstellen.services import (
    change_voorstel,
    check_own_project,
    offer_voorstel,
    write_voorstel,
)
from participatie.voorstellen.views_partner import own_organisatie, own_voorstel, to_voorstel

AANBIEDEN = "aanbieden"


@requires(Permission.VOORSTEL_INDIENEN)
def nieuw(slug: str) -> ResponseReturnValue:
    """Propose a new item."""
    organisatie = own_organisatie(slug)
    form = make_voorstel_form()
    if not form.validate_on_submit():
        return _form_page(form, organisatie)
    sleutel = read_sleutel(form)
    found = find_by_bronsleutel(organisatie.id, sleutel)  # the same form, sent twice
    if found is None:
        found = write_voorstel(
            form.gegevens(None, organisatie.naam),
            organisatie=organisatie,
            indiener_id=current_user.id,
            bronsleutel=sleutel,
        )
        _offer_when_asked(found)
    return to_voorstel(found)


@requires(Permission.VOORSTEL_INDIENEN)
def wijziging(slug: str, project_id: int) -> ResponseReturnValue:
    """Propose a change of an item; who did so already goes on with that."""
    organisatie = own_organisatie(slug)
    project = get_project(project_id)
    check_own_project(project, organisatie)
    found = find_open_of_project(project.id)
    if found is not None:
        return to_voorstel(found)
    form = make_voorstel_form(gegevens_of(project), versie=project.versie)
    if not form.validate_on_submit():
        return _form_page(form, organisatie, project)
    if form.seen != project.versie:
        form.versie.data = str(project.versie)
        return _form_page(form, organisatie, project, status=HTTPStatus.CONFLICT)
    return _propose(form, organisatie, project)


def _propose(
    form: VoorstelForm, organisatie: Organisatie, project: Project
) -> ResponseReturnValue:
    try:
        found = write_voorstel(
            form.gegevens(gegevens_of(project), organisatie.naam),
            organisatie=organisatie,
            project=project,
            indiener_id=current_user.id,
        )
    except InvalidInputError as error:
        show_error(form, error)
        return _form_page(form, organisatie, project)
    _offer_when_asked(found)
    return to_voorstel(found)


@requires(Permission.VOORSTEL_INDIENEN)
def wijzigen(voorstel_id: int) -> ResponseReturnValue:
    """Go on with a voorstel that nobody is deciding about."""
    found = own_voorstel(voorstel_id)
    if found.status not in EDITABLE:
        raise OvergangError(STATUS_NAMEN[found.status], "gewijzigd")
    said = from_json(found.gegevens)
    form = make_voorstel_form(said, versie=found.versie)
    if not form.validate_on_submit():
        return _form_page(form, found.organisatie, found.project, voorstel=found)
    try:
        change_voorstel(
            found,
            form.gegevens(said, found.organisatie.naam),
            versie=form.seen,
            door_id=current_user.id,
        )
    except InvalidInputError as error:
        show_error(form, error)
        return _form_page(form, found.organisatie, found.project, voorstel=found)
    except StaleError:
        form.versie.data = str(found.versie)
        return _form_page(
            form, found.organisatie, found.project, voorstel=found, status=HTTPStatus.CONFLICT
        )
    _offer_when_asked(found)
    return to_voorstel(found)


def _offer_when_asked(found: Voorstel) -> None:
    if request.form.get("actie") == AANBIEDEN:
        offer_voorstel(found, versie=found.versie, door_id=current_user.id)


def _form_page(
    form: VoorstelForm,
    organisatie: Organisatie,
    project: Project | None = None,
    *,
    voorstel: Voorstel | None = None,
    status: HTTPStatus | None = None,
) -> ResponseReturnValue:
    page = render_template(
        "voorstellen/formulier.html",
        form=form,
        organisatie=organisatie,
        project=project,
        voorstel=voorstel,
        conflict=status is HTTPStatus.CONFLICT,
    )
    return page, status or status_of(form)
