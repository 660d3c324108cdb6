"""Values of the evenhandigheid room."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from participatie.accounts.types import GebruikerId
from participatie.gebieden.types import GebiedId
from participatie.inzendingen.types import InzendingId
from participatie.moderation.types import BesluitId, Uitkomst
from participatie.programmas.types import Thema


class Per(StrEnum):
    """By what decisions are laid beside each other: the rows of the table."""

    GEBIED = "gebied"
    THEMA = "thema"
    MODERATOR = "moderator"


class Wat(StrEnum):
    """Which decisions of a row someone wants to see."""

    ALLES = "alles"
    PUBLICEREN = "publiceren"
    AANPASSEN = "aanpassen"
    AFWIJZEN = "afwijzen"
    TE_LAAT = "te-laat"
    TERUGGEDRAAID = "teruggedraaid"
    AFWIJKEND = "afwijkend"


@dataclass(frozen=True, kw_only=True)
class Keuze:
    """What is counted: a period, and a stadsdeel or thema where one was chosen."""

    van: date
    tot: date
    gebied_id: GebiedId | None = None
    thema: Thema | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Genomen:
    """A decision as far as others are compared with it, with the stadsdeel it was about."""

    id: BesluitId
    inzending_id: InzendingId
    stadsdeel: GebiedId
    thema: Thema
    uitkomst: Uitkomst
    teruggedraaid: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Zaak:
    """A decision with how long it took and how comparable ones went.

    `vergelijkbaar` tells whether there were enough that agreed; `op_tijd` is empty when nobody
    knows since when it waited.
    """

    genomen: Genomen
    gebied_id: GebiedId
    grond: str
    door_id: GebruikerId
    op: datetime
    dagen: int | None
    op_tijd: bool | None
    vergelijkbaar: bool
    afwijkend: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Twijfel:
    """Someone said that an initiatief is not done, and what a gebiedsverbinder made of it."""

    stadsdeel: GebiedId
    thema: Thema
    door_id: GebruikerId
    toegekend: bool


@dataclass(frozen=True)
class Deel:
    """So many of so many."""

    aantal: int
    van: int


@dataclass(frozen=True, kw_only=True)
class Rij:
    """What the decisions of one gebied, thema or moderator look like together."""

    sleutel: str
    aantal: int
    uitkomsten: dict[Uitkomst, int]
    mediaan: float | None
    op_tijd: Deel
    teruggedraaid: Deel
    afwijkend: Deel
    twijfels: Deel
    afgewezen: Deel
    verschillen: tuple[str, ...] = field(default=())


@dataclass(frozen=True)
class Getoond:
    """A number as it is shown, and which decisions it leads to (empty: none to show)."""

    tekst: str
    wat: Wat | None = None


@dataclass(frozen=True, kw_only=True)
class Regel:
    """A row of the table as it is shown."""

    sleutel: str
    naam: str
    cellen: tuple[Getoond, ...]
    verschillen: tuple[str, ...]


@dataclass(frozen=True)
class Staaf:
    """A part of a bar, in percent of its width."""

    uitkomst: Uitkomst
    x: float
    breedte: float


@dataclass(frozen=True, kw_only=True)
class Openbaar:
    """A row of the public page. None is a number too small to show."""

    naam: str
    totaal: int | None
    uitkomsten: dict[Uitkomst, int | None]
    staven: tuple[Staaf, ...]
