"""What can happen at the desk. Ids and facts only; the words stand in the tables."""

from dataclasses import dataclass

from participatie.core.events import Event


@dataclass(frozen=True, kw_only=True)
class BesluitGenomen(Event):
    """A gebiedsverbinder decided about an inzending."""

    besluit_id: int
    uitkomst: str
    grond: str
    gebied_id: int


@dataclass(frozen=True, kw_only=True)
class BesluitTeruggedraaid(Event):
    """A decision was undone; the inzending is in the queue again."""

    besluit_id: int
    uitkomst: str
    gebied_id: int


@dataclass(frozen=True, kw_only=True)
class InzendingGekoppeld(Event):
    """An inzending was linked to a project."""

    koppeling_id: int
    project_id: int
    koppeling_soort: str


@dataclass(frozen=True, kw_only=True)
class InzendingOntkoppeld(Event):
    """The link between an inzending and a project was removed."""

    ontkoppeling_id: int
    project_id: int
    koppeling_soort: str


@dataclass(frozen=True, kw_only=True)
class NotitieGeschreven(Event):
    """A colleague wrote an internal note."""

    notitie_id: int


@dataclass(frozen=True, kw_only=True)
class NotitieVerwijderd(Event):
    """An internal note was removed by who wrote it."""

    notitie_id: int
