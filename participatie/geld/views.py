"""Pages of the money: het grote geld in de wijken."""

from collections.abc import Mapping, Sequence

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from participatie.core import clock
from participatie.core.access import public
from participatie.core.namen import naam
from participatie.core.peildatum import PARAMETER, Stand, read_stand
from participatie.gebieden.queries import get_boom, get_gebied_by_slug
from participatie.gebieden.rules import Boom
from participatie.gebieden.types import GebiedId, Niveau, Omtrek
from participatie.geld.forms import GeldForm, make_form, params_of, read_filter
from participatie.geld.queries import list_delen, list_organisaties, list_posten
from participatie.geld.rules import (
    GEMEENTE,
    add_up,
    by_year_and_source,
    order_of,
    select_posten,
    sleutel_van,
)
from participatie.geld.types import GeldFilter, GeldRegel, GeldRij, Post, Verdeling
from participatie.opgaven.types import Domein
from participatie.programmas.rules_geld import draw_chart, make_table
from participatie.programmas.types import Geldbron

bp = Blueprint("geld", __name__)
HEEL = "heel"


@bp.get("")
@public
def index() -> ResponseReturnValue:
    """Show the money of the whole city."""
    return _overview(_stad(get_boom()))


@bp.get("/<slug>")
@public
def gebied(slug: str) -> ResponseReturnValue:
    """Show the money of a gebied."""
    return _overview(get_boom().omtrekken[get_gebied_by_slug(slug).id])


@bp.get("/<slug>/projecten")
@public
def projecten(slug: str) -> ResponseReturnValue:
    """Show which projects make up an amount."""
    boom = get_boom()
    omtrek = boom.omtrekken[get_gebied_by_slug(slug).id]
    alleen = request.args.get("alleen") == HEEL
    gebied_ids = frozenset({omtrek.id}) if alleen else boom.onder(omtrek.id)
    stand = _asked_stand()
    posten = list_posten(stand.dag)
    form, wanted, namen = _read(omtrek, gebied_ids, stand, posten)
    overzicht = add_up(select_posten(posten, wanted), lambda _post: "")
    params = params_of(form) | ({"alleen": HEEL} if alleen else {})
    page = render_template(
        "geld/projecten.html",
        stand=stand,
        gebied=omtrek,
        keten=_keten(boom, omtrek.id),
        page=list_delen(posten, wanted, request.args.get("pagina", 1, type=int)),
        overzicht=overzicht,
        wat=_in_words(form, namen),
        alleen=alleen,
        gekozen=params,
        params=params | stand.params,
    )
    return page, stand.status


def _asked_stand() -> Stand:
    return read_stand(request.args.get(PARAMETER, ""), vandaag=clock.today())


def _stad(boom: Boom) -> Omtrek:
    return next(found for found in boom.omtrekken.values() if found.niveau is Niveau.STAD)


def _read(
    omtrek: Omtrek, gebied_ids: frozenset[GebiedId], stand: Stand, posten: Sequence[Post]
) -> tuple[GeldForm, GeldFilter, Mapping[str, str]]:
    organisaties = list_organisaties()
    has_below = bool(get_boom().kinderen.get(omtrek.id))
    form = make_form(
        request.args,
        jaren=sorted({post.jaar for post in posten}),
        organisaties=organisaties,
        verdelingen=[
            member for member in Verdeling if has_below or member is not Verdeling.GEBIED
        ],
    )
    wanted = read_filter(form, gebied_ids, peildatum=stand.dag)
    return form, wanted, {GEMEENTE: _("De gemeente"), **organisaties}


def _overview(omtrek: Omtrek) -> ResponseReturnValue:
    boom = get_boom()
    stand = _asked_stand()
    posten = list_posten(stand.dag)
    form, wanted, namen = _read(omtrek, boom.onder(omtrek.id), stand, posten)
    verdeling = Verdeling(form.per.data)
    counted = list(select_posten(posten, wanted))
    overzicht = add_up(
        counted,
        sleutel_van(verdeling, omtrek.id, boom),
        order_of(verdeling, omtrek.id, boom),
    )
    names, params = _row_names(verdeling, omtrek, boom, namen), params_of(form)
    tabel = make_table(by_year_and_source(counted))
    page = render_template(
        "geld/index.html",
        gebied=omtrek,
        keten=_keten(boom, omtrek.id),
        form=form,
        overzicht=overzicht,
        verdeling=verdeling,
        regels=[
            _regel(rij, verdeling, omtrek, namen=names, params=params | stand.params)
            for rij in overzicht.rijen
        ],
        stand=stand,
        vandaag=clock.today(),
        gekozen=params,
        meer=bool(params.keys() - {"van", "tot"} or stand.dag or stand.fout),
        params=params | stand.params,
        tabel=tabel,
        grafiek=draw_chart(tabel) if tabel else None,
    )
    return page, stand.status


def _regel(
    rij: GeldRij,
    verdeling: Verdeling,
    omtrek: Omtrek,
    *,
    namen: Mapping[str, str],
    params: Mapping[str, str],
) -> GeldRegel:
    """Return a row with the address of its projects."""
    is_gebied = verdeling is Verdeling.GEBIED
    below = is_gebied and rij.sleutel != omtrek.slug
    limits = {"alleen": HEEL} if is_gebied else {verdeling.value: rij.sleutel}
    return GeldRegel(
        naam=namen[rij.sleutel],
        slug=rij.sleutel if below else omtrek.slug,
        params={**params, **({} if below else limits)},
        verder=below,
        rij=rij,
    )


def _keten(boom: Boom, gebied_id: GebiedId) -> list[Omtrek]:
    """Return what a gebied lies in, from large to small."""
    return [boom.omtrekken[found] for found in reversed(boom.keten(gebied_id)[1:])]


def _row_names(
    verdeling: Verdeling, omtrek: Omtrek, boom: Boom, organisaties: Mapping[str, str]
) -> Mapping[str, str]:
    if verdeling is Verdeling.DOMEIN:
        return {member.value: naam(member) for member in Domein}
    if verdeling is Verdeling.BRON:
        return {member.value: naam(member) for member in Geldbron}
    if verdeling is Verdeling.ORGANISATIE:
        return organisaties
    return {
        **{found.slug: found.naam for found in boom.omtrekken.values()},
        omtrek.slug: _("Voor heel %(naam)s", naam=omtrek.naam),
    }


def _in_words(form: GeldForm, organisaties: Mapping[str, str]) -> list[str]:
    """Return what was chosen, in words."""
    wat = []
    jaren = list(dict.fromkeys(filter(None, [form.van.data, form.tot.data])))
    if jaren:
        wat.append(_(" tot en met ").join(jaren))
    if form.domein.data:
        wat.append(naam(Domein(form.domein.data)))
    if form.bron.data:
        wat.append(naam(Geldbron(form.bron.data)))
    if form.organisatie.data:
        wat.append(organisaties[form.organisatie.data])
    return wat
