"""The only clock. Tests freeze it; nothing else asks for the time."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_set_to: ContextVar[datetime | None] = ContextVar("set_to", default=None)


def now() -> datetime:
    """Return the current moment in UTC."""
    return _set_to.get() or datetime.now(UTC)


def today() -> date:
    """Return the current day in Haarlem."""
    return now().astimezone(AMSTERDAM).date()


@contextmanager
def set_to(moment: datetime) -> Iterator[None]:
    """Stand still at another moment, so that the demo city gets a history."""
    token = _set_to.set(moment)
    try:
        yield
    finally:
        _set_to.reset(token)
