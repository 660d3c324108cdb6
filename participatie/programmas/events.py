"""What can happen to programme items."""

from dataclasses import dataclass

from participatie.core.events import Event
from participatie.gebieden.types import GebiedId


@dataclass(frozen=True, kw_only=True)
class ProjectToegevoegd(Event):
    """A project was added to the programme."""

    openbaar = True
    bronsysteem: str
    gebied_ids: tuple[GebiedId, ...]


@dataclass(frozen=True, kw_only=True)
class ProjectGewijzigd(Event):
    """A project was changed; `velden` names what, without the values."""

    openbaar = True
    velden: tuple[str, ...]
    gebied_ids: tuple[GebiedId, ...]


@dataclass(frozen=True, kw_only=True)
class DocumentToegevoegd(Event):
    """A document was put beside a project."""

    openbaar = True
    document_id: int


@dataclass(frozen=True, kw_only=True)
class DocumentVerwijderd(Event):
    """A document of a project was taken away."""

    openbaar = True
    document_id: int
