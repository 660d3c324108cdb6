"""The only clock. Tests freeze it; nothing else asks for the time."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def now() -> datetime:
    """Return the current moment in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Return the current day in Haarlem."""
    return now().astimezone(AMSTERDAM).date()
