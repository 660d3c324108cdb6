"""What can happen to gebieden."""

from dataclasses import dataclass

from participatie.core.events import Event


@dataclass(frozen=True, kw_only=True)
class GebiedenIngelezen(Event):
    """Outlines of a niveau were imported; the numbers say how many were new or changed."""

    niveau: str
    nieuw: int
    gewijzigd: int


@dataclass(frozen=True, kw_only=True)
class KerncijfersIngelezen(Event):
    """Figures of gebieden were imported; the number says how many gebieden changed."""

    jaar: int
    gewijzigd: int


@dataclass(frozen=True, kw_only=True)
class ContactenGewijzigd(Event):
    """The people to call about a gebied were changed."""

    gebied_id: int
    aantal: int
