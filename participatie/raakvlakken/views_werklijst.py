"""The work list: what touches in someone's own gebieden."""

from collections.abc import Sequence
from http import HTTPStatus

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_login import current_user

from participatie.core.access import requires
from participatie.core.errors import DomainError, InvalidInputError, NotAllowedError
from participatie.core.permissions import Permission
from participatie.core.webforms import show_error
from participatie.raakvlakken.errors import AlBeoordeeldError
from participatie.raakvlakken.forms import (
    VeelForm,
    chosen_bak,
    lijst_params,
    make_filter_form,
    read_filter,
)
from participatie.raakvlakken.models import Raakvlak
from participatie.raakvlakken.queries_paar import list_for_judging
from participatie.raakvlakken.queries_werklijst import get_werkplek, list_jaren, list_werk
from participatie.raakvlakken.rules_woorden import BAK_LEEG
from participatie.raakvlakken.services_oordeel import judge_many
from participatie.raakvlakken.types import Oordeel
from participatie.raakvlakken.views_paar import may_judge


@requires(Permission.PROJECT_BEHEREN)
def werklijst() -> ResponseReturnValue:
    """Show what is to be judged, the soonest first."""
    return _page(VeelForm(formdata=None))


@requires(Permission.PROJECT_BEHEREN)
def geen_probleem() -> ResponseReturnValue:
    """Say of several pairs, with one reason, that they are no problem."""
    form = VeelForm()
    chosen = form.choices_made(request.form.getlist("kies"))
    valid = form.validate_on_submit()
    if not chosen:
        form.form_errors.append(_("Kies eerst een of meer raakvlakken in de lijst."))
    if not chosen or not valid:
        return _page(form, chosen, HTTPStatus.UNPROCESSABLE_ENTITY)
    found = list_for_judging(sorted(chosen))
    if not all(may_judge(one) for one in found):
        raise NotAllowedError("U beheert geen projecten in dit gebied.")
    try:
        _judge(found, chosen, form.text("reden"))
    except InvalidInputError as error:
        show_error(form, error)
        return _page(form, chosen, HTTPStatus.UNPROCESSABLE_ENTITY)
    except DomainError as error:
        form.form_errors.append(str(error))
        return _page(form, chosen, HTTPStatus.CONFLICT)
    flash(
        ngettext(
            "%(num)s raakvlak is geen probleem.",
            "%(num)s raakvlakken zijn geen probleem.",
            len(found),
        ),
        "success",
    )
    address = url_for("raakvlakken.werklijst", **lijst_params(request.args))
    return redirect(address, HTTPStatus.SEE_OTHER)


def _judge(found: Sequence[Raakvlak], chosen: dict[int, int], reden: str) -> None:
    if len(found) < len(chosen):
        raise AlBeoordeeldError
    judge_many(
        pairs=[(one, chosen[one.id]) for one in found],
        oordeel=Oordeel.GEEN_PROBLEEM,
        reden=reden,
        door=current_user,
    )


def _page(
    form: VeelForm, chosen: dict[int, int] | None = None, status: HTTPStatus = HTTPStatus.OK
) -> ResponseReturnValue:
    werkplek = get_werkplek(current_user, request.args.get("gebied", ""))
    bak = chosen_bak(request.args)
    filters = make_filter_form(request.args, list_jaren())
    wanted = read_filter(filters, bak, werkplek.gebied_ids)
    page = render_template(
        "raakvlakken/werklijst.html",
        werkplek=werkplek,
        bak=bak,
        filters=filters,
        page=list_werk(wanted, request.args.get("pagina", 1, type=int)),
        leeg=BAK_LEEG[bak],
        form=form,
        chosen=chosen or {},
        params=lijst_params(request.args),
    )
    return page, status
