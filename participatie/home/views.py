"""Pages of the home room."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from participatie.core.access import public
from participatie.gebieden.queries import list_gebieden
from participatie.gebieden.types import Niveau
from participatie.home.queries import get_voorpagina, list_contacten
from participatie.home.rules import PAGINAS

bp = Blueprint("home", __name__)


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """Show the front page."""
    return render_template("home/index.html", pagina=get_voorpagina())


@bp.get("/contact")
@public
def contact() -> ResponseReturnValue:
    """Show who answers which question."""
    return render_template("home/contact.html", contacten=list_contacten())


@bp.get("/toegankelijkheid")
@public
def toegankelijkheid() -> ResponseReturnValue:
    """Show how accessible this site is, and what to do about what is not."""
    return render_template("home/toegankelijkheid.html")


@bp.get("/privacy")
@public
def privacy() -> ResponseReturnValue:
    """Show what is kept of a person, why, and for how long."""
    return render_template("home/privacy.html")


@bp.get("/sitemap")
@public
def sitemap() -> ResponseReturnValue:
    """Show every page for everyone."""
    return render_template(
        "home/sitemap.html",
        paginas=PAGINAS,
        stadsdelen=list_gebieden(Niveau.STADSDEEL),
        wijken=list_gebieden(Niveau.WIJK),
    )
