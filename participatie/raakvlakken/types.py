"""Ids, enums and values of the raakvlakken room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, NewType

from participatie.gebieden.types import GebiedId
from participatie.programmas.types import ProjectId, Thema

RaakvlakId = NewType("RaakvlakId", int)
Paar = tuple[ProjectId, ProjectId]
"""Two projects, the one with the lower number first."""

Situatie = Mapping[str, str]
"""What a judgement was about: the planning and the place of both, in a form to compare."""


class Oordeel(StrEnum):
    """What an editor thinks of two projects that touch."""

    OPEN = "open"
    COMBINEREN = "combineren"
    HINDER = "hinder"
    DUBBEL = "dubbel"
    GEEN_PROBLEEM = "geen-probleem"


class Verandering(StrEnum):
    """What can change so much that a judgement must be looked at again."""

    PLANNING_A = "planning_a"
    PLANNING_B = "planning_b"
    PLEK_A = "plek_a"
    PLEK_B = "plek_b"


@dataclass(frozen=True)
class Instelling:
    """When projects touch, and how many works in one year are many."""

    afstand_m: int = 150
    marge_maanden: int = 3
    drempel_buurt: int = 4
    drempel_straat: int = 3


@dataclass(frozen=True)
class InstellingStand:
    """Which version of the settings holds, and how far the working out is."""

    versie: int = 1
    berekend_op: datetime | None = None
    herberekenen: bool = False


@dataclass(frozen=True)
class Item:
    """What counts of a project: when and where. Without a geometry it is for its gebieden."""

    id: ProjectId
    start: date
    eind: date
    thema: Thema | None
    gebied_ids: frozenset[GebiedId]
    geojson: str | None


class Raakt(NamedTuple):
    """How two projects touch: within a distance, or because of a gebied and thema they share.

    They overlap from `van` to `tot`; when `gat_dagen` is not 0 one follows the other, and these
    are the end of the first and the beginning of the second.
    """

    afstand_m: int | None
    gebied_id: GebiedId | None
    van: date
    tot: date
    gat_dagen: int
    lon: float | None
    lat: float | None


@dataclass(frozen=True)
class Bekend:
    """A pair as it is stored."""

    id: RaakvlakId
    paar: Paar
    raakt: Raakt
    is_vervallen: bool
    gezien: Situatie | None
    opnieuw: str


@dataclass(frozen=True)
class Herzien:
    """What a stored pair becomes."""

    bekend: Bekend
    raakt: Raakt
    opnieuw: str


@dataclass(frozen=True)
class Verschil:
    """What must change so that the stored pairs are right again."""

    nieuw: Mapping[Paar, Raakt] = field(default_factory=dict)
    herzien: Sequence[Herzien] = ()
    vervallen: Sequence[Bekend] = ()

    @property
    def opnieuw(self) -> int:
        """Return how many judgements must now be looked at again."""
        return sum(bool(one.opnieuw) and not one.bekend.opnieuw for one in self.herzien)

    def __bool__(self) -> bool:
        """Tell whether anything changes."""
        return bool(self.nieuw or self.herzien or self.vervallen)
