"""Ids, enums and values of the voorstellen room."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from participatie.gebieden.types import GebiedId
from participatie.programmas.types import ProjectId
from participatie.programmas.types_geschiedenis import Wijziging

VoorstelId = NewType("VoorstelId", int)


class VoorstelStatus(StrEnum):
    """How far a proposal of a partner is."""

    CONCEPT = "concept"
    AANGEBODEN = "aangeboden"
    OVERGENOMEN = "overgenomen"
    TERUGGEGEVEN = "teruggegeven"
    INGETROKKEN = "ingetrokken"


class Rijgevolg(StrEnum):
    """What became of a row of a file of a partner."""

    NIEUW = "nieuw"
    WIJZIGING = "wijziging"
    VERNIEUWD = "vernieuwd"
    WACHT = "wacht"
    GELIJK = "gelijk"
    OVERGESLAGEN = "overgeslagen"


@dataclass(frozen=True, kw_only=True)
class VoorstelRij:
    """What a list shows of a voorstel."""

    id: VoorstelId
    titel: str
    status: VoorstelStatus
    project_id: ProjectId | None
    organisatie: str
    gebieden: tuple[str, ...]
    sinds: datetime
    inlezing: str | None
    versie: int
    eigen: bool = True
    """Whether the redacteur who looks keeps the programme in each of its gebieden."""


@dataclass(frozen=True)
class Gebiedstelling:
    """How many voorstellen wait in a stadsdeel, or for the whole city."""

    gebied_id: GebiedId | None
    slug: str
    naam: str
    aantal: int


@dataclass(frozen=True)
class Veldverschil:
    """A field that a voorstel changes: from what to what, and what the register says by `nu`."""

    veld: str
    wijziging: Wijziging
    nu: str
    nieuw: str
    botst: bool


@dataclass(frozen=True)
class Inlezing:
    """Voorstellen that came from one file and wait together."""

    sleutel: str
    organisatie: str
    op: date
    aantal: int
