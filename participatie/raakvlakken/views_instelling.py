"""Setting when projects touch and how many works are many."""

from http import HTTPStatus

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import check_permission, requires
from participatie.core.errors import StaleError
from participatie.core.permissions import Permission
from participatie.gebieden.queries import get_boom
from participatie.raakvlakken.forms import InstellingForm
from participatie.raakvlakken.queries import get_instelling, get_instelling_stand
from participatie.raakvlakken.services_instelling import change_instelling


@requires(Permission.PROJECT_BEHEREN)
def instellingen() -> ResponseReturnValue:
    """Show when projects touch and how many works are many."""
    _check_whole_city()
    return _page(InstellingForm(formdata=None, **vars(get_instelling())))


@requires(Permission.PROJECT_BEHEREN)
def zet_instellingen() -> ResponseReturnValue:
    """Set it; a job then works out everything again."""
    _check_whole_city()
    form = InstellingForm()
    if not form.validate_on_submit():
        return _page(form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        change_instelling(form.instelling(), actor_id=current_user.id, versie=form.seen)
    except StaleError as error:
        return _page(form, str(error), HTTPStatus.CONFLICT)
    flash(_("De instellingen zijn opgeslagen. De raakvlakken worden nu bijgewerkt."), "success")
    return redirect(url_for("raakvlakken.instellingen"), HTTPStatus.SEE_OTHER)


def _check_whole_city() -> None:
    """Let in only who keeps the programme of the whole city: it holds for everyone."""
    for stad in get_boom().kinderen.get(None, ()):
        check_permission(Permission.PROJECT_BEHEREN, stad)


def _page(
    form: InstellingForm, conflict: str = "", status: HTTPStatus = HTTPStatus.OK
) -> ResponseReturnValue:
    stand = get_instelling_stand()
    if conflict or not form.is_submitted():
        form.renew(stand.versie)
    page = render_template(
        "raakvlakken/instellingen.html", form=form, stand=stand, conflict=conflict
    )
    return page, status
