"""What the front page shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from participatie.inzendingen.types import InzendingId
from participatie.programmas.types import Fase, ProjectId, Thema


@dataclass(frozen=True, kw_only=True)
class NieuwInitiatief:
    """A published initiatief in a short list."""

    id: InzendingId
    titel: str
    thema: Thema | None
    gebied: str | None
    gepubliceerd_op: datetime


@dataclass(frozen=True, kw_only=True)
class KomendProject:
    """A project that begins soon, in a short list."""

    id: ProjectId
    titel: str
    fase: Fase
    start: date
    eind: date
    plek_omschrijving: str


@dataclass(frozen=True, kw_only=True)
class Voorpagina:
    """Everything the front page shows."""

    initiatieven: Sequence[NieuwInitiatief]
    projecten: Sequence[KomendProject]
    initiatieven_aantal: int
    projecten_aantal: int
    wijken_aantal: int
