"""Pages of the programmaredacteur: the goals of a concept."""

from http import HTTPStatus

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import requires
from participatie.core.errors import InvalidInputError, NotFoundError, StaleError
from participatie.core.permissions import Permission
from participatie.core.webforms import show_error, status_of
from participatie.opgaven.forms import VersieKeuzeForm
from participatie.opgaven.forms_doel import DoelForm, make_doel_form
from participatie.opgaven.models import DoelTekst, OpgaveVersie
from participatie.opgaven.queries_pagina import list_kengetallen_of
from participatie.opgaven.rules import INVOER_NAMEN
from participatie.opgaven.services_doelen import (
    add_doel,
    change_doel,
    get_tekst,
    list_doel_changes,
    list_dropped,
    move_doel,
    remove_doel,
    restore_doel,
)
from participatie.opgaven.types import Richting
from participatie.opgaven.views_beheer import own_concept, to_concept

bp = Blueprint("opgaven_doelen", __name__)


@bp.route("/<int:opgave_id>/concept/doelen/nieuw", methods=["GET", "POST"])
@requires(Permission.OPGAVE_BEHEREN)
def nieuw(opgave_id: int) -> ResponseReturnValue:
    """Add a goal."""
    concept = own_concept(opgave_id)
    form = make_doel_form(list_kengetallen_of(concept.opgave.gebied_id))
    if form.validate_on_submit():
        try:
            add_doel(concept, form.gegevens(), actor_id=current_user.id)
        except InvalidInputError as error:
            show_error(form, error)
        else:
            return to_concept(opgave_id, _("Het doel staat in het concept."))
    return _form_page(concept, form), status_of(form)


@bp.route("/<int:opgave_id>/concept/doelen/<int:doel_id>", methods=["GET", "POST"])
@requires(Permission.OPGAVE_BEHEREN)
def wijzigen(opgave_id: int, doel_id: int) -> ResponseReturnValue:
    """Change a goal, unless it was changed since the redacteur opened it."""
    concept = own_concept(opgave_id)
    tekst = get_tekst(concept, doel_id)
    form = make_doel_form(list_kengetallen_of(concept.opgave.gebied_id), tekst)
    if not form.validate_on_submit():
        return _form_page(concept, form, tekst), status_of(form)
    try:
        change_doel(tekst, form.gegevens(), versie=form.seen(), actor_id=current_user.id)
    except StaleError:
        anders = list_doel_changes(tekst, form.gegevens())
        form.versie.data = str(tekst.versie)
        return _form_page(concept, form, tekst, anders), HTTPStatus.CONFLICT
    return to_concept(opgave_id, _("Het doel is opgeslagen."))


@bp.post("/<int:opgave_id>/concept/doelen/<int:doel_id>/weghalen")
@requires(Permission.OPGAVE_BEHEREN)
def weghalen(opgave_id: int, doel_id: int) -> ResponseReturnValue:
    """Remove a goal from the concept."""
    tekst = get_tekst(own_concept(opgave_id), doel_id)
    seen = VersieKeuzeForm().seen()
    remove_doel(tekst, versie=seen, actor_id=current_user.id)
    return to_concept(opgave_id, _("Het doel staat niet meer in het concept."))


@bp.post("/<int:opgave_id>/concept/doelen/<int:doel_id>/terugzetten")
@requires(Permission.OPGAVE_BEHEREN)
def terugzetten(opgave_id: int, doel_id: int) -> ResponseReturnValue:
    """Put a goal back that the version before had."""
    concept = own_concept(opgave_id)
    found = next((tekst for tekst in list_dropped(concept) if tekst.doel_id == doel_id), None)
    if found is None:
        raise NotFoundError("Dit doel is niet weggehaald.")
    restore_doel(concept, found, actor_id=current_user.id)
    return to_concept(opgave_id, _("Het doel staat weer in het concept."))


@bp.post("/<int:opgave_id>/concept/doelen/<int:doel_id>/verplaatsen")
@requires(Permission.OPGAVE_BEHEREN)
def verplaatsen(opgave_id: int, doel_id: int) -> ResponseReturnValue:
    """Put a goal one place up or down among those that matter as much."""
    tekst = get_tekst(own_concept(opgave_id), doel_id)
    given = request.form.get("richting", "")
    if given not in set(Richting):
        raise InvalidInputError("Kies omhoog of omlaag.")
    moved = move_doel(tekst, Richting(given), actor_id=current_user.id)
    return to_concept(
        opgave_id, _("Het doel is verplaatst.") if moved else _("Het doel stond daar al.")
    )


def _form_page(
    concept: OpgaveVersie,
    form: DoelForm,
    tekst: DoelTekst | None = None,
    anders: tuple[str, ...] | None = None,
) -> str:
    return render_template(
        "opgaven/doel.html",
        concept=concept,
        form=form,
        tekst=tekst,
        anders=None if anders is None else [INVOER_NAMEN[naam] for naam in anders],
    )
