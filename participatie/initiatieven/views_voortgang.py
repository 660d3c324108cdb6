"""Bringing a published initiatief further, and telling how it goes."""

from http import HTTPStatus

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import signed_in
from participatie.core.errors import DomainError, NotAllowedError
from participatie.core.limits import limiter
from participatie.initiatieven.forms_stap import StapForm
from participatie.initiatieven.forms_voortgang import (
    FaseForm,
    RedenForm,
    UpdateForm,
    new_sleutel,
)
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.queries_voortgang import get_betrokkene, get_update
from participatie.initiatieven.rules_voortgang import FASE_UITLEG
from participatie.initiatieven.services_vertellen import check_goes_on
from participatie.initiatieven.services_voortgang import (
    change_fase,
    place_update,
    remove_update,
)
from participatie.initiatieven.types_voortgang import Betrokkene, Hoedanigheid, UpdateId
from participatie.initiatieven.views_gepubliceerd import (
    ABOUT,
    NUMBER,
    OK,
    POST,
    UNPROCESSABLE,
    read_gepubliceerd,
    refuse,
    to_page,
)
from participatie.initiatieven.views_wat import too_large

bp = Blueprint("voortgang", __name__)
bp.register_error_handler(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, too_large)
BOTH = ("GET", POST)


@bp.route(f"{ABOUT}/fase", methods=BOTH)
@signed_in
def fase(initiatief_id: int) -> ResponseReturnValue:
    """Bring it in another fase, with why."""
    initiatief = read_gepubliceerd(initiatief_id)
    door = get_betrokkene(initiatief, current_user)
    check_goes_on(initiatief)
    form = FaseForm()
    form.offer(initiatief, door.als)
    status = OK
    if request.method != POST:
        form.renew(initiatief.versie)
        form.gezocht.data = list(initiatief.vraag)
    elif not form.validate():
        status = UNPROCESSABLE
    else:
        try:
            _change(initiatief, form, door)
        except DomainError as error:
            status = refuse(form, error, initiatief)
        else:
            return to_page(initiatief, _("De nieuwe fase staat op de pagina."))
    return render_template(
        "initiatieven/voortgang/fase.html", form=form, initiatief=initiatief, uitleg=FASE_UITLEG
    ), status


def _change(initiatief: Initiatief, form: FaseForm, door: Betrokkene) -> None:
    change_fase(
        initiatief,
        form.naar,
        toelichting=form.toelichting.data,
        door=door,
        versie=form.seen_version,
        gezocht=form.behoeften,
    )


@bp.route(f"{ABOUT}/update", methods=BOTH)
@signed_in
@limiter.limit("30 per hour", methods=[POST])
def update(initiatief_id: int) -> ResponseReturnValue:
    """Tell how it goes."""
    initiatief = read_gepubliceerd(initiatief_id)
    door = get_betrokkene(initiatief, current_user)
    if door.als is not Hoedanigheid.INITIATIEFNEMER:
        raise NotAllowedError
    check_goes_on(initiatief)
    form = UpdateForm()
    status = OK
    if request.method != POST:
        form.sleutel.data = new_sleutel()
    elif not form.validate():
        status = UNPROCESSABLE
    else:
        try:
            place_update(initiatief, form.to_update(), door=door)
        except DomainError as error:
            status = refuse(form, error, initiatief)
        else:
            return to_page(initiatief, _("Uw nieuws staat op de pagina."))
    return render_template(
        "initiatieven/voortgang/update.html", form=form, initiatief=initiatief
    ), status


@bp.route(f"{ABOUT}/update/<{NUMBER}:update_id>/weg", methods=BOTH)
@signed_in
def update_weg(initiatief_id: int, update_id: int) -> ResponseReturnValue:
    """Take an update away; an official tells its writer why."""
    initiatief = read_gepubliceerd(initiatief_id)
    door = get_betrokkene(initiatief, current_user)
    found = get_update(initiatief.id, UpdateId(update_id))
    is_official = door.als is Hoedanigheid.GEBIEDSVERBINDER
    form: StapForm = RedenForm() if is_official else StapForm()
    status = OK
    if request.method != POST:
        form.renew(initiatief.versie)
    elif not form.validate():
        status = UNPROCESSABLE
    else:
        try:
            reden = form["reden"].data if is_official else ""
            remove_update(initiatief, found, door=door, reden=reden)
        except DomainError as error:
            status = refuse(form, error, initiatief)
        else:
            return to_page(initiatief, _("Het nieuws is weg."))
    return render_template(
        "initiatieven/voortgang/update_weg.html", form=form, initiatief=initiatief, update=found
    ), status
