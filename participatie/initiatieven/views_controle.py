"""The fourth step: check and send, and the receipt."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from participatie.core.access import signed_in
from participatie.core.errors import DomainError, NotFoundError
from participatie.initiatieven import services
from participatie.initiatieven.forms_stap import StapForm
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.queries import missing_step
from participatie.initiatieven.queries_bekend import list_bekend
from participatie.initiatieven.rules import only_follows
from participatie.initiatieven.types import Stap
from participatie.initiatieven.views_stap import (
    SEE_OTHER,
    eigen,
    is_open,
    refused,
    to_page,
    to_step,
)
from participatie.inzendingen.types import Status

OK, UNPROCESSABLE = 200, 422


@signed_in
def controle(initiatief_id: int) -> ResponseReturnValue:
    """Show everything that will be sent, or the first step that misses something."""
    initiatief = eigen(initiatief_id)
    if not is_open(initiatief):
        return to_page(initiatief)
    missing = missing_step(initiatief)
    if missing is not None:
        return to_step(initiatief, missing)
    form = StapForm(formdata=None)
    form.renew(initiatief.versie)
    return _page(form, initiatief)


@signed_in
def send(initiatief_id: int) -> ResponseReturnValue:
    """Send it; the same form sent again shows the same receipt."""
    initiatief = eigen(initiatief_id, lock=True)
    missing = missing_step(initiatief)
    if missing is not None:
        return to_step(initiatief, missing)
    form = StapForm()
    if not form.validate():
        return _page(form, initiatief, UNPROCESSABLE)
    try:
        services.send(initiatief, versie=form.seen_version)
    except DomainError as error:
        return _page(form, initiatief, refused(form, error, initiatief))
    return redirect(url_for(".ontvangst", initiatief_id=initiatief.id), SEE_OTHER)


@signed_in
def ontvangst(initiatief_id: int) -> ResponseReturnValue:
    """Show when it was received, what happens next and a copy of the text."""
    initiatief = eigen(initiatief_id)
    if initiatief.status is Status.CONCEPT:
        raise NotFoundError
    verstuurd = [stap.op for stap in initiatief.stappen if stap.naar is Status.INGEDIEND]
    return render_template(
        "initiatieven/ontvangst.html", initiatief=initiatief, moment=verstuurd[-1]
    )


def _page(form: StapForm, initiatief: Initiatief, status: int = OK) -> ResponseReturnValue:
    page = render_template(
        "initiatieven/stappen/controle.html",
        form=form,
        initiatief=initiatief,
        alleen_volgen=_only_follows(initiatief),
        stap=Stap.CONTROLE,
    )
    return page, status


def _only_follows(initiatief: Initiatief) -> bool:
    """Tell whether all that is known there is only followed; ask what that is only if needed."""
    keuzes = [antwoord.keuze for antwoord in initiatief.bekend_antwoorden]
    return only_follows(keuzes, total=len(keuzes)) and only_follows(
        keuzes, total=len(list_bekend(initiatief))
    )
