"""The page on which staff say who answers questions about a gebied."""

from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import check_permission, requires
from participatie.core.errors import InvalidInputError
from participatie.core.permissions import Permission
from participatie.gebieden.forms import ContactForm
from participatie.gebieden.models import Contact, Gebied
from participatie.gebieden.queries import get_gebied_by_slug
from participatie.gebieden.services_contacten import (
    add_contact,
    change_contact,
    get_contact,
    list_contacten,
    remove_contact,
)

bp = Blueprint("gebieden_contacten", __name__)


@bp.get("/<slug>/contacten")
@requires(Permission.GEBIED_BEHEREN)
def index(slug: str) -> ResponseReturnValue:
    """Show the contacts, with a form for a new one."""
    return _page(_own_gebied(slug), ContactForm())


@bp.post("/<slug>/contacten")
@requires(Permission.GEBIED_BEHEREN)
def toevoegen(slug: str) -> ResponseReturnValue:
    """Add a contact."""
    gebied = _own_gebied(slug)
    form = ContactForm()
    if not form.validate_on_submit():
        return _page(gebied, form), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        add_contact(gebied, form.gegevens(), door_id=current_user.id)
    except InvalidInputError as error:
        form.naam.errors = [str(error)]
        return _page(gebied, form), HTTPStatus.UNPROCESSABLE_ENTITY
    return _done(slug, _("Het contact staat op de pagina."))


@bp.route("/<slug>/contacten/<int:contact_id>", methods=["GET", "POST"])
@requires(Permission.GEBIED_BEHEREN)
def wijzigen(slug: str, contact_id: int) -> ResponseReturnValue:
    """Change a contact."""
    gebied = _own_gebied(slug)
    contact = get_contact(gebied, contact_id)
    form = ContactForm(obj=contact)
    if request.method == "GET":
        return _page(gebied, form, contact)
    if not form.validate():
        return _page(gebied, form, contact), HTTPStatus.UNPROCESSABLE_ENTITY
    versie = int(form.versie.data or 0)
    change_contact(contact, form.gegevens(), versie=versie, door_id=current_user.id)
    return _done(slug, _("Het contact is gewijzigd."))


@bp.post("/<slug>/contacten/<int:contact_id>/verwijderen")
@requires(Permission.GEBIED_BEHEREN)
def verwijderen(slug: str, contact_id: int) -> ResponseReturnValue:
    """Remove a contact."""
    gebied = _own_gebied(slug)
    remove_contact(get_contact(gebied, contact_id), door_id=current_user.id)
    return _done(slug, _("Het contact is weggehaald."))


def _own_gebied(slug: str) -> Gebied:
    gebied = get_gebied_by_slug(slug)
    check_permission(Permission.GEBIED_BEHEREN, gebied.id)
    return gebied


def _page(gebied: Gebied, form: ContactForm, contact: Contact | None = None) -> str:
    return render_template(
        "gebieden/contacten.html",
        gebied=gebied,
        form=form,
        contact=contact,
        contacten=list_contacten(gebied),
    )


def _done(slug: str, message: str) -> ResponseReturnValue:
    flash(message, "success")
    return redirect(url_for("gebieden_contacten.index", slug=slug), HTTPStatus.SEE_OTHER)
