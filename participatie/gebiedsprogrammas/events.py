"""What can happen to programme years. Ids and facts only; reasons stand in the tables."""

from dataclasses import dataclass

from participatie.core.events import Event
from participatie.gebieden.types import GebiedId


@dataclass(frozen=True, kw_only=True)
class ProgrammaEvent(Event):
    """Something that happened to the programme of one gebied and year."""

    openbaar = True
    gebied_id: GebiedId
    jaar: int


@dataclass(frozen=True, kw_only=True)
class ProgrammaGemaakt(ProgrammaEvent):
    """A concept was made."""


@dataclass(frozen=True, kw_only=True)
class ProgrammaVastgesteld(ProgrammaEvent):
    """A programme was adopted with these items."""

    aantal: int
    bedrag_cent: int


@dataclass(frozen=True, kw_only=True)
class VaststellingIngetrokken(ProgrammaEvent):
    """An adopted programme is a concept again."""


@dataclass(frozen=True, kw_only=True)
class ProgrammaAfgesloten(ProgrammaEvent):
    """A programme was closed with the results of its items."""


@dataclass(frozen=True, kw_only=True)
class ProgrammaHeropend(ProgrammaEvent):
    """A closed programme is open again, so that its results can be put right."""


@dataclass(frozen=True, kw_only=True)
class Doorgerold(Event):
    """A year became the concrete one; its unfinished items were moved, kept or stopped."""

    jaar: int
    verlengd: int
    gelaten: int
    gestopt: int


@dataclass(frozen=True, kw_only=True)
class DoorrollenOngedaan(Event):
    """A roll-over was undone."""

    jaar: int


@dataclass(frozen=True, kw_only=True)
class PcMomentVerplaatst(Event):
    """A moment in the P&C cycle got another day."""

    soort: str
    jaar: int
    datum: str
