"""What can happen to voorstellen. None of it is public before the register itself changes."""

from dataclasses import dataclass

from participatie.core.events import Event
from participatie.gebieden.types import GebiedId


@dataclass(frozen=True, kw_only=True)
class VoorstelGeschreven(Event):
    """Someone of a partner wrote a voorstel down."""

    organisatie_id: int
    project_id: int | None


@dataclass(frozen=True, kw_only=True)
class VoorstelGewijzigd(Event):
    """Someone of a partner wrote something else."""

    organisatie_id: int


@dataclass(frozen=True, kw_only=True)
class VoorstelStatusGewijzigd(Event):
    """A voorstel was offered, agreed to, given back or withdrawn."""

    organisatie_id: int
    project_id: int | None
    van: str
    naar: str
    gebied_ids: tuple[GebiedId, ...]
