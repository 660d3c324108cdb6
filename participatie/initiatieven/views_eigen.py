"""What someone wrote himself: the list, throwing away a concept, taking back what was sent."""

from flask import flash, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import signed_in
from participatie.core.errors import DomainError
from participatie.discussion.queries import list_gevolgd
from participatie.discussion.queries_onderwerpen import list_onderwerpen
from participatie.discussion.types import Gespreksonderwerp
from participatie.initiatieven import services
from participatie.initiatieven.forms_stap import StapForm
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.queries import list_eigen
from participatie.initiatieven.queries_te_laat import list_late
from participatie.initiatieven.views_stap import eigen, refused, to_own, to_page
from participatie.inzendingen.rules import may_withdraw
from participatie.inzendingen.types import Status

OK, UNPROCESSABLE = 200, 422


@signed_in
def mijn() -> ResponseReturnValue:
    """Show what someone is writing and what he sent."""
    every = list_eigen(current_user.id)
    return render_template(
        "initiatieven/mijn.html",
        concepten=[one for one in every if one.status is Status.CONCEPT],
        verstuurd=[one for one in every if one.status is not Status.CONCEPT],
        te_laat=list_late(every),
        gevolgd=_list_gevolgd(),
    )


def _list_gevolgd() -> list[Gespreksonderwerp]:
    """Return what someone follows and everyone can see, newest first."""
    gevolgd = list_gevolgd(current_user.id)
    known = list_onderwerpen(gevolgd)
    return [known[one] for one in gevolgd if one in known and known[one].is_public]


@signed_in
def ask_delete(initiatief_id: int) -> ResponseReturnValue:
    """Ask whether the concept may go."""
    initiatief = eigen(initiatief_id)
    if initiatief.status is not Status.CONCEPT:
        return to_page(initiatief)
    return _ask("initiatieven/verwijderen.html", StapForm(formdata=None), initiatief)


@signed_in
def delete(initiatief_id: int) -> ResponseReturnValue:
    """Throw the concept away."""
    services.delete_concept(eigen(initiatief_id, lock=True))
    return to_own(_("Uw concept is verwijderd."))


@signed_in
def ask_withdraw(initiatief_id: int) -> ResponseReturnValue:
    """Ask whether it may be taken back."""
    initiatief = eigen(initiatief_id)
    if not may_withdraw(initiatief.status, is_indiener=True):
        return to_page(initiatief)
    form = StapForm(formdata=None)
    form.renew(initiatief.versie)
    return _ask("initiatieven/intrekken.html", form, initiatief)


@signed_in
def withdraw(initiatief_id: int) -> ResponseReturnValue:
    """Take it back."""
    initiatief = eigen(initiatief_id, lock=True)
    form = StapForm()
    if not form.validate():
        return _ask("initiatieven/intrekken.html", form, initiatief, UNPROCESSABLE)
    try:
        services.withdraw(initiatief, versie=form.seen_version)
    except DomainError as error:
        status = refused(form, error, initiatief)
        return _ask("initiatieven/intrekken.html", form, initiatief, status)
    flash(_("Uw idee is ingetrokken."), "success")
    return to_page(initiatief)


def _ask(
    template: str, form: StapForm, initiatief: Initiatief, status: int = OK
) -> ResponseReturnValue:
    return render_template(template, form=form, initiatief=initiatief), status
