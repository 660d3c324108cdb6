"""Pages on which meetings are announced, changed, called off and reported."""

from collections.abc import Callable
from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.agenda.forms import AfgelastForm, BijeenkomstForm, VerslagForm, make_form
from participatie.agenda.models import Bijeenkomst
from participatie.agenda.queries import get_bijeenkomst
from participatie.agenda.services import announce, call_off, change_bijeenkomst, write_verslag
from participatie.core.access import check_permission, requires
from participatie.core.errors import InvalidInputError, StaleError
from participatie.core.permissions import Permission
from participatie.core.webforms import Form, show_error, status_of
from participatie.gebieden.queries import get_boom

bp = Blueprint("agenda_beheer", __name__)


@bp.route("/nieuw", methods=["GET", "POST"])
@requires(Permission.AGENDA_BEHEREN)
def nieuw() -> ResponseReturnValue:
    """Announce a meeting."""
    form = _form(None)
    if form.validate_on_submit():
        try:
            made = announce(form.gegevens(), door_id=current_user.id)
        except InvalidInputError as error:
            show_error(form, error)
        else:
            return _saved(made, _("De bijeenkomst staat in de agenda."))
    return _page("agenda/formulier.html", form, None), status_of(form)


@bp.route("/<int:bijeenkomst_id>/wijzigen", methods=["GET", "POST"])
@requires(Permission.AGENDA_BEHEREN)
def wijzigen(bijeenkomst_id: int) -> ResponseReturnValue:
    """Change a meeting."""
    one = _own(bijeenkomst_id)
    form = _form(one)

    def act() -> None:
        change_bijeenkomst(one, form.gegevens(), versie=form.seen, door_id=current_user.id)

    return _handle(one, form, act, "agenda/formulier.html", _("De bijeenkomst is gewijzigd."))


@bp.route("/<int:bijeenkomst_id>/afgelasten", methods=["GET", "POST"])
@requires(Permission.AGENDA_BEHEREN)
def afgelasten(bijeenkomst_id: int) -> ResponseReturnValue:
    """Say that a meeting does not take place."""
    one = _own(bijeenkomst_id)
    form = AfgelastForm(data={"versie": str(one.versie)})

    def act() -> None:
        call_off(one, reden=form.text("reden"), versie=form.seen, door_id=current_user.id)

    return _handle(one, form, act, "agenda/afgelasten.html", _("De bijeenkomst is afgelast."))


@bp.route("/<int:bijeenkomst_id>/verslag", methods=["GET", "POST"])
@requires(Permission.AGENDA_BEHEREN)
def verslag(bijeenkomst_id: int) -> ResponseReturnValue:
    """Tell what was said."""
    one = _own(bijeenkomst_id)
    form = VerslagForm(data={"versie": str(one.versie), "verslag": one.verslag})

    def act() -> None:
        write_verslag(one, verslag=form.text("verslag"), versie=form.seen, door_id=current_user.id)

    return _handle(one, form, act, "agenda/verslag.html", _("Het verslag staat op de site."))


def _handle(
    one: Bijeenkomst,
    form: BijeenkomstForm | AfgelastForm | VerslagForm,
    act: Callable[[], None],
    template: str,
    done: str,
) -> ResponseReturnValue:
    """Show the form, or do it; what someone else changed meanwhile is told above the form."""
    if form.validate_on_submit():
        try:
            act()
        except InvalidInputError as error:
            show_error(form, error)
        except StaleError as error:
            form.versie.data = str(one.versie)
            return _page(template, form, one, str(error)), HTTPStatus.CONFLICT
        else:
            return _saved(one, done)
    return _page(template, form, one), status_of(form)


def _form(one: Bijeenkomst | None) -> BijeenkomstForm:
    boom = get_boom()
    own = [
        gebied_id
        for gebied_id in boom.omtrekken
        if current_user.may(Permission.AGENDA_BEHEREN, gebied_id)
    ]
    return make_form(boom, own, one, request.args.get("gebied", ""))


def _own(bijeenkomst_id: int) -> Bijeenkomst:
    one = get_bijeenkomst(bijeenkomst_id, lock=request.method == "POST")
    check_permission(Permission.AGENDA_BEHEREN, one.gebied_id)
    return one


def _page(template: str, form: Form, one: Bijeenkomst | None, conflict: str = "") -> str:
    return render_template(template, form=form, one=one, conflict=conflict)


def _saved(one: Bijeenkomst, message: str) -> ResponseReturnValue:
    flash(message, "success")
    target = url_for("agenda.detail", bijeenkomst_id=one.id)
    return redirect(target, HTTPStatus.SEE_OTHER)
