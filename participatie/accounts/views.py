"""Pages of the accounts room: sign in and out."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from participatie.core.access import first_step_done, public

bp = Blueprint("accounts", __name__)


@bp.get("/inloggen")
@public
def inloggen() -> ResponseReturnValue:
    """Show the sign-in form."""
    return render_template("home/index.html")


@bp.get("/tweede-factor")
@first_step_done
def tweede_factor() -> ResponseReturnValue:
    """Ask for the code of the second factor."""
    return render_template("home/index.html")
