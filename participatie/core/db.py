"""The database handle and the base class of every table."""

import enum
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from typing import Any

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import (
    JSON,
    Connection,
    Date,
    DateTime,
    Dialect,
    Engine,
    Enum,
    MetaData,
    event,
)
from sqlalchemy.orm import DeclarativeBase, registry
from sqlalchemy.types import TypeDecorator

NAMING_CONVENTION = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment; SQLite forgets the zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse naive times and store UTC."""
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A time without a zone cannot be stored.")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return an aware time in UTC."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _values(members: type[enum.Enum]) -> list[str]:
    return [str(member.value) for member in members]


class Base(DeclarativeBase):
    """Base of every table: named constraints, aware times, enums stored by their value."""

    registry = registry(
        metadata=MetaData(naming_convention=NAMING_CONVENTION),
        type_annotation_map={
            datetime: UtcDateTime,
            date: Date,
            enum.Enum: Enum(enum.Enum, native_enum=False, length=40, values_callable=_values),
            dict[str, Any]: JSON,
            list[str]: JSON,
        },
    )
    metadata = registry.metadata


db = SQLAlchemy(model_class=Base)

FULLTEXT = "zoekindex"
"""How the names begin of what each database has of its own for full text, outside the models."""


def is_of_models(name: str | None, _kind: str, _parents: Mapping[str, str | None]) -> bool:
    """Tell whether a table, column or index should be in the models: what Alembic compares."""
    return name is None or not name.startswith(FULLTEXT)


_writing: ContextVar[bool] = ContextVar("writing", default=False)


@contextmanager
def write_intent(*, writing: bool = True) -> Iterator[None]:
    """Take SQLite's write lock, or not, at the start of the transactions begun inside.

    A transaction that reads first and writes later is refused by SQLite when another wrote in
    between; one that says so at once waits its turn.
    """
    token = _writing.set(writing)
    try:
        yield
    finally:
        _writing.reset(token)


def set_write_intent(*, writing: bool) -> None:
    """Say for the current request whether it will write."""
    _writing.set(writing)


def prepare_engine(engine: Engine) -> None:
    """Make SQLite keep foreign keys and real transactions; PostgreSQL needs nothing."""
    if engine.dialect.name != "sqlite":
        return

    @event.listens_for(engine, "connect")
    def connect(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        for pragma in (
            "foreign_keys=ON",
            "journal_mode=WAL",
            "synchronous=NORMAL",
            "busy_timeout=5000",
            "secure_delete=ON",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if _writing.get() else "BEGIN")
