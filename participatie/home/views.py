"""Pages of the home room."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from participatie.core.access import public

bp = Blueprint("home", __name__)


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """Show the front page."""
    return render_template("home/index.html")
