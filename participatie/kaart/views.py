"""The page of the map: filters, the list, and the map beside it."""

from dataclasses import replace
from urllib.parse import urlencode

from flask import Blueprint, jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from participatie.core import clock
from participatie.core.access import public
from participatie.core.namen import naam
from participatie.core.paging import PAGE_SIZE, Page
from participatie.core.peildatum import Stand
from participatie.gebieden.queries import get_boom
from participatie.gebieden.rules import Boom
from participatie.gebieden.types import Omtrek
from participatie.kaart.forms import list_pillen, read_filter, read_page
from participatie.kaart.forms_velden import make_form
from participatie.kaart.queries import Verzameling, get_verzameling
from participatie.kaart.rules import (
    WOORDEN,
    adres,
    binnen,
    count_per_jaar,
    find,
    planning,
    plek,
    to_query,
)
from participatie.kaart.types import KaartFilter, KaartItem
from participatie.kaart.views_data import gebieden_versie, raakvlakken_versie

bp = Blueprint("kaart", __name__)
bp.add_app_template_filter(adres, "kaart_adres")


@bp.get("")
@public
def index() -> ResponseReturnValue:
    """Show what is planned and proposed, as a list and on the map."""
    args = request.args.to_dict(flat=False)
    gelezen = read_filter(args)
    boom = get_boom()
    gebied = _find_gebied(boom, gelezen.filter.gebied)
    if gelezen.filter.gebied and gebied is None:
        gelezen.meldingen.append(_("Dit gebied kennen we niet. We tonen de hele stad."))
        gelezen.filter = replace(gelezen.filter, gebied="")
    wanted = gelezen.filter
    verzameling = get_verzameling(wanted.peildatum)
    hier = binnen(boom, gebied.id) if gebied else None
    found = find(verzameling.items, wanted, boom, hier)
    of_all_years = find(verzameling.items, replace(wanted, van=None, tot=None), boom, hier)
    return render_template(
        "kaart/index.html",
        form=make_form(wanted, boom, verzameling.jaren),
        meldingen=gelezen.meldingen,
        pillen=list_pillen(
            wanted, gebied.naam if gebied else "", _partner_naam(verzameling, wanted.organisatie)
        ),
        gebied=gebied,
        stand=Stand(wanted.peildatum),
        vandaag=clock.today(),
        zonder_stand=to_query(replace(wanted, peildatum=None)),
        alle_jaren=to_query(replace(wanted, van=None, tot=None)),
        jaren=count_per_jaar(of_all_years.alle, verzameling.jaren, wanted),
        totaal=len(found.alle),
        totaal_alle_jaren=len(of_all_years.alle),
        hier=_page(found.hier, read_page(args, "pagina")),
        wijk=_page(found.wijk, read_page(args, "wijkpagina")),
        breed=_page(found.breed, read_page(args, "breed")),
        boom=boom,
        gekozen_organisatie=wanted.organisatie,
        params=_params(wanted),
        versie=verzameling.versie,
        woorden={woord: _(woord) for woord in WOORDEN if _(woord) != woord},
        gebieden_versie=gebieden_versie(),
        raakvlakken_versie=raakvlakken_versie(),
    )


@bp.get("/treffers.json")
@public
def treffers() -> ResponseReturnValue:
    """Answer which items have these words in their title, text or place."""
    wanted = read_filter(request.args.to_dict(flat=False)).filter
    items = get_verzameling(wanted.peildatum).items
    found = find(items, KaartFilter(tekst=wanted.tekst), get_boom(), None)
    return jsonify([item.sleutel for item in found.alle])


def _find_gebied(boom: Boom, slug: str) -> Omtrek | None:
    return next((omtrek for omtrek in boom.omtrekken.values() if omtrek.slug == slug), None)


def _partner_naam(verzameling: Verzameling, slug: str) -> str:
    """Return the name of the partner that was chosen, as far as it has anything on the map."""
    known = (item.organisatie for item in verzameling.items if item.organisatie)
    return next((naam for found, naam in known if found == slug), slug)


def _page(items: tuple[KaartItem, ...], number: int) -> Page[KaartItem]:
    last = max(1, -(-len(items) // PAGE_SIZE))
    number = min(number, last)
    start = (number - 1) * PAGE_SIZE
    return Page(items[start : start + PAGE_SIZE], number, len(items))


def _params(wanted: KaartFilter) -> dict[str, list[str]]:
    params: dict[str, list[str]] = {}
    for name, value in to_query(wanted):
        params.setdefault(name, []).append(value)
    return params


@bp.app_template_filter("kaart_wat")
def _wat(item: KaartItem) -> str:
    if item.soort is None:
        wat = (_("Initiatief van bewoners"), naam(item.fase) if item.fase else "")
        return " · ".join(filter(None, (*wat, _("sinds %(jaar)s", jaar=item.van))))
    fase = naam(item.fase) if item.fase else ""
    return " · ".join(filter(None, (naam(item.soort), fase, planning(item))))


@bp.app_template_filter("kaart_waar")
def _waar(item: KaartItem, boom: Boom) -> str:
    where = ", ".join(plek(item, boom))
    if item.bounds is None:
        where = _("Voor heel %(plek)s", plek=where)
    return " · ".join((where, naam(item.thema))) if item.thema else where


@bp.app_template_filter("kaart_weg")
def _kaart_weg(query: tuple[tuple[str, str], ...]) -> str:
    return url_for("kaart.index") + ("?" + urlencode(query) if query else "")
