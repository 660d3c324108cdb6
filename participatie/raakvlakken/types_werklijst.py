"""What the work list and the page of a pair show."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from participatie.gebieden.types import GebiedId
from participatie.opgaven.types import Domein
from participatie.programmas.types import Fase, ProjectId
from participatie.raakvlakken.types import Oordeel, RaakvlakId


class Bak(StrEnum):
    """The trays of the work list."""

    TE_BEOORDELEN = "te-beoordelen"
    OPNIEUW = "opnieuw"
    COMBINEREN = "combineren"
    HINDER = "hinder"
    DUBBEL = "dubbel"
    GEEN_PROBLEEM = "geen-probleem"
    VERVALLEN = "vervallen"


@dataclass(frozen=True)
class WerkFilter:
    """Which pairs to show. What is left empty does not limit."""

    bak: Bak
    gebied_ids: frozenset[GebiedId]
    domeinen: tuple[Domein, Domein] | None = None
    jaar: int | None = None
    afstand_m: int | None = None


@dataclass(frozen=True)
class Kant:
    """What the work list shows of one of the two projects."""

    id: ProjectId
    titel: str
    domein: Domein
    fase: Fase
    start: date
    eind: date
    trekker: str


@dataclass(frozen=True)
class Rij:
    """One line of the work list."""

    id: RaakvlakId
    versie: int
    a: Kant
    b: Kant
    oordeel: Oordeel
    opnieuw: str
    hoe_dichtbij: str
    wanneer: str


@dataclass(frozen=True)
class Kaart:
    """A gebied with how many pairs in it are to be judged."""

    slug: str
    naam: str
    aantal: int


@dataclass(frozen=True)
class Werkplek:
    """Where an editor works, with the numbers of the trays and of what lies below."""

    slug: str
    naam: str
    gebied_ids: frozenset[GebiedId]
    aantallen: Mapping[Bak, int]
    kaarten: tuple[Kaart, ...]
    boven: tuple[Kaart, ...]


@dataclass(frozen=True)
class Buren:
    """The pairs before and after this one in the list someone came from."""

    vorige: RaakvlakId | None = None
    volgende: RaakvlakId | None = None
    plaats: int | None = None
    totaal: int = 0


@dataclass(frozen=True)
class Nabij:
    """What the page of a project tells of another one that it touches."""

    raakvlak_id: RaakvlakId
    project_id: ProjectId
    titel: str
    fase: Fase
    start: date
    eind: date
    hoe_dichtbij: str
    wanneer: str
    oordeel: Oordeel
    opnieuw: bool
    reden: str | None
    is_getoond: bool
