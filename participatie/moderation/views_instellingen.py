"""How the desk is set: terms, before or after, departments, and who gets what."""

from http import HTTPStatus
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import requires
from participatie.core.errors import InvalidInputError
from participatie.core.fields import choice
from participatie.core.permissions import Permission
from participatie.core.webforms import Form, show_error
from participatie.gebieden.queries import get_gebied_by_slug, list_gebieden
from participatie.inzendingen.services import set_termijn
from participatie.inzendingen.types import InzendingSoort
from participatie.moderation.forms_kader import AfdelingForm, RegelForm, TermijnForm, VormForm
from participatie.moderation.forms_selectie import handler_choices
from participatie.moderation.queries_instellingen import (
    get_regel,
    list_achterafgebieden,
    list_termijnen,
)
from participatie.moderation.queries_verdeling import (
    find_handler,
    get_afdeling,
    list_afdelingen,
    list_collegas,
    list_regels,
)
from participatie.moderation.services_instellingen import (
    add_afdeling,
    add_regel,
    remove_regel,
    switch_afdeling,
)
from participatie.moderation.services_vorm import set_vorm

bp = Blueprint("bureau_beheer", __name__)


@bp.get("")
@requires(Permission.BUREAU_BEHEREN)
def index() -> ResponseReturnValue:
    """Show how the desk is set."""
    return _page()


@bp.post("/termijn")
@requires(Permission.BUREAU_BEHEREN)
def termijn() -> ResponseReturnValue:
    """Say within how many days a kind is answered."""
    form = TermijnForm(prefix="termijn")
    if form.validate_on_submit():
        try:
            soort = InzendingSoort(form.soort.data)
            set_termijn(soort, form.dagen.data, door_id=current_user.id)
        except InvalidInputError as error:
            show_error(form, error)
        else:
            return _saved("termijn")
    return _page(termijn=form)


@bp.post("/achteraf")
@requires(Permission.BUREAU_BEHEREN)
def achteraf() -> ResponseReturnValue:
    """Look afterwards in a gebied from now on."""
    form = _with_gebieden(VormForm(prefix="vorm"))
    if not form.validate_on_submit():
        return _page(vorm=form)
    set_vorm(get_gebied_by_slug(form.text("gebied")), achteraf=True, door_id=current_user.id)
    return _saved("vorm")


@bp.post("/achteraf/<slug>/stoppen")
@requires(Permission.BUREAU_BEHEREN)
def vooraf(slug: str) -> ResponseReturnValue:
    """Look before something is public again in a gebied."""
    set_vorm(get_gebied_by_slug(slug), achteraf=False, door_id=current_user.id)
    return _saved("vorm")


@bp.post("/afdelingen")
@requires(Permission.BUREAU_BEHEREN)
def afdeling() -> ResponseReturnValue:
    """Add a department."""
    form = AfdelingForm(prefix="afdeling")
    if form.validate_on_submit():
        try:
            add_afdeling(naam=form.text("naam"), email=form.text("email"), door_id=current_user.id)
        except InvalidInputError as error:
            show_error(form, error)
        else:
            return _saved("afdelingen")
    return _page(afdeling=form)


@bp.post("/afdelingen/<int(max=2147483647):afdeling_id>/<any(aan,uit):stand>")
@requires(Permission.BUREAU_BEHEREN)
def schakelen(afdeling_id: int, stand: str) -> ResponseReturnValue:
    """Switch a department on or off."""
    found = get_afdeling(afdeling_id)
    switch_afdeling(found, is_actief=stand == "aan", door_id=current_user.id)
    return _saved("afdelingen")


@bp.post("/regels")
@requires(Permission.BUREAU_BEHEREN)
def regel() -> ResponseReturnValue:
    """Add a rule that says who gets what."""
    form = _with_handlers(RegelForm(prefix="regel"))
    naar = find_handler(form.text("naar"), None)
    if form.validate_on_submit() and naar is not None:
        slug = form.text("gebied")
        try:
            add_regel(
                gebied_id=get_gebied_by_slug(slug).id if slug else None,
                thema=form.chosen_thema,
                naar=naar,
                door_id=current_user.id,
            )
        except InvalidInputError as error:
            show_error(form, error)
        else:
            return _saved("regels")
    return _page(regel=form)


@bp.post("/regels/<int(max=2147483647):regel_id>/verwijderen")
@requires(Permission.BUREAU_BEHEREN)
def regel_weg(regel_id: int) -> ResponseReturnValue:
    """Forget a rule."""
    remove_regel(get_regel(regel_id), door_id=current_user.id)
    return _saved("regels")


def _with_gebieden(form: Any, first: str = "") -> Any:  # noqa: ANN401  # two kinds of form
    form.gebied.choices = [choice("", first or _("Kies"))] + [
        choice(gebied.slug, f"{gebied.naam} ({gebied.niveau})") for gebied in list_gebieden()
    ]
    return form


def _with_handlers(form: RegelForm) -> RegelForm:
    form.naar.choices = handler_choices(list_afdelingen(), list_collegas(None))
    filled: RegelForm = _with_gebieden(form, _("Alle gebieden"))
    return filled


def _page(
    *,
    termijn: TermijnForm | None = None,
    vorm: VormForm | None = None,
    afdeling: AfdelingForm | None = None,
    regel: RegelForm | None = None,
) -> ResponseReturnValue:
    refused: list[Form | None] = [termijn, vorm, afdeling, regel]
    page = render_template(
        "moderation/instellingen.html",
        termijnen=list_termijnen(),
        termijn_form=termijn or TermijnForm(formdata=None, prefix="termijn"),
        achterafgebieden=list_achterafgebieden(),
        vorm_form=vorm or _with_gebieden(VormForm(formdata=None, prefix="vorm")),
        afdelingen=list_afdelingen(only_active=False),
        afdeling_form=afdeling or AfdelingForm(formdata=None, prefix="afdeling"),
        regels=list_regels(),
        regel_form=regel or _with_handlers(RegelForm(formdata=None, prefix="regel")),
    )
    is_refused = any(form is not None for form in refused)
    return page, HTTPStatus.UNPROCESSABLE_ENTITY if is_refused else HTTPStatus.OK


def _saved(anchor: str) -> ResponseReturnValue:
    flash(_("Opgeslagen."), "success")
    return redirect(url_for("bureau_beheer.index", _anchor=anchor), HTTPStatus.SEE_OTHER)
