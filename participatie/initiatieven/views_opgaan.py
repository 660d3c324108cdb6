"""One initiatief that goes into another: proposing, answering, undoing, moving along."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import check_permission, requires, signed_in
from participatie.core.errors import DomainError, NotAllowedError
from participatie.core.permissions import Permission
from participatie.initiatieven.errors_opgaan import SamenvoegenKanNietError
from participatie.initiatieven.forms_opgaan import AntwoordForm, VoorstelForm
from participatie.initiatieven.forms_voortgang import RedenForm
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.models_opgaan import Samenvoeging
from participatie.initiatieven.queries_opgaan import (
    find_by_kenmerk,
    get_samenvoeging,
    list_lijkende,
)
from participatie.initiatieven.queries_voortgang import get_betrokkene, get_gepubliceerd
from participatie.initiatieven.services_opgaan import (
    agree,
    move_along,
    propose,
    take_back,
    undo,
)
from participatie.initiatieven.services_opgaan import refuse as keep_apart
from participatie.initiatieven.services_vertellen import check_goes_on
from participatie.initiatieven.types_opgaan import SamenvoegingId, SamenvoegingStatus
from participatie.initiatieven.types_voortgang import Betrokkene, Hoedanigheid
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
from participatie.inzendingen.types import InzendingId

bp = Blueprint("opgaan", __name__)
ONE = f"{ABOUT}/opgaan/<{NUMBER}:samenvoeging_id>"


@bp.route(f"{ABOUT}/opgaan", methods=["GET", POST])
@signed_in
def voorstellen(initiatief_id: int) -> ResponseReturnValue:
    """Propose that this one and another go together."""
    initiatief = read_gepubliceerd(initiatief_id)
    door = get_betrokkene(initiatief, current_user)
    check_goes_on(initiatief)
    form = VoorstelForm()
    form.offer(list_lijkende(initiatief))
    status = OK
    if request.method == POST and not form.validate():
        status = UNPROCESSABLE
    elif request.method == POST:
        try:
            made = propose(initiatief, _ander(form), reden=form.reden.data, door=door)
        except DomainError as error:
            status = refuse(form, error, initiatief)
        else:
            return to_page(made.later, _proposed(made))
    return render_template(
        "initiatieven/opgaan/voorstellen.html", form=form, initiatief=initiatief
    ), status


def _ander(form: VoorstelForm) -> Initiatief:
    """Return the other one: chosen from the list, or known by its number."""
    if (form.kenmerk.data or "").strip():
        found = find_by_kenmerk(form.kenmerk.data)
    elif form.ander.data:
        found = get_gepubliceerd(InzendingId(int(form.ander.data)), current_user)
    else:
        raise SamenvoegenKanNietError(_("Kies een initiatief, of vul een kenmerk in."))
    if found is None:
        raise SamenvoegenKanNietError(_("Wij vinden geen initiatief met dit kenmerk op de site."))
    return found


def _proposed(made: Samenvoeging) -> str:
    if made.status is SamenvoegingStatus.AKKOORD:
        return str(_("Dit initiatief is opgegaan in “%(titel)s”.", titel=made.eerder.titel))
    return str(_("Het voorstel is verstuurd. De indiener beslist of dit initiatief opgaat."))


@bp.route(ONE, methods=["GET", POST])
@signed_in
def antwoord(initiatief_id: int, samenvoeging_id: int) -> ResponseReturnValue:
    """Ask the sender of the later whether he agrees."""
    initiatief = read_gepubliceerd(initiatief_id)
    found = _samenvoeging(initiatief, samenvoeging_id)
    if initiatief.indiener_id != current_user.id:
        raise NotAllowedError
    form = AntwoordForm()
    status = OK
    if request.method == POST and not form.validate():
        status = UNPROCESSABLE
    elif request.method == POST:
        try:
            _answer(found, form)
        except DomainError as error:
            status = refuse(form, error, initiatief)
        else:
            return to_page(initiatief, _("Uw antwoord is bewaard."))
    return render_template(
        "initiatieven/opgaan/antwoord.html", form=form, initiatief=initiatief, samenvoeging=found
    ), status


def _samenvoeging(initiatief: Initiatief, samenvoeging_id: int) -> Samenvoeging:
    lock = request.method == POST
    return get_samenvoeging(initiatief.id, SamenvoegingId(samenvoeging_id), lock=lock)


def _answer(found: Samenvoeging, form: AntwoordForm) -> None:
    if form.agrees:
        agree(found, door_id=current_user.id)
    else:
        keep_apart(found, antwoord=form.antwoord.data, door_id=current_user.id)


@bp.post(f"{ONE}/intrekken")
@signed_in
def intrekken(initiatief_id: int, samenvoeging_id: int) -> ResponseReturnValue:
    """Take a proposal back: who made it, or a gebiedsverbinder."""
    initiatief = read_gepubliceerd(initiatief_id)
    found = _samenvoeging(initiatief, samenvoeging_id)
    take_back(found, door=_proposer(found, initiatief))
    return to_page(initiatief, _("Het voorstel is ingetrokken."))


def _proposer(found: Samenvoeging, initiatief: Initiatief) -> Betrokkene:
    if found.voorgesteld_door_id == current_user.id:
        return Betrokkene(current_user.id, found.als)
    check_permission(Permission.INZENDING_MODEREREN, initiatief.gebied_id)
    return Betrokkene(current_user.id, Hoedanigheid.GEBIEDSVERBINDER)


@bp.route(f"{ONE}/terugdraaien", methods=["GET", POST])
@requires(Permission.INZENDING_MODEREREN)
def terugdraaien(initiatief_id: int, samenvoeging_id: int) -> ResponseReturnValue:
    """Let it stand on its own again."""
    initiatief = read_gepubliceerd(initiatief_id)
    check_permission(Permission.INZENDING_MODEREREN, initiatief.gebied_id)
    found = _samenvoeging(initiatief, samenvoeging_id)
    form = RedenForm()
    status = OK
    if request.method == POST and not form.validate():
        status = UNPROCESSABLE
    elif request.method == POST:
        try:
            door = Betrokkene(current_user.id, Hoedanigheid.GEBIEDSVERBINDER)
            undo(found, reden=form.reden.data, door=door)
        except DomainError as error:
            status = refuse(form, error, initiatief)
        else:
            return to_page(initiatief, _("Dit initiatief staat weer apart."))
    return render_template(
        "initiatieven/opgaan/terugdraaien.html", form=form, initiatief=initiatief,
        samenvoeging=found,
    ), status  # fmt: skip


@bp.post(f"{ABOUT}/meegaan")
@signed_in
def meegaan(initiatief_id: int) -> ResponseReturnValue:
    """Follow and support the earlier as one did the later."""
    initiatief = read_gepubliceerd(initiatief_id)
    move_along(initiatief, gebruiker_id=current_user.id)
    return to_page(initiatief, _("Dank u wel. U volgt en steunt nu het andere initiatief."))
