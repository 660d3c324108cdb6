"""The search page."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from participatie.core import clock
from participatie.core.access import public
from participatie.core.paging import Page
from participatie.gebieden.queries import get_boom
from participatie.zoeken.forms import NAMEN, make_form, read_filters, read_pagina
from participatie.zoeken.queries_zoeken import PAGE_SIZE, search
from participatie.zoeken.rules import read_vraag
from participatie.zoeken.rules_woorden import soortnamen, themanamen
from participatie.zoeken.services_missers import note_misser
from participatie.zoeken.types import Filters

bp = Blueprint("zoeken", __name__)


@bp.get("")
@public
def index() -> ResponseReturnValue:
    """Show what is found of everything public, best answers first."""
    boom = get_boom()
    form = make_form(request.args, boom, clock.today().year)
    filters = read_filters(form, boom)
    vraag = read_vraag(request.args.get("tekst", ""))
    found = search(vraag, filters, read_pagina(request.args))
    zonder = None
    if not found.totaal:
        zonder = search(vraag, Filters()).totaal if filters else None
        note_misser(vraag, filters)
    params = {name: form[name].data for name in NAMEN if form[name].data}
    return render_template(
        "zoeken/index.html",
        form=form,
        vraag=vraag,
        filters=filters,
        found=found,
        zonder=zonder,
        page=Page(found.items, found.pagina, found.totaal, PAGE_SIZE),
        params=params,
        soorten=soortnamen(),
        themas=themanamen(),
        gebieden=boom.omtrekken,
    )
