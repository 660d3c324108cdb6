"""Signals from the gebieden, and the wijken nobody is heard from: for officials."""

from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core import clock
from participatie.core.access import check_permission, current_person, requires
from participatie.core.errors import InvalidInputError
from participatie.core.permissions import Permission
from participatie.core.webforms import show_error, status_of
from participatie.gebieden.queries import get_boom
from participatie.gebieden.types import GebiedId
from participatie.signalen.forms import BehandelForm, VersieForm, can_be_handled
from participatie.signalen.models import Signaal
from participatie.signalen.queries import (
    count_signalen,
    get_signaal,
    list_signalen,
    list_stappen,
    list_stil,
)
from participatie.signalen.rules import MAANDEN, WEEK
from participatie.signalen.services import handle, put_back
from participatie.signalen.types import SignaalStatus

bp = Blueprint("signalen", __name__)
SIGNAAL = "/<int(max=2147483647):signaal_id>"
EEN_DAG = WEEK / 7


@bp.get("")
@requires(Permission.SIGNAAL_BEHANDELEN)
def index() -> ResponseReturnValue:
    """Show the signals of someone's own gebieden, and which wijken are silent."""
    own = _own_gebieden()
    asked = request.args.get("status")
    status = next((one for one in SignaalStatus if one == asked), SignaalStatus.NIEUW)
    maanden = request.args.get("maanden", 0, type=int)
    maanden = maanden if maanden in MAANDEN else MAANDEN[1]
    counts = count_signalen(own)
    number = request.args.get("pagina", 1, type=int)
    return render_template(
        "signalen/index.html",
        page=list_signalen(own, status, number, counts[status]),
        status=status,
        aantallen=counts,
        stil=list_stil(own, maanden, vandaag=clock.today()),
        maanden=maanden,
        keuzes=MAANDEN,
    )


@bp.get(SIGNAAL)
@requires(Permission.SIGNAAL_BEHANDELEN)
def signaal(signaal_id: int) -> ResponseReturnValue:
    """Show one signal, what was done with it, and ask what to do."""
    found = _load(signaal_id)
    return _page(found, BehandelForm(formdata=None))


@bp.post(f"{SIGNAAL}/behandelen")
@requires(Permission.SIGNAAL_BEHANDELEN)
def behandel(signaal_id: int) -> ResponseReturnValue:
    """Keep what an official did with a signal."""
    found = _load(signaal_id)
    form = BehandelForm()
    if form.validate_on_submit():
        try:
            handle(
                signaal=found,
                status=form.chosen,
                notitie=form.text("notitie"),
                door=current_user,
                versie=form.seen,
            )
        except InvalidInputError as error:
            show_error(form, error)
        else:
            flash(_("Opgeslagen. U kunt dit terugzetten."), "success")
            return redirect(url_for("signalen.signaal", signaal_id=found.id), HTTPStatus.SEE_OTHER)
    return _page(found, form)


@bp.post(f"{SIGNAAL}/terugzetten")
@requires(Permission.SIGNAAL_BEHANDELEN)
def zet_terug(signaal_id: int) -> ResponseReturnValue:
    """Put a signal back to new."""
    found = _load(signaal_id)
    put_back(signaal=found, door=current_user, versie=VersieForm().seen)
    flash(_("Dit signaal staat weer bij Nieuw."), "success")
    return redirect(url_for("signalen.signaal", signaal_id=found.id), HTTPStatus.SEE_OTHER)


def _own_gebieden() -> list[GebiedId]:
    person = current_person()
    return [
        found for found in get_boom().omtrekken if person.may(Permission.SIGNAAL_BEHANDELEN, found)
    ]


def _load(signaal_id: int) -> Signaal:
    found = get_signaal(signaal_id)
    check_permission(Permission.SIGNAAL_BEHANDELEN, found.gebied_id)
    return found


def _page(found: Signaal, form: BehandelForm) -> ResponseReturnValue:
    form.versie.raw_data = None
    form.versie.data = str(found.versie)
    page = render_template(
        "signalen/signaal.html",
        signaal=found,
        zondag=found.week + WEEK - EEN_DAG,
        form=form,
        stappen=list_stappen(found.id),
        te_doen=can_be_handled(found.status),
    )
    return page, status_of(form)
