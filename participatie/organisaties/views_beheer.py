"""Pages on which organisaties and their people are kept."""

from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import check_permission, current_person, requires
from participatie.core.errors import InvalidInputError, StaleError
from participatie.core.permissions import Permission
from participatie.core.webforms import show_error, status_of
from participatie.organisaties.forms import LidForm, OrganisatieForm
from participatie.organisaties.models import Organisatie
from participatie.organisaties.queries import get_organisatie, list_leden
from participatie.organisaties.services import add_organisatie, change_organisatie
from participatie.organisaties.services_leden import add_lid, remove_lid

bp = Blueprint("organisaties_beheer", __name__)


@bp.route("/nieuw", methods=["GET", "POST"])
@requires(Permission.ORGANISATIE_BEHEREN)
def nieuw() -> ResponseReturnValue:
    """Add an organisatie."""
    form = OrganisatieForm()
    if form.validate_on_submit():
        try:
            organisatie = add_organisatie(form.gegevens(), door_id=current_user.id)
        except InvalidInputError as error:
            show_error(form, error)
        else:
            return _saved(organisatie)
    return _form_page(form)


@bp.route("/<slug>/wijzigen", methods=["GET", "POST"])
@requires(Permission.ORGANISATIE_BEHEREN)
def wijzigen(slug: str) -> ResponseReturnValue:
    """Change what an organisatie says of itself."""
    organisatie = get_organisatie(slug)
    form = OrganisatieForm(data=_data(organisatie))
    if not form.validate_on_submit():
        return _form_page(form, organisatie)
    try:
        change_organisatie(organisatie, form.gegevens(), versie=form.seen, door_id=current_user.id)
    except InvalidInputError as error:
        show_error(form, error)
        return _form_page(form, organisatie)
    except StaleError as error:
        form.versie.data = str(organisatie.versie)
        return _form_page(form, organisatie, str(error), HTTPStatus.CONFLICT)
    return _saved(organisatie)


@bp.get("/<slug>/leden")
@requires(Permission.ORGANISATIE_BEHEREN)
def leden(slug: str) -> ResponseReturnValue:
    """Show who keeps the items of an organisatie."""
    return _leden_page(get_organisatie(slug), LidForm(formdata=None))


@bp.post("/<slug>/leden")
@requires(Permission.ROLLEN_BEHEREN)
def toevoegen(slug: str) -> ResponseReturnValue:
    """Let someone join: this gives a role, and tells whether an address has an account."""
    check_permission(Permission.ORGANISATIE_BEHEREN)
    organisatie = get_organisatie(slug, with_leden=True)
    form = LidForm()
    if form.validate_on_submit():
        try:
            add_lid(organisatie, email=form.text("email"), door_id=current_user.id)
        except InvalidInputError as error:
            show_error(form, error)
        else:
            flash(_("Deze persoon hoort nu bij de organisatie."), "success")
            return _to_leden(organisatie)
    return _leden_page(organisatie, form)


@bp.post("/<slug>/leden/<int(max=2147483647):gebruiker_id>/weghalen")
@requires(Permission.ORGANISATIE_BEHEREN)
def weghalen(slug: str, gebruiker_id: int) -> ResponseReturnValue:
    """Let someone go."""
    organisatie = get_organisatie(slug, with_leden=True)
    remove_lid(organisatie, gebruiker_id=gebruiker_id, door_id=current_user.id)
    flash(_("Deze persoon hoort niet meer bij de organisatie."), "success")
    return _to_leden(organisatie)


def _leden_page(organisatie: Organisatie, form: LidForm) -> ResponseReturnValue:
    page = render_template(
        "organisaties/leden.html",
        organisatie=organisatie,
        leden=list_leden(organisatie.id),
        form=form,
        may_add=current_person().may(Permission.ROLLEN_BEHEREN),
    )
    return page, status_of(form)


def _data(organisatie: Organisatie) -> dict[str, str]:
    return {
        "versie": str(organisatie.versie),
        "naam": organisatie.naam,
        "soort": organisatie.soort.value,
        "omschrijving": organisatie.omschrijving,
        "website": organisatie.website or "",
    }


def _form_page(
    form: OrganisatieForm,
    organisatie: Organisatie | None = None,
    conflict: str = "",
    status: HTTPStatus | None = None,
) -> ResponseReturnValue:
    page = render_template(
        "organisaties/formulier.html",
        form=form,
        organisatie=organisatie,
        conflict=conflict,
        titel=request.form.get("naam") or (organisatie.naam if organisatie else ""),
    )
    return page, status or status_of(form)


def _saved(organisatie: Organisatie) -> ResponseReturnValue:
    flash(_("De organisatie is opgeslagen."), "success")
    target = url_for("organisaties.detail", slug=organisatie.slug)
    return redirect(target, HTTPStatus.SEE_OTHER)


def _to_leden(organisatie: Organisatie) -> ResponseReturnValue:
    target = url_for("organisaties_beheer.leden", slug=organisatie.slug)
    return redirect(target, HTTPStatus.SEE_OTHER)
