"""How often something may be tried, per address and per account."""

import hashlib
import ipaddress
import time
from http import HTTPStatus

from flask import Flask, make_response, render_template, request
from flask.typing import ResponseReturnValue
from flask_limiter import Limiter
from flask_limiter.errors import RateLimitExceeded
from flask_login import current_user

IPV6_HOME = 64  # one household has at least this many bits


def address_of() -> str:
    """Return who asks: an IPv4 address, or the network of an IPv6 address.

    Only the proxies of TRUSTED_PROXIES are believed about it: see `participatie.app`.
    """
    given = request.remote_addr or "unknown"
    try:
        address = ipaddress.ip_address(given)
    except ValueError:
        return given
    if address.version == 4:  # noqa: PLR2004  # IPv4
        return given
    return str(ipaddress.ip_network((address, IPV6_HOME), strict=False))


def account_of() -> str:
    """Return for which account a form was sent, whether it exists or not, as a digest."""
    email = request.form.get("email", "").strip().lower()
    return hashlib.sha256(email.encode()).hexdigest()


def person_of() -> str:
    """Return which gebruiker asks; a visitor is counted by address."""
    if current_user.is_authenticated:
        return f"gebruiker:{current_user.id}"
    return address_of()


limiter = Limiter(address_of, in_memory_fallback_enabled=True)


def init_app(app: Flask) -> None:
    """Count in Redis where it is set; without it each process counts for itself."""
    app.config.setdefault("RATELIMIT_STORAGE_URI", app.config["REDIS_URL"] or "memory://")
    limiter.init_app(app)
    app.register_error_handler(RateLimitExceeded, _too_many)


def _too_many(_error: RateLimitExceeded) -> ResponseReturnValue:
    limit = limiter.current_limit
    seconds = max(1, limit.reset_at - 1 - int(time.time())) if limit else 60
    page = render_template("errors/429.html", minutes=-(-seconds // 60))
    response = make_response(page, HTTPStatus.TOO_MANY_REQUESTS)
    response.headers["Retry-After"] = str(seconds)
    return response
