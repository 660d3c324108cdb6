"""The second step: where it is."""

from flask import render_template
from flask.typing import ResponseReturnValue

from participatie.core.access import signed_in
from participatie.core.errors import DomainError
from participatie.gebieden.queries import get_boom
from participatie.initiatieven import services
from participatie.initiatieven.forms_waar import WaarForm
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.types import Stap
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
def waar(initiatief_id: int) -> ResponseReturnValue:
    """Show the second step."""
    initiatief = eigen(initiatief_id)
    if not is_open(initiatief):
        return to_page(initiatief)
    form = WaarForm(formdata=None)
    form.show(initiatief)
    return _page(form, initiatief)


@signed_in
def save_waar(initiatief_id: int) -> ResponseReturnValue:
    """Keep the place and go on, or stop."""
    initiatief = eigen(initiatief_id, lock=True)
    form = WaarForm()
    form.only_keep = wants_to_stop()
    form.offer(get_boom())
    if not form.validate():
        return _page(form, initiatief, UNPROCESSABLE)
    try:
        services.save_waar(initiatief, form.to_plek(), versie=form.seen_version)
    except DomainError as error:
        return _page(form, initiatief, refused(form, error, initiatief))
    return kept() if form.only_keep else to_step(initiatief, Stap.BEKEND)


def _page(form: WaarForm, initiatief: Initiatief, status: int = OK) -> ResponseReturnValue:
    form.offer(get_boom())
    page = render_template(
        "initiatieven/stappen/waar.html", form=form, initiatief=initiatief, stap=Stap.WAAR
    )
    return page, status
