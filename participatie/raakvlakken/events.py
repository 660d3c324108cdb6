"""What can happen to raakvlakken. Ids and facts only; the words stand in the tables."""

from dataclasses import dataclass

from participatie.core.events import Event


@dataclass(frozen=True, kw_only=True)
class RaakvlakkenBijgewerkt(Event):
    """It was worked out again what touches: of one project, or (number 0) of all."""

    nieuw: int
    gewijzigd: int
    vervallen: int
    opnieuw: int


@dataclass(frozen=True, kw_only=True)
class RaakvlakBeoordeeld(Event):
    """An editor judged a pair, or took his judgement back."""

    project_ids: tuple[int, int]
    oordeel: str
    was: str
    tonen: bool


@dataclass(frozen=True, kw_only=True)
class RaakvlakInstellingGewijzigd(Event):
    """What touches, or what is many, was set anew."""

    velden: tuple[str, ...]
