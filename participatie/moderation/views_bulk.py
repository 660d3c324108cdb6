"""Doing the same to many: choose, say what, see what came of it, and undo."""

import secrets
from collections.abc import Sequence
from http import HTTPStatus

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import requires
from participatie.core.errors import InvalidInputError
from participatie.core.permissions import Permission
from participatie.core.webforms import show_error, status_of
from participatie.moderation.forms_selectie import SelectieForm, TerugForm, handler_choices
from participatie.moderation.models_kader import Afwegingsgrond
from participatie.moderation.models_werk import Bulkactie
from participatie.moderation.queries_bulk import get_bulkactie, list_chosen
from participatie.moderation.queries_bureau import own_ids
from participatie.moderation.queries_kader import list_current, words_of_grond
from participatie.moderation.queries_verdeling import list_afdelingen, list_collegas
from participatie.moderation.rules_bulk import read_keuzes
from participatie.moderation.services_bulk import run_bulk, told, undo_bulk
from participatie.moderation.types import BulkSoort, Keuze, Uitkomst


@requires(Permission.INZENDING_MODEREREN)
def selectie() -> ResponseReturnValue:
    """Ask what to do with what was ticked."""
    keuzes = read_keuzes(request.args.getlist("keuze"))
    form = _offered(SelectieForm(formdata=None, sleutel=secrets.token_urlsafe(24)))
    wanted = request.args.get("actie")
    form.actie.data = next((one.value for one in BulkSoort if one == wanted), None)
    return _page(form, keuzes)


@requires(Permission.INZENDING_MODEREREN)
def doe_selectie() -> ResponseReturnValue:
    """Do it to all that may."""
    keuzes = read_keuzes(request.form.getlist("keuze"))
    form = _offered(SelectieForm())
    opdracht = form.opdracht()
    sleutel = form.text("sleutel")[:43]
    if opdracht is None or not sleutel:
        return _page(form, keuzes, HTTPStatus.UNPROCESSABLE_ENTITY)
    actie = run_bulk(opdracht, keuzes, door=current_user, sleutel=sleutel)
    flash(told(actie), "success")
    return _to(actie)


@requires(Permission.INZENDING_MODEREREN)
def bulkactie(actie_id: int) -> ResponseReturnValue:
    """Show what was done, and what could not be done and why."""
    return _result(get_bulkactie(actie_id, current_user.id), TerugForm(formdata=None))


@requires(Permission.INZENDING_MODEREREN)
def bulkactie_terug(actie_id: int) -> ResponseReturnValue:
    """Undo all of it that still can be."""
    actie = get_bulkactie(actie_id, current_user.id)
    form = TerugForm()
    if not form.validate_on_submit():
        return _result(actie, form)
    try:
        undo_bulk(actie, reden=form.text("reden"), door=current_user)
    except InvalidInputError as error:
        show_error(form, error)
        return _result(actie, form)
    flash(_("Het is teruggedraaid."), "success")
    return _to(actie)


def _offered(form: SelectieForm) -> SelectieForm:
    gronden = [
        words_of_grond(one)
        for one in list_current(Afwegingsgrond)
        if one.carries(Uitkomst.PUBLICEREN)
    ]
    form.offer(gronden, handler_choices(list_afdelingen(), list_collegas(None)))
    return form


def _page(
    form: SelectieForm, keuzes: Sequence[Keuze], status: HTTPStatus = HTTPStatus.OK
) -> ResponseReturnValue:
    page = render_template(
        "moderation/selectie.html",
        form=form,
        gekozen=list_chosen(keuzes, own_ids(current_user)),
        keuzes={keuze.inzending_id: keuze.versie for keuze in keuzes},
    )
    return page, status


def _result(actie: Bulkactie, form: TerugForm) -> ResponseReturnValue:
    page = render_template("moderation/bulkactie.html", actie=actie, form=form, gedaan=told(actie))
    return page, status_of(form)


def _to(actie: Bulkactie) -> ResponseReturnValue:
    return redirect(url_for("moderation.bulkactie", actie_id=actie.id), HTTPStatus.SEE_OTHER)
