"""Values of the feeds room."""

from dataclasses import dataclass
from datetime import date, datetime

from participatie.opgaven.types import Domein
from participatie.programmas.types import Fase, Mijlpaal, ProjectId


@dataclass(frozen=True, kw_only=True)
class Bericht:
    """One entry of a feed. `sleutel` never changes and no other entry has it."""

    sleutel: str
    titel: str
    tekst: str
    pad: str
    op: datetime
    soort: str


@dataclass(frozen=True, kw_only=True)
class Feed:
    """Entries about one thing, newest first; `pad` is its page, `eigen` its own address."""

    sleutel: str
    titel: str
    pad: str
    eigen: str
    berichten: tuple[Bericht, ...]


@dataclass(frozen=True, kw_only=True)
class Gepland:
    """A project with its days, for a calendar."""

    id: ProjectId
    titel: str
    omschrijving: str
    domein: Domein
    fase: Fase
    start: date
    eind: date
    plek_omschrijving: str
    mijlpalen: tuple[Mijlpaal, ...]
    versie: int
    gewijzigd_op: datetime
    wie: str
