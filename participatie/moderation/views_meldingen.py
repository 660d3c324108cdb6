"""The desk for gesprekken: what was reported or waits, and what is done with it."""

from collections.abc import Callable, Mapping
from http import HTTPStatus

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import check_permission, requires
from participatie.core.errors import InvalidInputError
from participatie.core.onderwerpen import Onderwerp
from participatie.core.permissions import Permission
from participatie.core.webforms import show_error, status_of
from participatie.discussion.models_gesprek import Reactie
from participatie.discussion.queries_gesprek import find_gesprek, get_reactie
from participatie.discussion.queries_meldingen import list_ingrepen, list_meldingen, list_open
from participatie.discussion.queries_onderwerpen import find_onderwerp, get_bespreekbaar
from participatie.discussion.rules_tekst import split_links
from participatie.discussion.services_gesprek import close_gesprek, reopen_gesprek
from participatie.discussion.services_meldingen import approve, dismiss, hide, restore
from participatie.discussion.types import IngreepSoort, MeldGrond, ReactieId, ReactieStatus
from participatie.gebieden.queries import get_boom
from participatie.moderation.forms_meldingen import BehandelForm, GesprekForm
from participatie.moderation.queries_bureau import own_ids

ACTIES: Mapping[ReactieStatus, tuple[IngreepSoort, ...]] = {
    ReactieStatus.WACHT: (IngreepSoort.GOEDKEUREN, IngreepSoort.VERBERGEN),
    ReactieStatus.ZICHTBAAR: (IngreepSoort.LATEN_STAAN, IngreepSoort.VERBERGEN),
    ReactieStatus.VERBORGEN: (IngreepSoort.TERUGZETTEN,),
    ReactieStatus.VERWIJDERD: (),
}


@requires(Permission.INZENDING_MODEREREN)
def meldingen() -> ResponseReturnValue:
    """Show what waits in someone's gebieden: reported first, then what waits longest."""
    page = list_open(own_ids(current_user), request.args.get("pagina", 1, type=int))
    return render_template("moderation/meldingen.html", page=page, omtrekken=get_boom().omtrekken)


@requires(Permission.INZENDING_MODEREREN)
def reactie(reactie_id: int) -> ResponseReturnValue:
    """Show one reactie with its reports and what was done before."""
    return _show(_load(reactie_id), BehandelForm(formdata=None))


@requires(Permission.INZENDING_MODEREREN)
def behandel_reactie(reactie_id: int) -> ResponseReturnValue:
    """Hide a reactie, show it again, or let it stand."""
    found = _load(reactie_id)
    form = BehandelForm()
    act = _acties(found.id, form).get(form.text("actie"))
    if act is None:
        form.form_errors.append(_("Kies een van de knoppen."))
    if not form.validate_on_submit() or act is None:
        return _show(found, form)
    try:
        act()
    except InvalidInputError as error:
        show_error(form, error)
        return _show(found, form)
    flash(_("Uw besluit is opgeslagen."), "success")
    return redirect(url_for("moderation.meldingen"), HTTPStatus.SEE_OTHER)


@requires(Permission.INZENDING_MODEREREN)
def vraag_gesprek(soort: str, onderwerp_id: int) -> ResponseReturnValue:
    """Ask why a gesprek is closed, or opened again."""
    return _ask(Onderwerp(soort, onderwerp_id), GesprekForm(formdata=None))


@requires(Permission.INZENDING_MODEREREN)
def zet_gesprek(soort: str, onderwerp_id: int) -> ResponseReturnValue:
    """Close a gesprek, or open it again."""
    onderwerp = Onderwerp(soort, onderwerp_id)
    check_permission(Permission.INZENDING_MODEREREN, get_bespreekbaar(onderwerp).gebied_id)
    form = GesprekForm()
    if not form.validate_on_submit():
        return _ask(onderwerp, form)
    found = find_gesprek(onderwerp)
    change = reopen_gesprek if found is not None and found.gesloten else close_gesprek
    try:
        change(onderwerp, reden=form.text("reden"), door_id=current_user.id)
    except InvalidInputError as error:
        show_error(form, error)
        return _ask(onderwerp, form)
    target = url_for("discussion.gesprek", soort=soort, onderwerp_id=onderwerp_id)
    return redirect(target, HTTPStatus.SEE_OTHER)


def _load(reactie_id: int) -> Reactie:
    found = get_reactie(ReactieId(reactie_id))
    check_permission(Permission.INZENDING_MODEREREN, found.gesprek.gebied_id)
    return found


def _acties(reactie_id: ReactieId, form: BehandelForm) -> Mapping[str, Callable[[], object]]:
    reden, who = form.text("reden"), current_user.id
    return {
        IngreepSoort.GOEDKEUREN: lambda: approve(reactie_id, door_id=who),
        IngreepSoort.LATEN_STAAN: lambda: dismiss(reactie_id, door_id=who),
        IngreepSoort.TERUGZETTEN: lambda: restore(reactie_id, reden=reden, door_id=who),
        IngreepSoort.VERBERGEN: lambda: hide(
            reactie_id, grond=MeldGrond(form.text("grond")), reden=reden, door_id=who
        ),
    }


def _show(found: Reactie, form: BehandelForm) -> ResponseReturnValue:
    page = render_template(
        "moderation/reactie.html",
        reactie=found,
        stukjes=split_links(found.tekst),
        over=find_onderwerp(found.gesprek.onderwerp),
        meldingen=list_meldingen(found.id),
        ingrepen=list_ingrepen(found.id),
        acties=ACTIES[found.status],
        is_own=found.auteur_id == current_user.id,
        form=form,
    )
    return page, status_of(form)


def _ask(onderwerp: Onderwerp, form: GesprekForm) -> ResponseReturnValue:
    over = get_bespreekbaar(onderwerp)
    check_permission(Permission.INZENDING_MODEREREN, over.gebied_id)
    found = find_gesprek(onderwerp)
    page = render_template(
        "moderation/gesprek.html",
        over=over,
        onderwerp=onderwerp,
        gesloten=found is not None and found.gesloten,
        form=form,
    )
    return page, status_of(form)
