"""Static files: served compressed, under an address that changes with their content."""

import hashlib
from functools import cache
from pathlib import Path

from flask import Flask, url_for
from markupsafe import Markup
from whitenoise import WhiteNoise

A_YEAR = 365 * 24 * 3600


def init_app(app: Flask) -> None:
    """Serve the static folder before Flask sees the request."""
    folder = Path(app.static_folder or "static")
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app, root=str(folder), prefix="/static/", max_age=A_YEAR
    )

    @cache
    def fingerprint(name: str) -> str:
        return hashlib.sha256((folder / name).read_bytes()).hexdigest()[:12]

    def asset(name: str) -> str:
        """Return the address of a static file."""
        return url_for("static", filename=name, v=fingerprint(name))

    @cache
    def icon_svg(name: str) -> Markup:
        """Return the drawing of an icon, to stand in the page itself."""
        path = folder / "vendor" / "icons" / f"{name}.svg"
        return Markup(path.read_text()) if path.exists() else Markup("")  # noqa: S704  # our file

    app.jinja_env.globals["asset"] = asset
    app.jinja_env.globals["icon_svg"] = icon_svg
