"""Doing an initiatief together: who does, inviting, answering and leaving."""

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import public, signed_in
from participatie.core.errors import DomainError, NotAllowedError
from participatie.core.limits import limiter
from participatie.initiatieven.errors_voortgang import (
    AlMedeError,
    UitnodigingVerlopenError,
)
from participatie.initiatieven.forms_mede import UitnodigingForm
from participatie.initiatieven.forms_stap import StapForm
from participatie.initiatieven.forms_voortgang import new_sleutel
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.queries_mede import (
    get_mede,
    get_open_uitnodiging,
    get_uitnodiging,
    list_uitnodigingen,
)
from participatie.initiatieven.queries_voortgang import is_initiatiefnemer, list_mede
from participatie.initiatieven.services_mede import (
    accept,
    decline,
    digest_of,
    invite,
    leave,
    take_back,
)
from participatie.initiatieven.types_voortgang import MedeId, UitnodigingId
from participatie.initiatieven.views_gepubliceerd import (
    ABOUT,
    NUMBER,
    OK,
    POST,
    SEE_OTHER,
    UNPROCESSABLE,
    read_gepubliceerd,
    refuse,
    to_page,
)

bp = Blueprint("mede", __name__)
PER_HOUR = "20 per hour"


@bp.route(f"{ABOUT}/samen", methods=["GET", POST])
@signed_in
@limiter.limit(PER_HOUR, methods=[POST])
def index(initiatief_id: int) -> ResponseReturnValue:
    """Show who does it together; the sender invites."""
    initiatief = read_gepubliceerd(initiatief_id)
    if not is_initiatiefnemer(initiatief, current_user.id):
        raise NotAllowedError
    form = UitnodigingForm()
    status = OK
    if request.method != POST:
        form.sleutel.data = new_sleutel()
    elif not form.validate():
        status = UNPROCESSABLE
    else:
        try:
            _invite(initiatief, form)
        except DomainError as error:
            status = refuse(form, error, initiatief)
        else:
            flash(_("De uitnodiging is verstuurd."), "success")
            return _to_index(initiatief)
    return render_template(
        "initiatieven/voortgang/samen.html",
        form=form,
        initiatief=initiatief,
        mede=list_mede(initiatief.id),
        uitnodigingen=list_uitnodigingen(initiatief.id),
        is_indiener=initiatief.indiener_id == current_user.id,
    ), status


def _invite(initiatief: Initiatief, form: UitnodigingForm) -> None:
    invite(
        initiatief,
        email=form.email.data or "",
        sleutel=form.sleutel.data or "",
        door_id=current_user.id,
        door_naam=current_user.naam,
    )


def _to_index(initiatief: Initiatief) -> ResponseReturnValue:
    return redirect(url_for("mede.index", initiatief_id=initiatief.id), SEE_OTHER)


@bp.post(f"{ABOUT}/samen/<{NUMBER}:mede_id>/weg")
@signed_in
def weg(initiatief_id: int, mede_id: int) -> ResponseReturnValue:
    """Let someone be initiatiefnemer no longer: himself, or the sender another."""
    initiatief = read_gepubliceerd(initiatief_id)
    mede = get_mede(initiatief.id, MedeId(mede_id))
    is_self = mede.gebruiker_id == current_user.id
    leave(initiatief, mede, door_id=current_user.id)
    if is_self:
        return to_page(initiatief, _("U bent geen initiatiefnemer meer van dit initiatief."))
    flash(_("Deze persoon is geen initiatiefnemer meer."), "success")
    return _to_index(initiatief)


@bp.post(f"{ABOUT}/samen/uitnodiging/<{NUMBER}:uitnodiging_id>/intrekken")
@signed_in
def intrekken(initiatief_id: int, uitnodiging_id: int) -> ResponseReturnValue:
    """Take an invitation back."""
    initiatief = read_gepubliceerd(initiatief_id)
    found = get_open_uitnodiging(initiatief.id, UitnodigingId(uitnodiging_id))
    take_back(initiatief, found, door_id=current_user.id)
    flash(_("De uitnodiging is ingetrokken."), "success")
    return _to_index(initiatief)


@bp.get("/uitnodiging/<token>")
@public
def uitnodiging(token: str) -> ResponseReturnValue:
    """Show the page of the mailed link; only its buttons answer."""
    g.private = True
    try:
        found = get_uitnodiging(digest_of(token))
    except UitnodigingVerlopenError as error:
        return _refuse_link(error)
    return render_template(
        "initiatieven/voortgang/uitnodiging.html",
        uitnodiging=found,
        token=token,
        form=StapForm(formdata=None),
        volgende=url_for("mede.uitnodiging", token=token),
    )


@bp.post("/uitnodiging/<token>/aannemen")
@signed_in
@limiter.limit(PER_HOUR)
def aannemen(token: str) -> ResponseReturnValue:
    """Say yes."""
    try:
        initiatief = accept(token=token, gebruiker_id=current_user.id)
    except (UitnodigingVerlopenError, AlMedeError) as error:
        return _refuse_link(error)
    return to_page(initiatief, _("U bent nu ook initiatiefnemer."))


@bp.post("/uitnodiging/<token>/afslaan")
@public
@limiter.limit(PER_HOUR)
def afslaan(token: str) -> ResponseReturnValue:
    """Say no; for that nobody needs an account."""
    try:
        decline(token=token)
    except UitnodigingVerlopenError as error:
        return _refuse_link(error)
    flash(_("U heeft de uitnodiging afgeslagen. Wij mailen u hierover niet meer."), "success")
    return redirect(url_for("initiatieven.index"), SEE_OTHER)


def _refuse_link(error: DomainError) -> ResponseReturnValue:
    page = render_template("initiatieven/voortgang/uitnodiging_voorbij.html", error=error)
    return page, int(error.status)
