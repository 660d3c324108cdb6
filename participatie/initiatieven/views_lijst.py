"""The list of published initiatieven, and the page of one."""

from flask import g, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from participatie.core.access import public
from participatie.discussion.queries import count_reacties_of, count_steun_of
from participatie.gebieden.queries import get_boom
from participatie.initiatieven.forms_filter import (
    make_filter_form,
    read_fase,
    read_filter,
    read_page,
)
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.queries import get_zichtbaar_initiatief
from participatie.initiatieven.queries_leven import read_leven
from participatie.initiatieven.queries_lijst import paginate_gepubliceerd
from participatie.initiatieven.queries_schets import draw_plek
from participatie.initiatieven.queries_te_laat import list_late
from participatie.inzendingen.rules import STATUS_UITLEG, may_edit, may_withdraw, timeline
from participatie.inzendingen.types import InzendingId, Status, Tijdlijnstap

SHOWN = ("tekst", "gebied", "thema", "fase")


@public
def index() -> ResponseReturnValue:
    """Show what residents propose, newest first."""
    boom = get_boom()
    chosen = read_filter(request.args, boom)
    form = make_filter_form(request.args, boom)
    page = paginate_gepubliceerd(chosen, read_fase(request.args), read_page(request.args))
    ids = [initiatief.id for initiatief in page.items]
    return render_template(
        "initiatieven/index.html",
        form=form,
        page=page,
        steun=count_steun_of("initiatief", ids),
        reacties=count_reacties_of("initiatief", ids),
        params={name: form[name].data for name in SHOWN if form[name].data},
    )


@public
def detail(initiatief_id: int) -> ResponseReturnValue:
    """Show an initiatief; one that is not published only to whom may see it."""
    kijker = current_user if current_user.is_authenticated else None
    initiatief = get_zichtbaar_initiatief(InzendingId(initiatief_id), kijker)
    is_indiener = kijker is not None and initiatief.indiener_id == kijker.id
    is_public = initiatief.status is Status.GEPUBLICEERD
    if not is_public:
        g.private = True
    return render_template(
        "initiatieven/detail.html",
        initiatief=initiatief,
        is_indiener=is_indiener,
        te_laat=list_late([initiatief]) if is_indiener else {},
        uitleg=STATUS_UITLEG[initiatief.status],
        bewerken=may_edit(initiatief.status, is_indiener=is_indiener),
        intrekken=may_withdraw(initiatief.status, is_indiener=is_indiener),
        tijdlijn=_own_timeline(initiatief, is_indiener),
        leven=read_leven(initiatief, kijker) if is_public else None,
        schets=draw_plek(initiatief.geometrie, initiatief.gebied_id),
        keten=_keten(initiatief),
    )


def _own_timeline(initiatief: Initiatief, is_indiener: bool) -> tuple[Tijdlijnstap, ...]:  # noqa: FBT001  # one caller
    """Return what only the sender and officials read; what is published has its public one."""
    if initiatief.status is Status.GEPUBLICEERD and not is_indiener:
        return ()
    return timeline(initiatief.stappen, is_public=False)


def _keten(initiatief: Initiatief) -> list[object]:
    """Return the gebieden it lies in, from small to large."""
    boom = get_boom()
    return [boom.omtrekken[gebied_id] for gebied_id in boom.keten(initiatief.gebied_id)]
