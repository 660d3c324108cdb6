"""Pages of the P&C cycle: what is due, the days of the moments, and lists of things to do."""

from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core import clock
from participatie.core.access import current_person, requires
from participatie.core.errors import InvalidInputError, NotFoundError, StaleError
from participatie.core.permissions import Permission
from participatie.core.webforms import show_error, status_of
from participatie.gebiedsprogrammas.forms import MomentForm
from participatie.gebiedsprogrammas.queries import (
    check_jaar_bestaat,
    get_programmagebied,
    list_programmagebieden,
)
from participatie.gebiedsprogrammas.queries_pc import (
    BIJ_ONDERDELEN,
    list_lacking,
    list_momenten,
    list_planmomenten,
)
from participatie.gebiedsprogrammas.rules_pc import PC_UITLEG, PROGRAMMAJAAR, tijd_in_woorden
from participatie.gebiedsprogrammas.services_pc import zet_moment
from participatie.gebiedsprogrammas.types_planning import Moment, PcSoort, PcTaak, Termijn
from participatie.programmas.rules import planning_in_woorden

bp = Blueprint("programmaplanning", __name__)
DRINGEND = (Termijn.TE_LAAT, Termijn.BINNENKORT)


@bp.get("")
@requires(Permission.PROGRAMMA_PLANNEN)
def index() -> ResponseReturnValue:
    """Show what is due for each moment of a year; first what is late or due soon."""
    vandaag = clock.today()
    jaar = check_jaar_bestaat(request.args.get("jaar", vandaag.year, type=int))
    person = current_person()
    own = [
        omtrek
        for omtrek in list_programmagebieden()
        if person.may(Permission.PROGRAMMA_VASTSTELLEN, omtrek.id)
        or person.may(Permission.SITE_BEHEREN)
    ]
    momenten = list_planmomenten(jaar, own)
    return render_template(
        "gebiedsprogrammas/planning.html",
        jaar=jaar,
        vandaag=vandaag,
        momenten=momenten,
        dringend=[one for one in momenten if one.termijn in DRINGEND],
        gebieden=own,
        uitleg=PC_UITLEG,
        programmajaar=PROGRAMMAJAAR,
        resterend=tijd_in_woorden,
        taken=PcTaak,
    )


@bp.route("/moment/<soort>/<int(max=9999):jaar>", methods=["GET", "POST"])
@requires(Permission.PROGRAMMA_PLANNEN)
def moment(soort: str, jaar: int) -> ResponseReturnValue:
    """Give a moment another day."""
    found = _get_moment(soort, check_jaar_bestaat(jaar))
    form = MomentForm(data={"versie": str(found.versie), "datum": found.datum})
    conflict, status = "", HTTPStatus.OK
    if form.validate_on_submit():
        try:
            zet_moment(
                soort=found.soort,
                jaar=jaar,
                datum=form.datum.data,
                actor_id=current_user.id,
                versie=form.seen,
            )
        except InvalidInputError as error:
            show_error(form, error)
        except StaleError as error:
            form.renew(found.versie)
            conflict, status = str(error), error.status
        else:
            flash(_("De datum is opgeslagen."), "success")
            target = url_for("programmaplanning.index", jaar=jaar)
            return redirect(target, HTTPStatus.SEE_OTHER)
    page = render_template(
        "gebiedsprogrammas/moment.html", form=form, moment=found, conflict=conflict
    )
    return page, status if conflict else status_of(form)


def _get_moment(soort: str, jaar: int) -> Moment:
    for found in list_momenten(jaar):
        if found.soort.value == soort:
            return found
    raise NotFoundError(_("Dit moment bestaat niet."))


@bp.get("/<slug>/<int(max=9999):jaar>/<wat>")
@requires(Permission.PROGRAMMA_PLANNEN)
def te_doen(slug: str, jaar: int, wat: str) -> ResponseReturnValue:
    """List the items of the MJGP of a gebied that still lack money or a goal."""
    omtrek = get_programmagebied(slug)
    taak = next((one for one in BIJ_ONDERDELEN if one.value == wat), None)
    if taak is None:
        raise NotFoundError
    return render_template(
        "gebiedsprogrammas/te_doen.html",
        gebied=omtrek,
        jaar=check_jaar_bestaat(jaar),
        taak=taak,
        items=list_lacking(omtrek, taak, jaar),
        planning=planning_in_woorden,
        soorten=PcSoort,
    )
