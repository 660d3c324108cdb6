"""Runs migrations with the engine of the application."""

from importlib import import_module

from alembic import context
from flask import current_app

from participatie.blueprints import BLUEPRINTS
from participatie.core.db import Base, UtcDateTime
from participatie.core.encrypted import EncryptedText

for module, _prefix in BLUEPRINTS:
    import_module(module)

migrate = current_app.extensions["migrate"]


def render_item(kind: str, item: object, _context: object) -> str | bool:
    """Write our own column type as the plain one it stands for."""
    if kind == "type" and isinstance(item, EncryptedText):
        return f"sa.String(length={EncryptedText.LENGTH})"
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return False


def run_migrations() -> None:
    engine = migrate.db.engine
    with engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_item=render_item,
            **migrate.configure_args,
        )
        with context.begin_transaction():
            context.run_migrations()


run_migrations()
