"""Ids, enums and filters of the inzendingen room."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType, Protocol

from participatie.accounts.types import GebruikerId
from participatie.core.geometry import Bounds
from participatie.core.permissions import Permission
from participatie.gebieden.types import GebiedId
from participatie.programmas.types import Thema

InzendingId = NewType("InzendingId", int)


class InzendingSoort(StrEnum):
    """The kinds of inzending; each has its own room."""

    INITIATIEF = "initiatief"


class Status(StrEnum):
    """Where an inzending stands between the first word and the public page."""

    CONCEPT = "concept"
    INGEDIEND = "ingediend"
    AANPASSEN = "aanpassen"
    GEPUBLICEERD = "gepubliceerd"
    AFGEWEZEN = "afgewezen"
    INGETROKKEN = "ingetrokken"


class KoppelingSoort(StrEnum):
    """How an inzending relates to a project."""

    ONDERDEEL_VAN = "onderdeel van"
    AANVULLING_OP = "aanvulling op"
    AANLEIDING_VOOR = "aanleiding voor"
    DUBBEL_MET = "dubbel met"
    STRIJDIG_MET = "strijdig met"


class BekendKeuze(StrEnum):
    """What the sender chose when the site showed what is already planned or proposed there."""

    KOPPELEN = "koppelen"
    APART = "apart"
    VOLGEN = "volgen"


class Kijker(Protocol):
    """What must be known of someone signed in to decide what he sees."""

    @property
    def id(self) -> GebruikerId:
        """Return who it is."""

    def may(self, permission: Permission, gebied_id: int | None = None) -> bool:
        """Tell whether this permission holds: anywhere, or in this gebied."""


@dataclass(frozen=True, kw_only=True)
class InzendingFilter:
    """Which published inzendingen to list; what is left out does not restrict.

    `gebied_ids` is the chosen gebied with everything below it.
    """

    gebied_ids: frozenset[GebiedId] | None = None
    thema: Thema | None = None
    jaar: int | None = None
    tekst: str = ""
    bounds: Bounds | None = None


@dataclass(frozen=True, kw_only=True)
class Fotowens:
    """What someone asks about the photos: one to remove, one to add, or nothing."""

    weg_id: int | None = None
    content: bytes | None = None
    filename: str = ""
    beschrijving: str = ""


class Historie(Protocol):
    """What a timeline needs of one line of the history."""

    van: Status | None
    naar: Status
    op: datetime
    toelichting: str


@dataclass(frozen=True, kw_only=True)
class Tijdlijnstap:
    """One line of a timeline, in plain words."""

    naam: str
    op: datetime
    toelichting: str
