"""The first step: what it is. Here a concept begins."""

import re
import secrets

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from participatie.core.access import public, requires, signed_in
from participatie.core.errors import DomainError
from participatie.core.permissions import Permission
from participatie.gebieden.queries import get_boom
from participatie.gebieden.types import GebiedId
from participatie.initiatieven import services
from participatie.initiatieven.errors import FormTooLargeError
from participatie.initiatieven.forms_filter import find_omtrek
from participatie.initiatieven.forms_wat import WatForm
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.types import Stap
from participatie.initiatieven.views_stap import (
    STOP,
    eigen,
    is_open,
    kept,
    refused,
    to_page,
    to_step,
)
from participatie.inzendingen.rules import FOTO_MAX_BYTES
from participatie.inzendingen.types import Fotowens

FOTO, VERWIJDER = "foto", "verwijder-"
OK, UNPROCESSABLE = 200, 422
NUMBER = re.compile("[0-9]{1,10}")


@public
def nieuw() -> ResponseReturnValue:
    """Show the first step, or ask a visitor to sign in first."""
    if not current_user.is_authenticated:
        return render_template(
            "initiatieven/aanmelden.html",
            volgende=url_for(".nieuw", gebied=request.args.get("gebied")),
        )
    form = WatForm(formulier_sleutel=secrets.token_urlsafe(32))
    return _page(form, None)


@requires(Permission.INZENDING_INDIENEN)
def begin() -> ResponseReturnValue:
    """Begin a concept with the first answers."""
    form = _answered()
    if not form.validate():
        return _page(form, None, UNPROCESSABLE)
    try:
        initiatief = services.start_concept(
            indiener_id=current_user.id,
            formulier_sleutel=form.formulier_sleutel.data or "",
            wat=form.to_wat(),
            fotos=_fotowens(form),
            gebied_id=_asked_gebied(),
        )
    except DomainError as error:
        return _page(form, None, form.refuse(error))
    return _go_on(initiatief)


@signed_in
def wat(initiatief_id: int) -> ResponseReturnValue:
    """Show the first step of a concept."""
    initiatief = eigen(initiatief_id)
    if not is_open(initiatief):
        return to_page(initiatief)
    form = WatForm(formdata=None)
    form.show(initiatief)
    return _page(form, initiatief)


@signed_in
def save_wat(initiatief_id: int) -> ResponseReturnValue:
    """Keep the answers and go on, stop, or stay for another photo."""
    initiatief = eigen(initiatief_id, lock=True)
    form = _answered()
    if not form.validate():
        return _page(form, initiatief, UNPROCESSABLE)
    try:
        services.save_wat(
            initiatief, form.to_wat(), fotos=_fotowens(form), versie=form.seen_version
        )
    except DomainError as error:
        return _page(form, initiatief, refused(form, error, initiatief))
    return _go_on(initiatief)


def too_large(_error: Exception) -> ResponseReturnValue:
    """Say what to do when so much was sent that nothing of it was read."""
    error = FormTooLargeError()
    return render_template("errors/refused.html", error=error), error.status


def _asked_gebied() -> GebiedId | None:
    """Return the gebied of the page someone came from."""
    found = find_omtrek(get_boom(), request.args.get("gebied", ""))
    return found.id if found else None


def _answered() -> WatForm:
    form = WatForm()
    form.only_keep = _action() == STOP or _stays()
    return form


def _action() -> str:
    return request.form.get("actie", "")


def _stays() -> bool:
    return _action() == FOTO or _action().startswith(VERWIJDER)


def _fotowens(form: WatForm) -> Fotowens:
    number = _action().removeprefix(VERWIJDER)
    upload = form.foto.data
    return Fotowens(
        weg_id=int(number) if _stays() and NUMBER.fullmatch(number) else None,
        content=upload.read(FOTO_MAX_BYTES + 1) if upload else None,
        filename=(upload.filename or "") if upload else "",
        beschrijving=form.foto_beschrijving.data,
    )


def _go_on(initiatief: Initiatief) -> ResponseReturnValue:
    if _action() == STOP:
        return kept()
    if _stays():
        return to_step(initiatief, Stap.WAT, anchor="fotos")
    return to_step(initiatief, Stap.WAAR)


def _page(form: WatForm, initiatief: Initiatief | None, status: int = OK) -> ResponseReturnValue:
    page = render_template(
        "initiatieven/stappen/wat.html", form=form, initiatief=initiatief, stap=Stap.WAT
    )
    return page, status
