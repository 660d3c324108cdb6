"""The page of the demo: who a visitor can be. It exists only while DEMO is set."""

from flask import Blueprint, current_app, g, render_template
from flask.typing import ResponseReturnValue

from participatie.core.access import public
from participatie.core.errors import NotFoundError
from participatie.core.mail_folder import list_recent_mails
from participatie.demo import queries, services

bp = Blueprint("demo", __name__)


@bp.before_request
def only_in_the_demo() -> None:
    """Let nobody see demo accounts on a real site."""
    if not current_app.config["DEMO"]:
        raise NotFoundError


@bp.get("")
@public
def index() -> ResponseReturnValue:
    """Show the demo accounts with their code of this moment; no browser may keep the page."""
    g.private = True
    return render_template(
        "demo/index.html",
        personen=queries.list_toegang(),
        wachtwoord=services.read_wachtwoord(current_app.config["DATA_DIR"]),
    )


@bp.get("/mails")
@public
def mails() -> ResponseReturnValue:
    """Show the mails that were written to the folder, so that a visitor can follow the links."""
    return render_template("demo/mails.html", mails=list_recent_mails())
