"""Pages of who decides: making, adopting, withdrawing, closing and opening a programme."""

from collections.abc import Callable
from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import check_permission, requires
from participatie.core.errors import InvalidInputError, StaleError
from participatie.core.permissions import Permission
from participatie.core.webforms import show_error, status_of
from participatie.gebieden.types import Omtrek
from participatie.gebiedsprogrammas import services
from participatie.gebiedsprogrammas.forms import RedenForm, ToelichtingForm, VaststelForm
from participatie.gebiedsprogrammas.models import Gebiedsprogramma
from participatie.gebiedsprogrammas.queries import (
    check_jaar_bestaat,
    get_programma,
    get_programmagebied,
)
from participatie.gebiedsprogrammas.queries_programma import list_candidates
from participatie.gebiedsprogrammas.rules import next_status
from participatie.gebiedsprogrammas.rules_programma import fingerprint, sum_per_bron
from participatie.gebiedsprogrammas.types import Stap

bp = Blueprint("programmajaar", __name__)
ADRES = "/<slug>/<int(max=9999):jaar>"
BOTH = ["GET", "POST"]


@bp.post(f"{ADRES}/maken")
@requires(Permission.PROGRAMMA_VASTSTELLEN)
def maken(slug: str, jaar: int) -> ResponseReturnValue:
    """Make the concept of a year."""
    omtrek = allowed_gebied(slug, jaar)
    services.maak_programma(gebied_id=omtrek.id, jaar=jaar, actor_id=current_user.id)
    return to_year(omtrek, jaar, _("Het concept is gemaakt."))


@bp.route(f"{ADRES}/vaststellen", methods=BOTH)
@requires(Permission.PROGRAMMA_VASTSTELLEN)
def vaststellen(slug: str, jaar: int) -> ResponseReturnValue:
    """Show what goes in and what stays out, and adopt it."""
    omtrek = allowed_gebied(slug, jaar)
    programma = load(omtrek, jaar)
    next_status(programma.status, Stap.VASTSTELLEN)
    form = VaststelForm()
    if not form.validate_on_submit():
        return _checklist(form, omtrek, programma, status_of(form))
    try:
        services.vaststellen(
            programma=programma,
            besluit=services.Besluit(nummer=form.text("besluitnummer"), dag=form.besloten_op.data),
            gezien=form.text("gezien"),
            actor_id=current_user.id,
            versie=form.seen,
        )
    except InvalidInputError as error:
        show_error(form, error)
        return _checklist(form, omtrek, programma, error.status)
    except StaleError as error:
        form.bevestig.data = False
        return _checklist(form, omtrek, load(omtrek, jaar), error.status, str(error))
    return to_year(omtrek, jaar, _("Het gebiedsprogramma is vastgesteld."))


def _checklist(
    form: VaststelForm,
    omtrek: Omtrek,
    programma: Gebiedsprogramma,
    status: HTTPStatus,
    conflict: str = "",
) -> ResponseReturnValue:
    """Show the list as it is now; sending the form again adopts what is shown."""
    regels = list_candidates(omtrek, programma.jaar)
    if form.gezien.data is None or conflict:
        form.renew(programma.versie)
        form.gezien.raw_data = None
        form.gezien.data = fingerprint(regel.item for regel in regels)
    funded = [regel for regel in regels if regel.bedrag]
    page = render_template(
        "gebiedsprogrammas/vaststellen.html",
        form=form,
        gebied=omtrek,
        jaar=programma.jaar,
        met_geld=funded,
        zonder_geld=[regel for regel in regels if not regel.bedrag],
        per_bron=sum_per_bron((regel.item for regel in funded), programma.jaar),
        totaal=sum(regel.bedrag for regel in funded),
        conflict=conflict,
    )
    return page, status


@bp.route(f"{ADRES}/intrekken", methods=BOTH)
@requires(Permission.PROGRAMMA_VASTSTELLEN)
def intrekken(slug: str, jaar: int) -> ResponseReturnValue:
    """Ask why an adopted programme is withdrawn, and withdraw it."""
    done = _("De vaststelling is ingetrokken. Het programma is weer een concept.")
    return _take_back(slug, jaar, Stap.INTREKKEN, services.intrekken, done)


@bp.route(f"{ADRES}/heropenen", methods=BOTH)
@requires(Permission.PROGRAMMA_VASTSTELLEN)
def heropenen(slug: str, jaar: int) -> ResponseReturnValue:
    """Ask why a closed programme is opened again, and open it."""
    done = _("Het programma is weer open. U kunt de resultaten verbeteren.")
    return _take_back(slug, jaar, Stap.HEROPENEN, services.heropenen, done)


def _take_back(
    slug: str, jaar: int, stap: Stap, service: Callable[..., None], done: str
) -> ResponseReturnValue:
    omtrek = allowed_gebied(slug, jaar)
    programma = load(omtrek, jaar)
    next_status(programma.status, stap)
    form = RedenForm(data={"versie": str(programma.versie)})
    conflict, status = "", HTTPStatus.OK
    if form.validate_on_submit():
        try:
            service(
                programma=programma,
                reden=form.text("reden"),
                actor_id=current_user.id,
                versie=form.seen,
            )
        except InvalidInputError as error:
            show_error(form, error)
        except StaleError as error:
            form.renew(programma.versie)
            conflict, status = str(error), error.status
        else:
            return to_year(omtrek, jaar, done)
    page = render_template(
        "gebiedsprogrammas/terug.html",
        form=form,
        gebied=omtrek,
        jaar=jaar,
        stap=stap,
        conflict=conflict,
    )
    return page, status if conflict else status_of(form)


@bp.route(f"{ADRES}/toelichting", methods=BOTH)
@requires(Permission.PROGRAMMA_VASTSTELLEN)
def toelichting(slug: str, jaar: int) -> ResponseReturnValue:
    """Write what is told above the items of a year."""
    omtrek = allowed_gebied(slug, jaar)
    programma = load(omtrek, jaar)
    known = {"versie": str(programma.versie), "toelichting": programma.toelichting}
    form = ToelichtingForm(data=known)
    conflict, status = "", HTTPStatus.OK
    if form.validate_on_submit():
        try:
            services.schrijf_toelichting(
                programma=programma, toelichting=form.text("toelichting"), versie=form.seen
            )
        except StaleError as error:
            form.renew(programma.versie)
            conflict, status = str(error), error.status
        else:
            return to_year(omtrek, jaar, _("De toelichting is opgeslagen."))
    page = render_template(
        "gebiedsprogrammas/toelichting.html",
        form=form,
        gebied=omtrek,
        jaar=jaar,
        nu=programma.toelichting,
        conflict=conflict,
    )
    return page, status if conflict else status_of(form)


def allowed_gebied(slug: str, jaar: int) -> Omtrek:
    """Return the gebied when the current gebruiker decides about its programme, or raise."""
    omtrek = get_programmagebied(slug)
    check_permission(Permission.PROGRAMMA_VASTSTELLEN, omtrek.id)
    check_jaar_bestaat(jaar)
    return omtrek


def load(omtrek: Omtrek, jaar: int) -> Gebiedsprogramma:
    """Return the programme, locked when something is sent."""
    return get_programma(omtrek.id, jaar, lock=request.method == "POST")


def to_year(omtrek: Omtrek, jaar: int, message: str) -> ResponseReturnValue:
    """Go to the page of the year and say there what was done."""
    flash(message, "success")
    target = url_for("gebiedsprogrammas.jaar", slug=omtrek.slug, jaar=jaar)
    return redirect(target, HTTPStatus.SEE_OTHER)
