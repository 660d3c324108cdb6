"""Linking an inzending to a project, and removing the link."""

from http import HTTPStatus

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import requires
from participatie.core.errors import DomainError, InvalidInputError, NotFoundError
from participatie.core.permissions import Permission
from participatie.inzendingen.models import Inzending, Koppeling
from participatie.inzendingen.types import KoppelingSoort
from participatie.moderation.errors import AlBehandeldError
from participatie.moderation.forms import KoppelForm, OntkoppelForm, VersieForm
from participatie.moderation.queries_dossier import list_proposals
from participatie.moderation.rules_woorden import VOORSTEL_REDEN
from participatie.moderation.services_koppelen import koppelen, ontkoppelen
from participatie.moderation.views_inzending import Invoer, conflict, load, show
from participatie.programmas.queries import find_project


@requires(Permission.INZENDING_MODEREREN)
def koppel(inzending_id: int) -> ResponseReturnValue:
    """Link to the chosen project."""
    found = load(inzending_id)
    form = KoppelForm()
    if form.is_behind(found.versie):
        return conflict(found, Invoer(koppeling=form))
    return _koppel(found, form)


def _koppel(found: Inzending, form: KoppelForm) -> ResponseReturnValue:
    if not form.validate_on_submit():
        return show(found, Invoer(koppeling=form), HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        _link(found, form)
    except InvalidInputError as error:
        form[error.field or "project_id"].errors = [str(error)]
        return show(found, Invoer(koppeling=form), error.status)
    except AlBehandeldError:
        return conflict(load(found.id), Invoer(koppeling=form))
    return _back(found, _("De koppeling is gemaakt. De indiener krijgt een e-mail."))


def _link(found: Inzending, form: KoppelForm) -> None:
    project = find_project(form.chosen_project) if form.chosen_project is not None else None
    if project is None:
        raise InvalidInputError(_("Dit project bestaat niet. Kies een ander."), field="project_id")
    koppelen(
        inzending=found,
        project=project,
        soort=KoppelingSoort(form.soort.data),
        reden=str(form.reden.data),
        door=current_user,
        versie=form.seen,
    )


@requires(Permission.INZENDING_MODEREREN)
def koppel_voorstel(inzending_id: int) -> ResponseReturnValue:
    """Make the link that the sender asked for."""
    found = load(inzending_id)
    form = VersieForm()
    wanted = request.form.get("antwoord_id", type=int)
    antwoord = next((one for one in list_proposals(found) if one.id == wanted), None)
    if antwoord is None or antwoord.project is None or not form.validate_on_submit():
        raise NotFoundError(_("Dit voorstel is er niet meer."))
    try:
        koppelen(
            inzending=found,
            project=antwoord.project,
            soort=KoppelingSoort.AANVULLING_OP,
            reden=VOORSTEL_REDEN,
            door=current_user,
            versie=form.seen,
        )
    except AlBehandeldError:
        return conflict(load(found.id), Invoer())
    return _back(found, _("De koppeling is gemaakt zoals de indiener vroeg."))


@requires(Permission.INZENDING_MODEREREN)
def vraag_weghalen(inzending_id: int, koppeling_id: int) -> ResponseReturnValue:
    """Ask why a link is removed."""
    found = load(inzending_id)
    form = OntkoppelForm(formdata=None, versie=found.versie)
    return _ask(_get_koppeling(found, koppeling_id), form)


@requires(Permission.INZENDING_MODEREREN)
def haal_weg(inzending_id: int, koppeling_id: int) -> ResponseReturnValue:
    """Remove a link."""
    found = load(inzending_id)
    koppeling = _get_koppeling(found, koppeling_id)
    form = OntkoppelForm()
    if not form.validate_on_submit():
        return _ask(koppeling, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        ontkoppelen(
            inzending=found,
            koppeling_id=koppeling.id,
            reden=str(form.reden.data),
            door=current_user,
            versie=form.seen,
        )
    except DomainError as error:
        fresh = load(found.id)
        form.renew(fresh.versie)
        return _ask(_get_koppeling(fresh, koppeling_id), form, str(error), error.status)
    return _back(found, _("De koppeling is weggehaald. De indiener krijgt een e-mail."))


def _get_koppeling(found: Inzending, koppeling_id: int) -> Koppeling:
    for koppeling in found.koppelingen:
        if koppeling.id == koppeling_id:
            return koppeling
    raise NotFoundError(_("Deze koppeling is er niet meer."))


def _ask(
    koppeling: Koppeling,
    form: OntkoppelForm,
    gebeurd: str = "",
    status: HTTPStatus = HTTPStatus.OK,
) -> ResponseReturnValue:
    page = render_template(
        "moderation/ontkoppelen.html",
        koppeling=koppeling,
        inzending=koppeling.inzending,
        form=form,
        conflict=gebeurd,
    )
    return page, status


def _back(found: Inzending, message: str) -> ResponseReturnValue:
    flash(message, "success")
    target = url_for("moderation.inzending", inzending_id=found.id, _anchor="koppelingen")
    return redirect(target, HTTPStatus.SEE_OTHER)
