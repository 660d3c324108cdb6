"""What is needed to see where too much work is done."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from participatie.gebieden.types import GebiedId
from participatie.programmas.types import ProjectId


class Drukte(StrEnum):
    """How much work there is in a buurt or street in a year."""

    GEEN = "geen"
    GEWOON = "gewoon"
    DRUK = "druk"
    ERG_DRUK = "erg-druk"


@dataclass(frozen=True)
class Werk:
    """A work in the street, from the day it begins to be done to the day it is ready."""

    id: ProjectId
    titel: str
    plek: str
    trekker: str
    start: date
    eind: date
    geojson: str
    is_lijn: bool


@dataclass(frozen=True)
class Vak:
    """How many works there are in one buurt in one year."""

    jaar: int
    aantal: int
    drukte: Drukte


@dataclass(frozen=True)
class Buurtrij:
    """A buurt with its works by year."""

    gebied_id: GebiedId
    naam: str
    slug: str
    vakken: tuple[Vak, ...]


@dataclass(frozen=True)
class Straat:
    """A street with too many works in one year."""

    naam: str
    jaar: int
    werken: tuple[Werk, ...]


WerkPerBuurt = Mapping[GebiedId, tuple[Werk, ...]]
