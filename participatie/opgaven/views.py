"""Public pages of gebiedsopgaven: the list, an opgave, an older version, what changed."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from participatie.core import clock
from participatie.core.access import current_person, public
from participatie.core.errors import NotFoundError
from participatie.core.peildatum import PARAMETER, Stand, read_stand
from participatie.core.permissions import Permission
from participatie.gebieden.queries import find_gebied_by_id, get_boom
from participatie.gebieden.types import GebiedId
from participatie.opgaven.models import OpgaveVersie
from participatie.opgaven.queries import (
    find_geldende,
    get_opgave,
    get_versie,
    versie_gegevens_of,
)
from participatie.opgaven.queries_pagina import doelen_by_id, list_opgaven, list_per_domein
from participatie.opgaven.rules_verschil import compare
from participatie.opgaven.types import OpgaveStatus

bp = Blueprint("opgaven", __name__)


@bp.get("")
@public
def index() -> ResponseReturnValue:
    """Show which opgaven hold, or held on a day, in the whole city or around a gebied."""
    stand = _asked_stand()
    boom = get_boom()
    gebied_id = boom.by_slug.get(request.args.get("gebied", ""))
    slug = {"gebied": boom.omtrekken[gebied_id].slug} if gebied_id else {}
    page = list_opgaven(
        stand.dag or clock.today(), gebied_id, request.args.get("pagina", 1, type=int)
    )
    rendered = render_template(
        "opgaven/index.html",
        page=page,
        stand=stand,
        vandaag=clock.today(),
        boom=boom,
        gebied=find_gebied_by_id(gebied_id),
        params=slug | stand.params,
        gekozen=slug,
        may_edit=current_person().may(Permission.OPGAVE_BEHEREN),
    )
    return rendered, stand.status


@bp.get("/<int:opgave_id>")
@public
def detail(opgave_id: int) -> ResponseReturnValue:
    """Show the version that holds, or held on a day."""
    stand = _asked_stand()
    versie = find_geldende(opgave_id, stand.dag)
    if versie is not None:
        return _version_page(versie, stand), stand.status
    opgave = get_opgave(opgave_id)
    if not stand.dag and may_edit(opgave.gebied_id):
        first = url_for("opgaven.versie", opgave_id=opgave_id, nummer=1)
        return redirect(first)
    if any(found.vastgesteld_op for found in opgave.versies):
        raise NotFoundError("Op deze dag was deze gebiedsopgave nog niet vastgesteld.")
    raise NotFoundError("Deze gebiedsopgave bestaat niet.")


@bp.get("/<int:opgave_id>/versies/<int:nummer>")
@public
def versie(opgave_id: int, nummer: int) -> ResponseReturnValue:
    """Show one version: what held before, or for editors the concept."""
    return _version_page(_readable(opgave_id, nummer), Stand())


@bp.get("/<int:opgave_id>/versies/<int:nummer>/vergelijken")
@public
def vergelijken(opgave_id: int, nummer: int) -> ResponseReturnValue:
    """Show what a version says otherwise than an earlier one: the one before, or as asked."""
    nieuw = _readable(opgave_id, nummer)
    earlier = [found.nummer for found in nieuw.opgave.versies if found.nummer < nummer]
    if not earlier:
        raise NotFoundError("Dit is de eerste versie. Er is niets om mee te vergelijken.")
    asked = request.args.get("met", type=int)
    oud = get_versie(opgave_id, asked if asked in earlier else earlier[-1])
    return render_template(
        "opgaven/vergelijken.html",
        oud=oud,
        nieuw=nieuw,
        earlier=earlier,
        verschil=compare(
            versie_gegevens_of(oud),
            versie_gegevens_of(nieuw),
            oude_doelen=doelen_by_id(oud),
            nieuwe_doelen=doelen_by_id(nieuw),
        ),
    )


def may_edit(gebied_id: GebiedId) -> bool:
    """Tell whether the current gebruiker keeps the opgaven of this gebied."""
    return current_person().may(Permission.OPGAVE_BEHEREN, gebied_id)


def _asked_stand() -> Stand:
    return read_stand(request.args.get(PARAMETER, ""), vandaag=clock.today())


def _readable(opgave_id: int, nummer: int) -> OpgaveVersie:
    """Return a version that this visitor may read: a concept only who keeps the opgave."""
    found = get_versie(opgave_id, nummer)
    if found.status is OpgaveStatus.CONCEPT and not may_edit(found.opgave.gebied_id):
        raise NotFoundError("Deze versie van de gebiedsopgave bestaat niet.")
    return found


def _version_page(found: OpgaveVersie, stand: Stand) -> str:
    opgave = found.opgave
    editor = may_edit(opgave.gebied_id)
    adopted = [one for one in opgave.versies if one.vastgesteld_op]
    return render_template(
        "opgaven/versie.html",
        versie=found,
        opgave=opgave,
        groepen=list_per_domein(found, stand.dag),
        versies=[one for one in opgave.versies if one.vastgesteld_op or editor],
        geldend=adopted[-1] if adopted else None,
        concept=next((one for one in opgave.versies if not one.vastgesteld_op), None),
        may_edit=editor,
        stand=stand,
        vandaag=clock.today(),
    )
