"""Columns that hold a few small values of one kind, kept as JSON and read as dataclasses."""

from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import JSON, Dialect
from sqlalchemy.types import TypeDecorator

V = TypeVar("V")


class Waarden(TypeDecorator[tuple[V, ...]], Generic[V]):
    """A tuple of frozen dataclasses: it compares by value, so only a change is written."""

    impl = JSON
    cache_ok = True

    def __init__(self, soort: type[V]) -> None:
        super().__init__()
        self.soort = soort
        self._adapter: TypeAdapter[tuple[V, ...]] = TypeAdapter(tuple[soort, ...])  # type: ignore[valid-type]

    def process_bind_param(self, value: tuple[V, ...] | None, dialect: Dialect) -> Any:  # noqa: ANN401  # JSON
        """Return the values as JSON knows them."""
        del dialect
        return self._adapter.dump_python(value, mode="json") if value else []

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[V, ...]:  # noqa: ANN401  # JSON
        """Return the values as they were stored."""
        del dialect
        return self._adapter.validate_python(value) if value else ()
