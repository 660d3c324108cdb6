"""Where too much work is done in one year."""

from datetime import date

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user

from participatie.core import clock
from participatie.core.access import requires
from participatie.core.errors import NotFoundError
from participatie.core.permissions import Permission
from participatie.gebieden.queries import get_boom
from participatie.gebieden.types import Niveau
from participatie.raakvlakken.queries import get_instelling
from participatie.raakvlakken.queries_overlast import (
    list_buurten,
    list_buurtrijen,
    list_werken,
    works_by_gebied,
)
from participatie.raakvlakken.queries_werklijst import get_own_part
from participatie.raakvlakken.rules_overlast import STRAAT_M, busy_streets, drukte, in_jaar
from participatie.raakvlakken.rules_tijdbalk import draw_tijdbalk

JAREN = 4


@requires(Permission.PROJECT_BEHEREN)
def overlast() -> ResponseReturnValue:
    """Show how much work there is in each buurt and year, and which streets are busy."""
    jaren = _years()
    instelling = get_instelling()
    buurten = list_buurten(get_own_part(current_user, ""))
    werken = list_werken(jaren)
    per_buurt = works_by_gebied(werken, buurten)
    mine = {werk.id for found in per_buurt.values() for werk in found}
    return render_template(
        "raakvlakken/overlast.html",
        jaren=jaren,
        rijen=list_buurtrijen(per_buurt, buurten, jaren, instelling.drempel_buurt),
        straten=busy_streets(
            [werk for werk in werken if werk.id in mine], jaren, instelling.drempel_straat
        ),
        instelling=instelling,
        straat_m=STRAAT_M,
    )


@requires(Permission.PROJECT_BEHEREN)
def overlast_buurt(slug: str, jaar: int) -> ResponseReturnValue:
    """Show the works of one buurt in one year, under each other in time."""
    get_own_part(current_user, slug)  # raises for a gebied of someone else
    omtrek = get_boom().omtrekken[get_boom().by_slug[slug]]
    if omtrek.niveau is not Niveau.BUURT:
        raise NotFoundError("Dit overzicht is er alleen voor een buurt.")
    jaren = range(jaar, jaar + 1)
    found = works_by_gebied(list_werken(jaren, omtrek.id), [omtrek.id])
    werken = [werk for werk in found.get(omtrek.id, ()) if in_jaar(werk, jaar)]
    spans = [(werk.start, werk.eind) for werk in werken]
    return render_template(
        "raakvlakken/overlast_buurt.html",
        buurt=omtrek,
        jaar=jaar,
        werken=werken,
        drukte=drukte(len(werken), get_instelling().drempel_buurt),
        tijdbalk=draw_tijdbalk(spans, (date(jaar, 1, 1), date(jaar, 12, 31))) if spans else None,
    )


def _years() -> range:
    this_year = clock.today().year
    return range(this_year, this_year + JAREN)
