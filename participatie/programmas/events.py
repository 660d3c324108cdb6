"""What can happen to programme items."""

from dataclasses import dataclass

from participatie.core.events import Event
from participatie.gebieden.types import GebiedId


@dataclass(frozen=True, kw_only=True)
class ProjectToegevoegd(Event):
    """A project was added to the programme."""

    bronsysteem: str
    gebied_ids: tuple[GebiedId, ...]


@dataclass(frozen=True, kw_only=True)
class ProjectGewijzigd(Event):
    """A project was changed; `velden` names what, without the values."""

    velden: tuple[str, ...]
    gebied_ids: tuple[GebiedId, ...]


@dataclass(frozen=True, kw_only=True)
class ImportUitgevoerd(Event):
    """A file was imported whole."""

    bronsysteem: str
    nieuw: int
    gewijzigd: int
    ongewijzigd: int
