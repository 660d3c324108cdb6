"""Ids, enums and values of the gebieden room."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from participatie.core.geometry import Geometry

GebiedId = NewType("GebiedId", int)


class Niveau(StrEnum):
    """How the city is divided, from large to small."""

    STAD = "stad"
    STADSDEEL = "stadsdeel"
    WIJK = "wijk"
    BUURT = "buurt"


NIVEAUS = tuple(Niveau)


@dataclass(frozen=True, kw_only=True)
class Gebiedsketen:
    """The gebied of each niveau at one point; outside the city all are empty."""

    stad: GebiedId | None = None
    stadsdeel: GebiedId | None = None
    wijk: GebiedId | None = None
    buurt: GebiedId | None = None

    @property
    def kleinste(self) -> GebiedId | None:
        """Return the smallest gebied at the point."""
        return self.buurt or self.wijk or self.stadsdeel or self.stad


@dataclass(frozen=True, kw_only=True)
class Omtrek:
    """What a map needs to draw a gebied. `geometry` is empty while no outline is known."""

    id: GebiedId
    slug: str
    code: str
    naam: str
    niveau: Niveau
    ouder_id: GebiedId | None
    geometry: Geometry | None
