"""Public pages of the agenda: the list, a meeting, calendars, and registering."""

from http import HTTPStatus

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.agenda.forms import read_maand
from participatie.agenda.models import Bijeenkomst
from participatie.agenda.queries import (
    count_deelnames,
    count_of,
    find_deelname,
    get_bijeenkomst,
    list_agenda,
)
from participatie.agenda.queries_ical import etag_for, list_of_gebied, make_agenda
from participatie.agenda.rules import DEELNAME_NAMEN, may_register
from participatie.agenda.services_deelname import register, unregister
from participatie.core import clock
from participatie.core.access import current_person, public, signed_in
from participatie.core.ical_pages import send_calendar
from participatie.core.markdown import render
from participatie.core.permissions import Permission
from participatie.gebieden.queries import get_boom, get_gebied_by_slug, keten_ids

bp = Blueprint("agenda", __name__)


@bp.get("")
@public
def index() -> ResponseReturnValue:
    """Show what comes, by gebied and month; what was is apart."""
    boom = get_boom()
    gebied_id = boom.by_slug.get(request.args.get("gebied", ""))
    periode = read_maand(request.args)
    voorbij = request.args.get("voorbij") == "1"
    page = list_agenda(
        gebied_ids=None if gebied_id is None else boom.onder(gebied_id) | {*keten_ids(gebied_id)},
        periode=periode,
        voorbij=voorbij,
        number=request.args.get("pagina", 1, type=int),
    )
    chosen = {
        "gebied": boom.omtrekken[gebied_id].slug if gebied_id else "",
        "maand": request.args["maand"] if periode else "",
    }
    return render_template(
        "agenda/index.html",
        page=page,
        boom=boom,
        voorbij=voorbij,
        gekozen=chosen,
        params={name: value for name, value in chosen.items() if value},
        tellingen=count_deelnames([one.id for one in page.items if one.aanmelden]),
        may_edit=current_person().may(Permission.AGENDA_BEHEREN),
    )


@bp.get("/<int:bijeenkomst_id>")
@public
def detail(bijeenkomst_id: int) -> ResponseReturnValue:
    """Show a meeting; how many come, never who."""
    one = get_bijeenkomst(bijeenkomst_id)
    is_known = current_user.is_authenticated
    return render_template(
        "agenda/detail.html",
        one=one,
        omschrijving=render(one.omschrijving, "over"),
        verslag=render(one.verslag, "verslag"),
        telling=count_of(one.id),
        deelname=find_deelname(one.id, current_user.id) if is_known else None,
        aan_te_melden=_is_open(one),
        is_geweest=one.begin <= clock.now(),
        may_edit=current_person().may(Permission.AGENDA_BEHEREN, one.gebied_id),
    )


@bp.get("/<int:bijeenkomst_id>/agenda.ics")
@public
def ics(bijeenkomst_id: int) -> ResponseReturnValue:
    """Send one meeting as iCalendar."""
    one = get_bijeenkomst(bijeenkomst_id)
    site = current_app.config["SITE_URL"]
    return send_calendar(
        lambda: make_agenda(one.titel, [one], site=site, adres=f"{site}/agenda/{one.id}"),
        etag=etag_for(one.titel, [one], site=site),
        filename=f"bijeenkomst-{one.id}.ics",
    )


@bp.get("/gebied/<slug>/agenda.ics")
@public
def gebied_ics(slug: str) -> ResponseReturnValue:
    """Send the meetings of a gebied as iCalendar."""
    gebied = get_gebied_by_slug(slug)
    found = list_of_gebied(gebied.id)
    site = current_app.config["SITE_URL"]
    naam = f"Bijeenkomsten in {gebied.naam}"
    return send_calendar(
        lambda: make_agenda(naam, found, site=site, adres=f"{site}/agenda?gebied={gebied.slug}"),
        etag=etag_for(naam, found, site=site),
        filename=f"bijeenkomsten-{gebied.slug}.ics",
    )


@bp.post("/<int:bijeenkomst_id>/aanmelden")
@signed_in
def aanmelden(bijeenkomst_id: int) -> ResponseReturnValue:
    """Let the visitor come."""
    one = get_bijeenkomst(bijeenkomst_id, lock=True)
    deelname = register(one, gebruiker_id=current_user.id)
    flash(_(DEELNAME_NAMEN[deelname.status]) + ".", "success")
    return _to_detail(one)


@bp.post("/<int:bijeenkomst_id>/afmelden")
@signed_in
def afmelden(bijeenkomst_id: int) -> ResponseReturnValue:
    """Let the visitor stay away."""
    one = get_bijeenkomst(bijeenkomst_id, lock=True)
    unregister(one, gebruiker_id=current_user.id)
    flash(_("U bent afgemeld."), "success")
    return _to_detail(one)


def _is_open(one: Bijeenkomst) -> bool:
    return may_register(
        aanmelden=one.aanmelden, status=one.status, begin=one.begin, moment=clock.now()
    )


def _to_detail(one: Bijeenkomst) -> ResponseReturnValue:
    return redirect(url_for("agenda.detail", bijeenkomst_id=one.id), HTTPStatus.SEE_OTHER)
