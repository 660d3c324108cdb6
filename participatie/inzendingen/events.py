"""What can happen to an inzending."""

from dataclasses import dataclass

from participatie.core.events import Event


@dataclass(frozen=True, kw_only=True)
class InzendingStatusGewijzigd(Event):
    """An inzending moved in its transition table. `van` is empty for a new concept."""

    van: str | None
    naar: str
    gebied_id: int | None
