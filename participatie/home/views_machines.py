"""Addresses for machines: robots, the XML site map, the security contact."""

from datetime import UTC, datetime, time

from flask import Blueprint, Response, current_app, render_template, url_for
from flask.typing import ResponseReturnValue

from participatie.core import clock
from participatie.core.access import public
from participatie.gebieden.queries import list_gebieden
from participatie.home.rules import PAGINAS, security_txt_expires

bp = Blueprint("machines", __name__)


@bp.get("/robots.txt")
@public
def robots() -> ResponseReturnValue:
    """Tell crawlers what to leave alone and where the site map is."""
    return _text(f"User-agent: *\nDisallow: /account/\nSitemap: {_absolute('/sitemap.xml')}\n")


@bp.get("/.well-known/security.txt")
@public
def security_txt() -> ResponseReturnValue:
    """Tell whom to write about a security problem (RFC 9116)."""
    expires = datetime.combine(security_txt_expires(clock.today()), time(), UTC)
    return _text(
        f"Contact: mailto:{current_app.config['MAIL_AFZENDER']}\n"
        f"Expires: {expires.isoformat()}\n"
        "Preferred-Languages: nl, en\n"
        f"Canonical: {_absolute('/.well-known/security.txt')}\n"
    )


@bp.get("/sitemap.xml")
@public
def sitemap_xml() -> ResponseReturnValue:
    """Show search engines every page for everyone."""
    paths = [url_for(name) for name in PAGINAS]
    paths += [url_for("gebieden.detail", slug=gebied.slug) for gebied in list_gebieden()]
    page = render_template("home/sitemap.xml", addresses=[_absolute(path) for path in paths])
    return Response(page, mimetype="application/xml")


def _absolute(path: str) -> str:
    return f"{current_app.config['SITE_URL']}{path}"


def _text(body: str) -> Response:
    return Response(body, mimetype="text/plain")
