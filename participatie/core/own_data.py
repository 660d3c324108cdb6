"""What is kept about one person: each room says its part, the profile hands it over."""

from collections.abc import Callable

OwnData = Callable[[int], object]
_parts: dict[str, OwnData] = {}


def contribute(name: str, part: OwnData) -> None:
    """Add what a room keeps about a gebruiker to the download of their own data."""
    _parts[name] = part


def collect(gebruiker_id: int) -> dict[str, object]:
    """Return all parts, as values that can be written as JSON."""
    return {name: part(gebruiker_id) for name, part in _parts.items()}
