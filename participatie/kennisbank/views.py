"""Public pages of the kennisbank: the list, an article, and ticking a checklist of one's own."""

from http import HTTPStatus

from flask import Blueprint, flash, g, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import current_person, public, signed_in
from participatie.core.errors import NotFoundError
from participatie.core.markdown import render
from participatie.core.permissions import Permission
from participatie.kennisbank.forms import make_filter_form, read_filter
from participatie.kennisbank.queries import get_publiek, list_artikelen, list_verwant
from participatie.kennisbank.queries_keuzes import find_eigen, keuzes
from participatie.kennisbank.services_vinkjes import tick, untick
from participatie.kennisbank.types import Keuze

SHOWN = ("doelgroep", "fase", "thema")
bp = Blueprint("kennisbank", __name__)


@bp.get("")
@public
def index() -> ResponseReturnValue:
    """Show what there is to read, for whom and in which fase."""
    chosen = read_filter(request.args)
    page = list_artikelen(
        chosen, staff=_is_staff(), number=request.args.get("pagina", 1, type=int)
    )
    return render_template(
        "kennisbank/index.html",
        form=make_filter_form(chosen),
        page=page,
        params={name: value for name in SHOWN if (value := getattr(chosen, name))},
        themas=keuzes(Keuze.THEMA),
        may_edit=current_person().may(Permission.KENNISBANK_BEHEREN),
    )


@bp.get("/<slug>")
@public
def detail(slug: str) -> ResponseReturnValue:
    """Show an article, with its contents and what is like it."""
    versie = get_publiek(slug, staff=_is_staff())
    if versie.intern:
        g.private = True
    return render_template(
        "kennisbank/detail.html",
        versie=versie,
        tekst=render(versie.tekst),
        verwant=list_verwant(versie, staff=_is_staff()),
        themas=keuzes(Keuze.THEMA),
        may_edit=current_person().may(Permission.KENNISBANK_BEHEREN),
    )


@bp.post(
    "/vinkjes/<soort>/<int(max=2147483647):onderwerp_id>"
    "/<int(max=2147483647):artikel_id>/<int(max=2147483647):punt>"
)
@signed_in
def vinken(soort: str, onderwerp_id: int, artikel_id: int, punt: int) -> ResponseReturnValue:
    """Tick a point of a checklist, or take the tick away, on something of one's own."""
    vraag = find_eigen(soort, onderwerp_id, current_user.id)
    if vraag is None:
        raise NotFoundError
    if request.form.get("gedaan") == "1":
        tick(vraag, artikel_id=artikel_id, punt=punt)
        flash(_("Het punt is afgevinkt."), "success")
    else:
        untick(vraag, artikel_id=artikel_id, punt=punt)
        flash(_("Het punt staat weer open."), "success")
    return redirect(f"{vraag.pad}#checklist-{artikel_id}", HTTPStatus.SEE_OTHER)


def _is_staff() -> bool:
    """Tell whether this is an official who gave the second factor too."""
    known = current_user.is_authenticated and current_user.is_staff
    return known and not current_user.needs_second_factor
