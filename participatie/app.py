"""Builds the application: config, extensions, rooms, wiring."""

from importlib import import_module
from pathlib import Path
from typing import Any

from flask import Flask
from flask_babel import Babel
from flask_compress import Compress
from flask_migrate import Migrate
from flask_wtf import CSRFProtect
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from participatie import wiring
from participatie.blueprints import BLUEPRINTS, COMMANDS
from participatie.core import (
    assets,
    formats,
    jobs,
    limits,
    mail,
    namen,
    shared,
    signin,
    transactions,
    translation,
    versioned,
    webforms,
    webpages,
)
from participatie.core.db import db, prepare_engine
from participatie.core.panels import panels

ROOT = Path(__file__).resolve().parent.parent
csrf = CSRFProtect()


def create_app(config: dict[str, Any]) -> Flask:
    """Create the application. Touches no database."""
    app = Flask(
        __name__,
        template_folder=str(ROOT / "templates"),
        static_folder=str(ROOT / "static"),
    )
    app.config.from_mapping(config)
    app.jinja_options = {
        "undefined": StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "cache_size": -1,  # all of them: the usual 400 is fewer than there are
    }
    _add_extensions(app)
    for module, prefix in BLUEPRINTS:
        app.register_blueprint(import_module(module).bp, url_prefix=prefix)
    for module in COMMANDS:
        app.cli.add_command(import_module(module).group)
    app.jinja_env.globals["panels"] = panels
    wiring.connect(app)
    hops = app.config["TRUSTED_PROXIES"]
    if hops:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops)  # type: ignore[method-assign]
    return app


def _add_extensions(app: Flask) -> None:
    transactions.init_app(app)
    db.init_app(app)
    with app.app_context():
        prepare_engine(db.engine)
    Migrate(app, db, directory=str(ROOT / "migrations"), render_as_batch=True, compare_type=True)
    Babel(app)
    translation.init_app()
    csrf.init_app(app)
    Compress(app)
    signin.init_app(app)
    limits.init_app(app)
    jobs.init_app(app)
    mail.init_app(app)
    assets.init_app(app)
    formats.init_app(app)
    namen.init_app(app)
    webforms.init_app(app)
    webpages.init_app(app)
    versioned.init_app(app)
    shared.init_app(app)
