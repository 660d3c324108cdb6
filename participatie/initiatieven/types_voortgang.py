"""Enums and values of the life of an initiatief after publication."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from participatie.accounts.types import GebruikerId
from participatie.inzendingen.types import Fotowens, InzendingId

FasestapId = NewType("FasestapId", int)
UpdateId = NewType("UpdateId", int)
MedeId = NewType("MedeId", int)
UitnodigingId = NewType("UitnodigingId", int)
RealisatieId = NewType("RealisatieId", int)
AntwoordId = NewType("AntwoordId", int)


class InitiatiefFase(StrEnum):
    """How far a published initiatief is."""

    GEZOCHT = "gezocht"
    HAALBAARHEID = "haalbaarheid"
    UITVOERING = "uitvoering"
    GEREALISEERD = "gerealiseerd"
    GESTOPT = "gestopt"


class Hoedanigheid(StrEnum):
    """As what someone acts on an initiatief: as one of its initiatiefnemers, or as an official."""

    INITIATIEFNEMER = "initiatiefnemer"
    GEBIEDSVERBINDER = "gebiedsverbinder"


class Oordeel(StrEnum):
    """What became of the objection of someone who says that it is not done."""

    OPEN = "open"
    HEROPEND = "heropend"
    ZO_GELATEN = "zo-gelaten"


@dataclass(frozen=True)
class Betrokkene:
    """Who acts on an initiatief, and as what."""

    id: GebruikerId
    als: Hoedanigheid


@dataclass(frozen=True, kw_only=True)
class NieuweUpdate:
    """What an initiatiefnemer tells: the text, and photos with what is on them."""

    sleutel: str
    tekst: str
    fotos: tuple[Fotowens, ...] = ()


@dataclass(frozen=True)
class Klopttelling:
    """How many answered to "klopt dit?", and how many of them say that it is so."""

    totaal: int
    klopt: int


@dataclass(frozen=True, kw_only=True)
class TijdlijnFoto:
    """A photo beside a line of the timeline."""

    bestand: str
    beschrijving: str
    breedte: int
    hoogte: int


@dataclass(frozen=True, kw_only=True)
class Tijdlijnregel:
    """One thing that happened, as the public page tells it.

    `pad` leads to where more stands about it; `beheer` to where who may can take it away.
    """

    op: datetime
    titel: str
    tekst: str = ""
    door: str = ""
    pad: str = ""
    pad_naam: str = ""
    fotos: tuple[TijdlijnFoto, ...] = ()
    update_id: UpdateId | None = None


Tijdlijnbron = Callable[[InzendingId], Iterable[Tijdlijnregel]]
"""What gives lines about an initiatief for its timeline; `wiring` ties them."""
