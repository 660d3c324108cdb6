"""Answering whether it is done, and deciding about who says no."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import check_permission, requires, signed_in
from participatie.core.errors import DomainError
from participatie.core.permissions import Permission
from participatie.initiatieven.errors_voortgang import NietGevraagdError
from participatie.initiatieven.forms_klopt import HEROPEN, BezwaarForm, KloptForm
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.queries_klopt import (
    count_klopt,
    find_antwoord,
    find_lopende_realisatie,
    get_bezwaar,
    is_gevraagd,
)
from participatie.initiatieven.services_klopt import answer_klopt, heropen, laat_zo
from participatie.initiatieven.types_voortgang import AntwoordId, Betrokkene, Hoedanigheid
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

bp = Blueprint("klopt", __name__)


@bp.route(f"{ABOUT}/klopt", methods=["GET", POST])
@signed_in
def vraag(initiatief_id: int) -> ResponseReturnValue:
    """Ask whether it is done, and keep the answer."""
    initiatief = read_gepubliceerd(initiatief_id)
    form = KloptForm()
    status = OK
    if request.method != POST:
        if not _may_answer(initiatief):
            return to_page(initiatief, _("U heeft hier al op geantwoord. Dank u wel."), "info")
    elif not form.validate():
        status = UNPROCESSABLE
    else:
        try:
            _answer(initiatief, form)
        except DomainError as error:
            status = refuse(form, error, initiatief)
        else:
            return to_page(initiatief, _thanks(form))
    return render_template(
        "initiatieven/voortgang/klopt.html", form=form, initiatief=initiatief,
        realisatie=find_lopende_realisatie(initiatief.id),
    ), status  # fmt: skip


def _may_answer(initiatief: Initiatief) -> bool:
    """Tell whether the question is still to be answered; raise when it was never asked."""
    realisatie = find_lopende_realisatie(initiatief.id)
    if realisatie is None:
        raise NietGevraagdError
    if find_antwoord(realisatie.id, current_user.id) is not None:
        return False
    if not is_gevraagd(initiatief, realisatie, current_user.id):
        raise NietGevraagdError
    return True


def _answer(initiatief: Initiatief, form: KloptForm) -> None:
    answer_klopt(
        initiatief, gebruiker_id=current_user.id, klopt=form.says_yes, reden=form.reden.data
    )


def _thanks(form: KloptForm) -> str:
    if form.says_yes:
        return str(_("Dank u wel. Uw antwoord telt mee."))
    return str(_("Dank u wel. De gebiedsverbinder kijkt ernaar en mailt u."))


@bp.route(f"{ABOUT}/bezwaar/<{NUMBER}:bezwaar_id>", methods=["GET", POST])
@requires(Permission.INZENDING_MODEREREN)
def bezwaar(initiatief_id: int, bezwaar_id: int) -> ResponseReturnValue:
    """Decide what becomes of a no."""
    initiatief = read_gepubliceerd(initiatief_id)
    check_permission(Permission.INZENDING_MODEREREN, initiatief.gebied_id)
    found = get_bezwaar(initiatief.id, AntwoordId(bezwaar_id), lock=request.method == POST)
    form = BezwaarForm()
    status = OK
    if request.method == POST and not form.validate():
        status = UNPROCESSABLE
    elif request.method == POST:
        judge = heropen if form.oordeel.data == HEROPEN else laat_zo
        door = Betrokkene(current_user.id, Hoedanigheid.GEBIEDSVERBINDER)
        try:
            judge(initiatief, found, reden=form.reden.data, door=door)
        except DomainError as error:
            status = refuse(form, error, initiatief)
        else:
            return to_page(
                initiatief, _("Uw besluit is bewaard. De bezwaarmaker krijgt een e-mail.")
            )
    return render_template(
        "initiatieven/voortgang/bezwaar.html", form=form, initiatief=initiatief, bezwaar=found,
        telling=count_klopt(found.realisatie_id),
    ), status  # fmt: skip
