"""Runs migrations with the engine of the application."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from alembic import context
from flask import current_app
from sqlalchemy import Connection

from participatie.blueprints import BLUEPRINTS
from participatie.core.db import Base, UtcDateTime, is_of_models
from participatie.core.encrypted import EncryptedText
from participatie.core.waarden import Waarden

for module, _prefix in BLUEPRINTS:
    import_module(module)

migrate = current_app.extensions["migrate"]


def render_item(kind: str, item: object, _context: object) -> str | bool:
    """Write our own column type as the plain one it stands for."""
    if kind == "type" and isinstance(item, EncryptedText):
        return f"sa.String(length={EncryptedText.LENGTH})"
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, Waarden):
        return "sa.JSON()"
    return False


@contextmanager
def without_foreign_keys(connection: Connection) -> Iterator[None]:
    """Let SQLite make a table anew without deleting what points to it; check the keys after."""
    if connection.dialect.name != "sqlite":
        yield
        return
    raw = connection.connection.dbapi_connection
    raw.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
        broken = raw.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise RuntimeError(f"The migration broke {len(broken)} references: {broken[:3]}")
    finally:
        raw.execute("PRAGMA foreign_keys=ON")


def run_migrations() -> None:
    engine = migrate.db.engine
    with engine.connect() as connection, without_foreign_keys(connection):
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_item=render_item,
            include_name=is_of_models,
            **migrate.configure_args,
        )
        with context.begin_transaction():
            context.run_migrations()


run_migrations()
