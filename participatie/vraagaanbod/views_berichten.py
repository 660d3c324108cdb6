"""Messages between who helps and who asks: writing, reading, answering, taking back."""

from http import HTTPStatus

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import signed_in
from participatie.core.errors import InvalidInputError, NotFoundError
from participatie.core.limits import limiter, person_of
from participatie.core.webforms import show_error, status_of
from participatie.inzendingen.queries import may_see
from participatie.organisaties.queries import list_own
from participatie.vraagaanbod.forms import (
    ANTWOORDEN,
    AntwoordForm,
    BerichtForm,
    VraagForm,
    fill_namens,
)
from participatie.vraagaanbod.models import Aanbod, Hulpaanmelding, Oproep
from participatie.vraagaanbod.queries import (
    get_oproep,
    get_zichtbaar_aanbod,
    list_eigen_initiatieven,
)
from participatie.vraagaanbod.queries_aanmeldingen import find_eigen, get_ontvangen
from participatie.vraagaanbod.rules import AANMELDING_OVERGANGEN
from participatie.vraagaanbod.services_aanmeldingen import (
    answer,
    ask_for,
    check_offered,
    check_open,
    help_with,
    take_back,
)
from participatie.vraagaanbod.types import AanbodId, AanmeldingId, AanmeldingStatus, OproepId

LIMIT = "20 per hour"


def _oproep(oproep_id: int) -> Oproep:
    """Return a need of an initiatief that this person may see."""
    oproep = get_oproep(OproepId(oproep_id))
    if not may_see(oproep.initiatief, current_user):
        raise NotFoundError
    return oproep


@signed_in
def help_form(oproep_id: int) -> ResponseReturnValue:
    """Ask what someone wants to say to who seeks this."""
    oproep = _oproep(oproep_id)
    if find_eigen(oproep.id, current_user.id) is not None:
        return _to_mijn()
    check_open(oproep, current_user.id)
    form = BerichtForm(formdata=None)
    fill_namens(form, list_own(current_user.id))
    return _show_help(oproep, form)


@signed_in
@limiter.limit(LIMIT, key_func=person_of, methods=["POST"])
def help_mee(oproep_id: int) -> ResponseReturnValue:
    """Send the message to the initiatiefnemers, and to nobody else."""
    oproep = _oproep(oproep_id)
    form = BerichtForm()
    fill_namens(form, list_own(current_user.id))
    if not form.validate_on_submit():
        return _show_help(oproep, form)
    try:
        help_with(oproep.id, form.message(), van_id=current_user.id)
    except InvalidInputError as error:
        show_error(form, error)
        return _show_help(oproep, form)
    flash(_("Uw bericht is verstuurd. U krijgt een mail als er een antwoord is."), "success")
    return _to_mijn()


def _show_help(oproep: Oproep, form: BerichtForm) -> ResponseReturnValue:
    return render_template("vraagaanbod/help.html", oproep=oproep, form=form), status_of(form)


@signed_in
def vraag_form(aanbod_id: int) -> ResponseReturnValue:
    """Ask for which initiatief someone wants what is offered."""
    aanbod = get_zichtbaar_aanbod(AanbodId(aanbod_id), current_user)
    check_offered(aanbod, current_user.id)
    return _show_vraag(aanbod, _vraag_form(VraagForm(formdata=None)))


@signed_in
@limiter.limit(LIMIT, key_func=person_of, methods=["POST"])
def vraag_erom(aanbod_id: int) -> ResponseReturnValue:
    """Send the question to who offers it, and to nobody else."""
    aanbod = get_zichtbaar_aanbod(AanbodId(aanbod_id), current_user)
    form = _vraag_form(VraagForm())
    if not form.validate_on_submit():
        return _show_vraag(aanbod, form)
    chosen = form.initiatief.data
    own = list_eigen_initiatieven(current_user.id)
    initiatief = next(one for one in own if str(one.id) == chosen)
    try:
        ask_for(aanbod.id, initiatief, form.message(), van_id=current_user.id)
    except InvalidInputError as error:
        show_error(form, error)
        return _show_vraag(aanbod, form)
    flash(_("Uw bericht is verstuurd. U krijgt een mail als er een antwoord is."), "success")
    return _to_mijn()


def _vraag_form(form: VraagForm) -> VraagForm:
    form.offer_initiatieven(list_eigen_initiatieven(current_user.id))
    del form.organisatie
    return form


def _show_vraag(aanbod: Aanbod, form: VraagForm) -> ResponseReturnValue:
    return render_template("vraagaanbod/vraag.html", aanbod=aanbod, form=form), status_of(form)


@signed_in
def bericht(aanmelding_id: int) -> ResponseReturnValue:
    """Show a message and how to reach who wrote it; to whom it was written only."""
    found = get_ontvangen(AanmeldingId(aanmelding_id), current_user.id)
    return _show_bericht(found, _antwoord_form(found, AntwoordForm(formdata=None)))


@signed_in
@limiter.limit("60 per hour", key_func=person_of, methods=["POST"])
def antwoord(aanmelding_id: int) -> ResponseReturnValue:
    """Accept, thank or decline."""
    found = get_ontvangen(AanmeldingId(aanmelding_id), current_user.id)
    form = _antwoord_form(found, AntwoordForm())
    if not form.validate_on_submit():
        return _show_bericht(found, form)
    naar = AanmeldingStatus(form.text("naar"))
    answer(found.id, naar, antwoord=form.text("antwoord"), door_id=current_user.id)
    flash(_("Uw antwoord is verstuurd."), "success")
    address = url_for("vraagaanbod.bericht", aanmelding_id=aanmelding_id)
    return redirect(address, HTTPStatus.SEE_OTHER)


def _antwoord_form(found: Hulpaanmelding, form: AntwoordForm) -> AntwoordForm:
    allowed = AANMELDING_OVERGANGEN[found.status]
    form.naar.choices = {
        one.value: _(words) for one, words in ANTWOORDEN.items() if one in allowed
    }
    return form


def _show_bericht(found: Hulpaanmelding, form: AntwoordForm) -> ResponseReturnValue:
    page = render_template("vraagaanbod/bericht.html", aanmelding=found, form=form)
    return page, status_of(form)


@signed_in
def trek_in(aanmelding_id: int) -> ResponseReturnValue:
    """Take one's own message back."""
    take_back(AanmeldingId(aanmelding_id), van_id=current_user.id)
    flash(_("Uw bericht is ingetrokken en verwijderd."), "success")
    return _to_mijn()


def _to_mijn() -> ResponseReturnValue:
    return redirect(url_for("vraagaanbod.mijn"), HTTPStatus.SEE_OTHER)
