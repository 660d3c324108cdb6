"""One pair: both projects side by side, and what to do about it."""

from dataclasses import dataclass, replace
from http import HTTPStatus

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import current_person, requires
from participatie.core.errors import DomainError, InvalidInputError, NotAllowedError
from participatie.core.permissions import Permission
from participatie.core.webforms import show_error
from participatie.raakvlakken.forms import (
    OordeelForm,
    TerugForm,
    VersieForm,
    chosen_bak,
    lijst_params,
    make_filter_form,
    read_filter,
)
from participatie.raakvlakken.models import Raakvlak
from participatie.raakvlakken.queries_paar import draw_paar, get_raakvlak, list_stappen
from participatie.raakvlakken.queries_werklijst import (
    find_buren,
    gebied_naam,
    get_own_part,
    list_jaren,
)
from participatie.raakvlakken.rules_tijdbalk import draw_tijdbalk
from participatie.raakvlakken.rules_woorden import (
    changes_of,
    near_in_words,
    together_in_words,
)
from participatie.raakvlakken.services_oordeel import judge, take_back
from participatie.raakvlakken.types import Oordeel
from participatie.raakvlakken.types_werklijst import Buren


@dataclass(frozen=True)
class Invoer:
    """What was filled in on the page and refused, and why."""

    oordeel: OordeelForm | None = None
    terug: TerugForm | None = None
    conflict: str = ""


def may_judge(raakvlak: Raakvlak) -> bool:
    """Tell whether the current gebruiker keeps the programme where one of both lies."""
    person = current_person()
    gebieden = {gebied.id for project in raakvlak.projecten for gebied in project.gebieden}
    return any(person.may(Permission.PROJECT_BEHEREN, gebied_id) for gebied_id in sorted(gebieden))


@requires(Permission.PROJECT_BEHEREN)
def paar(raakvlak_id: int) -> ResponseReturnValue:
    """Show two projects that touch, and ask what to do."""
    return _show(_load(raakvlak_id), Invoer())


@requires(Permission.PROJECT_BEHEREN)
def beoordeel(raakvlak_id: int) -> ResponseReturnValue:
    """Keep what an editor thinks of a pair, and go on to the next."""
    raakvlak = _load(raakvlak_id)
    form = OordeelForm()
    if not form.validate_on_submit():
        return _show(raakvlak, Invoer(oordeel=form), HTTPStatus.UNPROCESSABLE_ENTITY)
    volgende = _buren(raakvlak).volgende
    try:
        _judge(raakvlak, form)
    except DomainError as error:
        return _refused(raakvlak, Invoer(oordeel=form), form, error)
    flash(_("Uw oordeel is opgeslagen."), "success")
    return _to_list() if volgende is None else _to_paar(volgende)


@requires(Permission.PROJECT_BEHEREN)
def neem_terug(raakvlak_id: int) -> ResponseReturnValue:
    """Take a judgement back, so that the pair is to be judged again."""
    raakvlak = _load(raakvlak_id)
    form = TerugForm()
    if not form.validate_on_submit():
        return _show(raakvlak, Invoer(terug=form), HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        take_back(raakvlak=raakvlak, reden=form.text("reden"), door=current_user, versie=form.seen)
    except DomainError as error:
        return _refused(raakvlak, Invoer(terug=form), form, error)
    flash(_("Het oordeel is teruggenomen. Dit raakvlak staat weer bij Te beoordelen."), "success")
    return _to_paar(raakvlak_id)


def _judge(raakvlak: Raakvlak, form: OordeelForm) -> None:
    judge(
        raakvlak=raakvlak,
        oordeel=form.chosen,
        reden=form.text("reden"),
        tonen=bool(form.tonen.data),
        door=current_user,
        versie=form.seen,
    )


def _refused(
    raakvlak: Raakvlak, invoer: Invoer, form: VersieForm, error: DomainError
) -> ResponseReturnValue:
    """Show what is wrong at its field, or what a colleague did; nothing someone typed is lost."""
    if isinstance(error, InvalidInputError):
        show_error(form, error)
        return _show(raakvlak, invoer, error.status)
    return _show(_load(raakvlak.id), replace(invoer, conflict=str(error)), error.status)


def _to_paar(raakvlak_id: int) -> ResponseReturnValue:
    address = url_for("raakvlakken.paar", raakvlak_id=raakvlak_id, **lijst_params(request.args))
    return redirect(address, HTTPStatus.SEE_OTHER)


def _load(raakvlak_id: int) -> Raakvlak:
    raakvlak = get_raakvlak(raakvlak_id)
    if not may_judge(raakvlak):
        raise NotAllowedError("U beheert geen projecten in dit gebied.")
    return raakvlak


def _buren(raakvlak: Raakvlak) -> Buren:
    gebied_ids = get_own_part(current_user, request.args.get("gebied", ""))
    filters = make_filter_form(request.args, list_jaren())
    return find_buren(read_filter(filters, chosen_bak(request.args), gebied_ids), raakvlak.id)


def _to_list() -> ResponseReturnValue:
    address = url_for("raakvlakken.werklijst", **lijst_params(request.args))
    return redirect(address, HTTPStatus.SEE_OTHER)


def _show(
    raakvlak: Raakvlak, invoer: Invoer, status: HTTPStatus = HTTPStatus.OK
) -> ResponseReturnValue:
    form = invoer.oordeel or OordeelForm(formdata=None, **_filled(raakvlak))
    terug = invoer.terug or TerugForm(formdata=None)
    for one, is_sent in ((form, invoer.oordeel), (terug, invoer.terug)):
        if not is_sent or invoer.conflict:
            one.renew(raakvlak.versie)
    page = render_template(
        "raakvlakken/paar.html",
        raakvlak=raakvlak,
        form=form,
        terug=terug,
        conflict=invoer.conflict,
        buren=_buren(raakvlak),
        params=lijst_params(request.args),
        stappen=list_stappen(raakvlak.id),
        opnieuw=changes_of(raakvlak.opnieuw),
        hoe_dichtbij=near_in_words(raakvlak.afstand_m, gebied_naam(raakvlak.gebied_id)),
        wanneer=together_in_words(raakvlak.van, raakvlak.tot, raakvlak.gat_dagen),
        tekening=draw_paar(raakvlak),
        tijdbalk=draw_tijdbalk(
            [(project.start, project.eind) for project in raakvlak.projecten],
            (raakvlak.van, raakvlak.tot),
        ),
    )
    return page, status


def _filled(raakvlak: Raakvlak) -> dict[str, object]:
    if raakvlak.oordeel is Oordeel.OPEN:
        return {}
    return {
        "oordeel": raakvlak.oordeel.value,
        "reden": raakvlak.reden,
        "tonen": raakvlak.tonen,
    }
