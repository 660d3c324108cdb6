"""Pages of the programmaredacteur: beginning, changing, adopting and herijken an opgave."""

from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core import clock
from participatie.core.access import check_permission, requires
from participatie.core.errors import InvalidInputError, StaleError
from participatie.core.permissions import Permission
from participatie.core.webforms import Form, show_error, status_of
from participatie.gebieden.queries import get_boom
from participatie.gebieden.types import GebiedId
from participatie.opgaven.forms import (
    HerijkForm,
    VaststelForm,
    VersieKeuzeForm,
    make_nieuwe_form,
    make_versie_form,
)
from participatie.opgaven.models import OpgaveVersie
from participatie.opgaven.queries import (
    get_concept,
    get_opgave,
    sorted_teksten,
    versie_gegevens_of,
)
from participatie.opgaven.queries_pagina import list_beheer
from participatie.opgaven.rules import INVOER_NAMEN
from participatie.opgaven.services import (
    change_concept,
    herijk,
    list_changes,
    start_opgave,
    throw_away,
    vaststel,
)
from participatie.opgaven.services_doelen import list_beside, list_dropped

bp = Blueprint("opgaven_beheer", __name__)


@bp.get("/beheer")
@requires(Permission.OPGAVE_BEHEREN)
def index() -> ResponseReturnValue:
    """Show the opgaven that this redacteur keeps, with what is in the making."""
    page = list_beheer(own_gebieden(), request.args.get("pagina", 1, type=int))
    return render_template("opgaven/beheer.html", page=page)


@bp.route("/nieuw", methods=["GET", "POST"])
@requires(Permission.OPGAVE_BEHEREN)
def nieuw() -> ResponseReturnValue:
    """Begin an opgave."""
    form = make_nieuwe_form(own_gebieden(), clock.today().year)
    if form.validate_on_submit():
        try:
            made = start_opgave(form.gebied_id, form.gegevens(), actor_id=current_user.id)
        except InvalidInputError as error:
            show_error(form, error)
        else:
            return to_concept(made.opgave_id, _("Het concept is gemaakt. Voeg nu de doelen toe."))
    return render_template("opgaven/nieuw.html", form=form), status_of(form)


@bp.route("/<int:opgave_id>/concept", methods=["GET", "POST"])
@requires(Permission.OPGAVE_BEHEREN)
def concept(opgave_id: int) -> ResponseReturnValue:
    """Show the concept with its goals, and change what it says apart from them."""
    found = own_concept(opgave_id)
    form = make_versie_form(found)
    anders = None
    if form.validate_on_submit():
        try:
            change_concept(found, form.gegevens(), versie=form.seen(), actor_id=current_user.id)
        except InvalidInputError as error:
            show_error(form, error)
        except StaleError:
            anders = list_changes(found, form.gegevens())
            form.versie.data = str(found.versie)
            return _concept_page(found, form, anders), HTTPStatus.CONFLICT
        else:
            return to_concept(opgave_id, _("Het concept is opgeslagen."))
    return _concept_page(found, form, anders), status_of(form)


@bp.route("/<int:opgave_id>/herijken", methods=["GET", "POST"])
@requires(Permission.OPGAVE_BEHEREN)
def herijken(opgave_id: int) -> ResponseReturnValue:
    """Begin a new version from the one that holds, with the reason."""
    opgave = get_opgave(opgave_id, lock=request.method == "POST")
    check_permission(Permission.OPGAVE_BEHEREN, opgave.gebied_id)
    laatste = opgave.versies[-1]
    form = HerijkForm(data=_filled(laatste))
    if form.validate_on_submit():
        try:
            herijk(opgave, form.gegevens(), actor_id=current_user.id)
        except InvalidInputError as error:
            show_error(form, error)
        else:
            return to_concept(opgave_id, _("De nieuwe versie is een concept. Pas de doelen aan."))
    page = render_template("opgaven/herijken.html", form=form, opgave=opgave, laatste=laatste)
    return page, status_of(form)


@bp.route("/<int:opgave_id>/vaststellen", methods=["GET", "POST"])
@requires(Permission.OPGAVE_BEHEREN)
def vaststellen(opgave_id: int) -> ResponseReturnValue:
    """Adopt the concept by a decision."""
    found = own_concept(opgave_id)
    form = VaststelForm(data={"versie": str(found.versie)})
    intussen = False
    if form.validate_on_submit():
        try:
            vaststel(found, form.besluit(), versie=form.seen(), actor_id=current_user.id)
        except InvalidInputError as error:
            show_error(form, error)
        except StaleError:
            form.versie.data = str(found.versie)
            intussen = True
        else:
            flash(_("De gebiedsopgave is vastgesteld. Iedereen kan haar nu lezen."), "success")
            address = url_for("opgaven.detail", opgave_id=opgave_id)
            return redirect(address, HTTPStatus.SEE_OTHER)
    page = render_template(
        "opgaven/vaststellen.html",
        form=form,
        versie=found,
        teksten=sorted_teksten(found),
        vandaag=clock.today(),
        intussen=intussen,
    )
    return page, HTTPStatus.CONFLICT if intussen else status_of(form)


@bp.route("/<int:opgave_id>/weggooien", methods=["GET", "POST"])
@requires(Permission.OPGAVE_BEHEREN)
def weggooien(opgave_id: int) -> ResponseReturnValue:
    """Throw the concept away, after asking."""
    found = own_concept(opgave_id)
    form = VersieKeuzeForm(data={"versie": str(found.versie)})
    if form.validate_on_submit():
        throw_away(found, versie=form.seen(), actor_id=current_user.id)
        flash(_("Het concept is weggegooid."), "success")
        return redirect(url_for("opgaven_beheer.index"), HTTPStatus.SEE_OTHER)
    page = render_template("opgaven/weggooien.html", form=form, versie=found)
    return page, status_of(form)


def own_gebieden() -> list[GebiedId]:
    """Return the gebieden of which this redacteur keeps the opgaven, from large to small."""
    return [
        gebied_id
        for gebied_id in get_boom().omtrekken
        if current_user.may(Permission.OPGAVE_BEHEREN, gebied_id)
    ]


def own_concept(opgave_id: int) -> OpgaveVersie:
    """Return the concept of an opgave that this redacteur keeps; locked to change it."""
    found = get_concept(opgave_id, lock=request.method == "POST")
    check_permission(Permission.OPGAVE_BEHEREN, found.opgave.gebied_id)
    return found


def to_concept(opgave_id: int, message: str) -> ResponseReturnValue:
    """Go to the concept and say what was done."""
    flash(message, "success")
    address = url_for("opgaven_beheer.concept", opgave_id=opgave_id)
    return redirect(address, HTTPStatus.SEE_OTHER)


def _filled(versie: OpgaveVersie) -> dict[str, str]:
    stored = versie_gegevens_of(versie)
    return {
        "van_jaar": str(stored.van_jaar),
        "tot_jaar": str(stored.tot_jaar),
        "inleiding": stored.inleiding,
    }


def _concept_page(found: OpgaveVersie, form: Form, anders: tuple[str, ...] | None) -> str:
    teksten = sorted_teksten(found)
    return render_template(
        "opgaven/concept.html",
        versie=found,
        form=form,
        anders=None if anders is None else [INVOER_NAMEN[naam] for naam in anders],
        doelen=[(tekst, list_beside(found, tekst)) for tekst in teksten],
        vervallen=list_dropped(found),
    )
