"""Pages about organisaties for everyone."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from participatie.core.access import current_person, public
from participatie.core.permissions import Permission
from participatie.organisaties.queries import get_organisatie, list_organisaties

bp = Blueprint("organisaties", __name__)


@bp.get("")
@public
def index() -> ResponseReturnValue:
    """Show which organisaties keep items of their own in the programme."""
    return render_template(
        "organisaties/index.html",
        organisaties=list_organisaties(),
        may_change=current_person().may(Permission.ORGANISATIE_BEHEREN),
    )


@bp.get("/<slug>")
@public
def detail(slug: str) -> ResponseReturnValue:
    """Show who an organisatie is; higher rooms show what it does."""
    return render_template(
        "organisaties/detail.html",
        organisatie=get_organisatie(slug),
        may_change=current_person().may(Permission.ORGANISATIE_BEHEREN),
    )
