"""The third step: is this already planned or proposed? Only shown when there is something."""

from collections.abc import Sequence

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from participatie.core.access import signed_in
from participatie.core.errors import DomainError, InvalidInputError
from participatie.initiatieven.forms_bekend import (
    BekendForm,
    make_bekend_form,
    names_something_else,
)
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.queries_bekend import given_answers, list_bekend
from participatie.initiatieven.services_bekend import answer_bekend
from participatie.initiatieven.types import BekendItem, Stap
from participatie.initiatieven.views_stap import (
    eigen,
    is_open,
    kept,
    refused,
    to_page,
    to_step,
    wants_to_stop,
)

OK, UNPROCESSABLE = 200, 422


@signed_in
def bekend(initiatief_id: int) -> ResponseReturnValue:
    """Show what is planned and proposed there, or go on when there is nothing."""
    initiatief = eigen(initiatief_id)
    if not is_open(initiatief):
        return to_page(initiatief)
    items = list_bekend(initiatief)
    if not items:
        return to_step(initiatief, Stap.CONTROLE)
    form = make_bekend_form(items, given_answers(initiatief))
    form.renew(initiatief.versie)
    return _page(form, initiatief, items)


@signed_in
def save_bekend(initiatief_id: int) -> ResponseReturnValue:
    """Keep the answers and go on, or stop."""
    initiatief = eigen(initiatief_id, lock=True)
    items = list_bekend(initiatief)
    form = make_bekend_form(items, {})
    if not form.validate():
        return _page(form, initiatief, items, UNPROCESSABLE)
    try:
        if names_something_else(list(request.form), items):
            raise InvalidInputError(
                _("De lijst is veranderd. Bekijk hem opnieuw en kies wat u wilt.")
            )
        answer_bekend(initiatief, form.answers(), items=items, versie=form.seen_version)
    except DomainError as error:
        return _page(form, initiatief, items, refused(form, error, initiatief))
    return kept() if wants_to_stop() else to_step(initiatief, Stap.CONTROLE)


def _page(
    form: BekendForm, initiatief: Initiatief, items: Sequence[BekendItem], status: int = OK
) -> ResponseReturnValue:
    page = render_template(
        "initiatieven/stappen/bekend.html",
        form=form,
        initiatief=initiatief,
        items=items,
        stap=Stap.BEKEND,
    )
    return page, status
