"""What every page shares: error pages, security headers, template globals."""

from http import HTTPStatus

from flask import Flask, Response, current_app, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import InterfaceError, NoResultFound, OperationalError
from werkzeug.exceptions import HTTPException
from werkzeug.routing import IntegerConverter, Map

from participatie.core.errors import (
    DomainError,
    NotFoundError,
    SecondFactorNeededError,
    SignInNeededError,
)
from participatie.core.signin import go_on_as_visitor

SECURITY_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(self)",
}
HSTS = "max-age=63072000; includeSubDomains"
LARGEST_NUMBER = 2**31 - 1  # of a row


class NumberConverter(IntegerConverter):
    """A number in an address. One that no row can have is not found, before a database sees it."""

    def __init__(self, map: Map, **options: int) -> None:  # noqa: A002  # as werkzeug calls it
        super().__init__(map, **{"max": LARGEST_NUMBER, **options})  # type: ignore[arg-type]


def init_app(app: Flask) -> None:
    """Register error pages and headers."""
    app.url_map.converters["int"] = NumberConverter
    _register_error_pages(app)
    policy = _content_policy(app.config["KAART_TEGELS_URL"])

    @app.after_request
    def add_headers(response: Response) -> Response:
        for name, value in SECURITY_HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Content-Security-Policy", policy)
        if app.config["SESSION_COOKIE_SECURE"]:
            response.headers.setdefault("Strict-Transport-Security", HSTS)
        if g.get("private"):
            response.headers["Cache-Control"] = "private, no-store"
        return response


def _content_policy(tiles_url: str) -> str:
    tiles = "/".join(tiles_url.split("/")[:3]).replace("{s}", "*")
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "font-src 'self'",
            f"img-src 'self' data: {tiles}".strip(),
            "connect-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def _register_error_pages(app: Flask) -> None:
    @app.errorhandler(NoResultFound)
    def not_found(_error: NoResultFound) -> ResponseReturnValue:
        return _refused(NotFoundError())

    @app.errorhandler(SignInNeededError)
    def sign_in(error: SignInNeededError) -> ResponseReturnValue:
        return _first_to("accounts.inloggen", error)

    @app.errorhandler(SecondFactorNeededError)
    def second_factor(error: SecondFactorNeededError) -> ResponseReturnValue:
        return _first_to("accounts.tweede_factor", error)

    @app.errorhandler(HTTPException)
    def http_error(error: HTTPException) -> ResponseReturnValue:
        if error.response is not None or (error.code or 500) < HTTPStatus.BAD_REQUEST:
            return error
        if error.code == HTTPStatus.NOT_FOUND:
            return _refused(NotFoundError())
        return _page("errors/http.html", HTTPStatus(error.code or 500))

    app.register_error_handler(CSRFError, _expired)
    app.register_error_handler(DomainError, _refused)
    app.register_error_handler(OperationalError, _database_away)
    app.register_error_handler(InterfaceError, _database_away)
    app.register_error_handler(HTTPStatus.INTERNAL_SERVER_ERROR, _broken)


def _first_to(endpoint: str, error: DomainError) -> ResponseReturnValue:
    """Send a reader to a step and back here afterwards; a form that was sent is refused."""
    if request.method != "GET":
        return _expired(error) if isinstance(error, SignInNeededError) else _refused(error)
    target = url_for(endpoint, volgende=request.full_path.rstrip("?"))
    return redirect(target, HTTPStatus.SEE_OTHER)


def _expired(error: CSRFError | SignInNeededError) -> ResponseReturnValue:
    """Say how to come back to a form that was sent after its session was over."""
    adapter = current_app.create_url_adapter(request)
    is_page = adapter is not None and adapter.test(request.path, "GET")
    terug = request.full_path.rstrip("?") if is_page else None
    status = error.status if isinstance(error, SignInNeededError) else HTTPStatus.BAD_REQUEST
    return render_template("errors/verlopen.html", terug=terug), status


def _database_away(_error: Exception) -> ResponseReturnValue:
    go_on_as_visitor()
    return _page("errors/503.html", HTTPStatus.SERVICE_UNAVAILABLE)


def _broken(_error: Exception) -> ResponseReturnValue:
    go_on_as_visitor()
    return _page("errors/500.html", HTTPStatus.INTERNAL_SERVER_ERROR)


def _refused(error: DomainError) -> ResponseReturnValue:
    template = "errors/404.html" if isinstance(error, NotFoundError) else "errors/refused.html"
    return render_template(template, error=error), error.status


def _page(template: str, status: HTTPStatus) -> ResponseReturnValue:
    return render_template(template, status=status), status
