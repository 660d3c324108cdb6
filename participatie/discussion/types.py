"""Ids, enums and shapes of the discussion room."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from participatie.accounts.types import GebruikerId
from participatie.gebieden.types import GebiedId

VolgingId = NewType("VolgingId", int)
SteunId = NewType("SteunId", int)
GesprekId = NewType("GesprekId", int)
ReactieId = NewType("ReactieId", int)
MeldingId = NewType("MeldingId", int)
IngreepId = NewType("IngreepId", int)


class ReactieStatus(StrEnum):
    """Who can read a reactie."""

    WACHT = "wacht"
    ZICHTBAAR = "zichtbaar"
    VERBORGEN = "verborgen"
    VERWIJDERD = "verwijderd"


class MeldGrond(StrEnum):
    """What is wrong with a reactie: why it is reported, and why it is hidden."""

    KWETSEND = "kwetsend"
    DISCRIMINATIE = "discriminatie"
    PERSOONSGEGEVENS = "persoonsgegevens"
    RECLAME = "reclame"
    ANDER_ONDERWERP = "ander-onderwerp"
    ONWAAR = "onwaar"
    ANDERS = "anders"


class IngreepSoort(StrEnum):
    """What a gebiedsverbinder can do in a gesprek."""

    VERBERGEN = "verbergen"
    TERUGZETTEN = "terugzetten"
    GOEDKEUREN = "goedkeuren"
    LATEN_STAAN = "laten-staan"
    SLUITEN = "sluiten"
    HEROPENEN = "heropenen"


class Volgorde(StrEnum):
    """In which order a gesprek is read."""

    NIEUWSTE = "nieuwste"
    OUDSTE = "oudste"
    STEUN = "steun"


@dataclass(frozen=True, kw_only=True)
class Gespreksonderwerp:
    """What a gesprek must know of the thing it is about; its own room says so."""

    titel: str
    pad: str
    gebied_id: GebiedId | None
    is_public: bool
    is_open: bool = True
    maker_ids: frozenset[GebruikerId] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Stukje:
    """A part of a text: plain, or an address that can be opened."""

    tekst: str
    adres: str = ""


@dataclass(frozen=True, kw_only=True)
class Bijdrage:
    """What someone wants to say, and how it came in."""

    tekst: str
    formulier_sleutel: str
    ouder_id: ReactieId | None = None
    met_bewijs: bool = False


@dataclass(frozen=True, kw_only=True)
class Regel:
    """One reactie as one reader sees it. Without `stukjes` a line stands in its place."""

    id: ReactieId
    naam: str
    op: datetime
    bewerkt: bool
    status: ReactieStatus
    stukjes: Sequence[Stukje]
    steun: int
    is_initiatiefnemer: bool
    is_gemeente: bool
    is_eigen: bool
    gesteund: bool
    mag_bewerken: bool
    grond: MeldGrond | None
    reden: str
    antwoorden: Sequence["Regel"] = ()
    aantal_antwoorden: int = 0

    @property
    def is_zichtbaar(self) -> bool:
        """Tell whether everyone reads it, so that one can support, answer and report it."""
        return self.status is ReactieStatus.ZICHTBAAR


@dataclass(frozen=True, kw_only=True)
class Meldregel:
    """A reactie that waits for a gebiedsverbinder: reported, or not checked yet."""

    reactie_id: ReactieId
    soort: str
    onderwerp_id: int
    titel: str
    gebied_id: GebiedId | None
    naam: str
    tekst: str
    status: ReactieStatus
    op: datetime
    meldingen: int
    gronden: Sequence[MeldGrond]
