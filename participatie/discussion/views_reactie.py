"""The page of one reactie with its answers, and what can be done with it."""

from http import HTTPStatus

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import public, signed_in
from participatie.core.errors import InvalidInputError
from participatie.core.webforms import show_error, status_of
from participatie.discussion.errors import NietMeerTeZienError
from participatie.discussion.forms import AanForm, LegeForm, MeldForm, ReactieForm, TekstForm
from participatie.discussion.models_gesprek import Reactie
from participatie.discussion.queries_gesprek import (
    Lezing,
    get_reactie,
    get_regel,
    list_antwoorden,
)
from participatie.discussion.queries_meldingen import has_reported
from participatie.discussion.queries_onderwerpen import get_bespreekbaar
from participatie.discussion.services_doen import set_steun_reactie
from participatie.discussion.services_meldingen import report
from participatie.discussion.services_reacties import (
    check_editable,
    delete_reactie,
    edit_reactie,
    own_reactie,
    place_reactie,
)
from participatie.discussion.types import MeldGrond, ReactieId, ReactieStatus
from participatie.discussion.views_gesprek import (
    clicks,
    empty_form,
    lezer_id,
    per_address,
    per_person,
    thank,
    url_of,
)


@public
def reactie(reactie_id: int) -> ResponseReturnValue:
    """Show one reactie with all its answers; of an answer, the reactie it belongs to."""
    found = get_reactie(ReactieId(reactie_id))
    if found.ouder_id is not None:
        target = url_for(
            "discussion.reactie", reactie_id=found.ouder_id, _anchor=f"reactie-{found.id}"
        )
        return redirect(target, HTTPStatus.SEE_OTHER)
    return _show(found, empty_form())


@signed_in
@per_address
@per_person
def antwoord(reactie_id: int) -> ResponseReturnValue:
    """Answer a reactie."""
    ouder = get_reactie(ReactieId(reactie_id))
    get_bespreekbaar(ouder.gesprek.onderwerp)
    form = ReactieForm()
    if form.validate_on_submit():
        try:
            if form.is_trap_filled:
                return _to_page(ouder)
            placed = place_reactie(
                ouder.gesprek.onderwerp, form.bijdrage(ouder.id), auteur=current_user
            )
        except InvalidInputError as error:
            show_error(form, error)
        else:
            thank(placed)
            return _to_page(ouder, placed)
    return _show(ouder, form)


@signed_in
@clicks
def steun_reactie(reactie_id: int) -> ResponseReturnValue:
    """Support a reactie, or no more."""
    form = AanForm()
    if not form.validate_on_submit():
        raise InvalidInputError(_("Gebruik de knop op de pagina."))
    aan = form.aan.data == "1"
    found = set_steun_reactie(ReactieId(reactie_id), aan=aan, gebruiker_id=current_user.id)
    return _back(found)


@signed_in
def vraag_bewerken(reactie_id: int) -> ResponseReturnValue:
    """Show what someone wrote, to change it."""
    found = own_reactie(ReactieId(reactie_id), current_user.id)
    check_editable(found)
    return render_template(
        "discussion/bewerken.html", reactie=found, form=TekstForm(tekst=found.tekst)
    )


@signed_in
@per_person
def bewerk(reactie_id: int) -> ResponseReturnValue:
    """Change what someone wrote, within the time for that."""
    form = TekstForm()
    if form.validate_on_submit():
        try:
            changed = edit_reactie(ReactieId(reactie_id), form.text("tekst"), auteur=current_user)
        except InvalidInputError as error:
            show_error(form, error)
        else:
            if changed.status is ReactieStatus.WACHT:
                thank(changed)
            else:
                flash(_("Uw reactie is gewijzigd."), "success")
            return _back(changed)
    found = own_reactie(ReactieId(reactie_id), current_user.id)
    return render_template("discussion/bewerken.html", reactie=found, form=form), status_of(form)


@signed_in
def vraag_verwijderen(reactie_id: int) -> ResponseReturnValue:
    """Ask whether someone's own reactie may go."""
    found = own_reactie(ReactieId(reactie_id), current_user.id)
    if found.status is ReactieStatus.VERWIJDERD:
        raise NietMeerTeZienError
    return render_template("discussion/verwijderen.html", reactie=found, form=LegeForm())


@signed_in
def verwijder(reactie_id: int) -> ResponseReturnValue:
    """Take an own reactie away."""
    gone = delete_reactie(ReactieId(reactie_id), auteur_id=current_user.id)
    flash(_("Uw reactie is verwijderd."), "success")
    return redirect(url_of(gone.gesprek.onderwerp), HTTPStatus.SEE_OTHER)


@signed_in
def vraag_melden(reactie_id: int) -> ResponseReturnValue:
    """Ask what is wrong with a reactie."""
    return _ask_report(_readable(reactie_id), MeldForm(formdata=None))


@signed_in
@per_person
def meld(reactie_id: int) -> ResponseReturnValue:
    """Report a reactie."""
    found = _readable(reactie_id)
    form = MeldForm()
    if form.validate_on_submit():
        try:
            report(
                found.id,
                grond=MeldGrond(form.text("grond")),
                toelichting=form.text("toelichting"),
                melder_id=current_user.id,
            )
        except InvalidInputError as error:
            show_error(form, error)
        else:
            flash(_("Dank u wel. De gemeente bekijkt uw melding."), "success")
            return _back(found)
    return _ask_report(found, form)


def _readable(reactie_id: int) -> Reactie:
    """Return a reactie that everyone can read, or raise."""
    found = get_reactie(ReactieId(reactie_id))
    get_bespreekbaar(found.gesprek.onderwerp)
    if found.status is not ReactieStatus.ZICHTBAAR:
        raise NietMeerTeZienError
    return found


def _ask_report(found: Reactie, form: MeldForm) -> ResponseReturnValue:
    page = render_template(
        "discussion/melden.html",
        reactie=found,
        form=form,
        al_gemeld=has_reported(found.id, current_user.id),
    )
    return page, status_of(form)


def _show(ouder: Reactie, form: ReactieForm | None) -> ResponseReturnValue:
    over = get_bespreekbaar(ouder.gesprek.onderwerp)
    lezing = Lezing(gesprek=ouder.gesprek, over=over, lezer_id=lezer_id())
    if ouder.status is not ReactieStatus.ZICHTBAAR:
        g.private = True
    page = render_template(
        "discussion/reactie.html",
        onderwerp=ouder.gesprek.onderwerp,
        over=over,
        lezing=lezing,
        ouder=ouder,
        regel=get_regel(lezing, ouder),
        **({"form": form} if form else {}),
        page=list_antwoorden(lezing, ouder, request.args.get("pagina", 1, type=int)),
    )
    return page, status_of(form) if form else HTTPStatus.OK


def _back(found: Reactie) -> ResponseReturnValue:
    if found.ouder_id is None:
        return redirect(url_of(found.gesprek.onderwerp, found), HTTPStatus.SEE_OTHER)
    target = url_for(
        "discussion.reactie", reactie_id=found.ouder_id, _anchor=f"reactie-{found.id}"
    )
    return redirect(target, HTTPStatus.SEE_OTHER)


def _to_page(ouder: Reactie, placed: Reactie | None = None) -> ResponseReturnValue:
    anchor = None if placed is None else f"reactie-{placed.id}"
    target = url_for("discussion.reactie", reactie_id=ouder.id, _anchor=anchor)
    return redirect(target, HTTPStatus.SEE_OTHER)
