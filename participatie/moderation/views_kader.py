"""How the gemeente decides: for everyone to read, and the pages on which beheer keeps it."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import public, requires
from participatie.core.errors import InvalidInputError, NotFoundError, StaleError
from participatie.core.permissions import Permission
from participatie.core.webforms import show_error, status_of
from participatie.moderation import services_kader
from participatie.moderation.forms_kader import GrondForm, KaderForm
from participatie.moderation.models_kader import Afwegingsgrond, Afwegingspunt, Versie
from participatie.moderation.queries_instellingen import list_termijnen
from participatie.moderation.queries_kader import list_current, list_retired, list_versions
from participatie.moderation.rules_woorden import UITKOMST_UITLEG
from participatie.moderation.types import Uitkomst

bp = Blueprint("kader", __name__)
WAT: dict[str, type[Versie]] = {"gronden": Afwegingsgrond, "punten": Afwegingspunt}
BEHEER = "/beheer/afwegingskader"
EEN = f"{BEHEER}/<any(gronden,punten):kader>"


@bp.get("/zo-beslist-de-gemeente")
@public
def zo_beslist() -> ResponseReturnValue:
    """Show on which grounds is decided, what is looked at, and how long that takes."""
    gronden = list_current(Afwegingsgrond)
    return render_template(
        "moderation/zo_beslist.html",
        gronden={
            uitkomst: [one for one in gronden if one.carries(uitkomst)] for uitkomst in Uitkomst
        },
        uitleg=UITKOMST_UITLEG,
        punten=list_current(Afwegingspunt),
        termijnen=list_termijnen(),
    )


@bp.get(BEHEER)
@requires(Permission.BUREAU_BEHEREN)
def index() -> ResponseReturnValue:
    """Show what counts and what no longer does."""
    return render_template(
        "moderation/kader.html",
        gronden=list_current(Afwegingsgrond),
        punten=list_current(Afwegingspunt),
        oude_gronden=list_retired(Afwegingsgrond),
        oude_punten=list_retired(Afwegingspunt),
        uitkomsten=Uitkomst,
    )


@bp.route(f"{EEN}/nieuw", methods=["GET", "POST"])
@requires(Permission.BUREAU_BEHEREN)
def nieuw(kader: str) -> ResponseReturnValue:
    """Add a ground or a point."""
    form = _form(kader)
    if form.validate_on_submit():
        try:
            if isinstance(form, GrondForm):
                services_kader.add_grond(
                    **_words(form), uitkomsten=form.chosen, door_id=current_user.id
                )
            else:
                services_kader.add_punt(**_words(form), door_id=current_user.id)
        except InvalidInputError as error:
            show_error(form, error)
        else:
            return _saved()
    return _page(form, kader)


@bp.route(f"{EEN}/<sleutel>", methods=["GET", "POST"])
@requires(Permission.BUREAU_BEHEREN)
def wijzigen(kader: str, sleutel: str) -> ResponseReturnValue:
    """Give a ground or a point new words, and show those it had."""
    versions = list_versions(WAT[kader], sleutel)
    newest = versions[0]
    if newest.geldig_tot is not None:
        raise NotFoundError
    form = _form(kader, newest)
    if not form.validate_on_submit():
        return _page(form, kader, versions)
    try:
        _change(form, sleutel)
    except InvalidInputError as error:
        show_error(form, error)
        return _page(form, kader, versions)
    except StaleError as error:
        form.versie.data = str(newest.versie)
        return _page(form, kader, versions, str(error))
    return _saved()


def _change(form: KaderForm, sleutel: str) -> None:
    """Keep new words, as a new version."""
    seen: dict[str, Any] = {"versie": form.seen, "door_id": current_user.id, **_words(form)}
    if isinstance(form, GrondForm):
        services_kader.change_grond(sleutel, uitkomsten=form.chosen, **seen)
    else:
        services_kader.change_punt(sleutel, **seen)


@bp.post(f"{EEN}/<sleutel>/stoppen/<int(max=999999):versie>")
@requires(Permission.BUREAU_BEHEREN)
def stoppen(kader: str, sleutel: str, versie: int) -> ResponseReturnValue:
    """Take it out of use."""
    services_kader.retire(WAT[kader], sleutel, versie=versie, door_id=current_user.id)
    return _saved()


@bp.post(f"{EEN}/<sleutel>/terughalen/<int(max=999999):versie>")
@requires(Permission.BUREAU_BEHEREN)
def terughalen(kader: str, sleutel: str, versie: int) -> ResponseReturnValue:
    """Take it into use again."""
    services_kader.bring_back(WAT[kader], sleutel, versie=versie, door_id=current_user.id)
    return _saved()


def _form(kader: str, newest: Versie | None = None) -> KaderForm:
    data: dict[str, Any] = {}
    if newest is not None:
        data = {"naam": newest.naam, "uitleg": newest.uitleg, "versie": str(newest.versie)}
    if isinstance(newest, Afwegingsgrond):
        data["uitkomsten"] = newest.uitkomsten
    return GrondForm(data=data) if kader == "gronden" else KaderForm(data=data)


def _words(form: KaderForm) -> dict[str, str]:
    return {"naam": form.text("naam"), "uitleg": form.text("uitleg")}


def _page(
    form: KaderForm,
    kader: str,
    versions: Sequence[Versie] = (),
    conflict: str = "",
) -> ResponseReturnValue:
    page = render_template(
        "moderation/kader_formulier.html",
        form=form,
        kader=kader,
        versions=versions,
        conflict=conflict,
    )
    return page, HTTPStatus.CONFLICT if conflict else status_of(form)


def _saved() -> ResponseReturnValue:
    flash(_("Het afwegingskader is gewijzigd. Eerdere besluiten houden hun woorden."), "success")
    return redirect(url_for("kader.index"), HTTPStatus.SEE_OTHER)
