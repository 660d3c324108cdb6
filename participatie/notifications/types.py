"""What is told to whom, how often, and what someone asked to be told. Values of the room."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from participatie.accounts.types import GebruikerId
from participatie.core.geometry import Geometry
from participatie.core.onderwerpen import Onderwerp
from participatie.gebieden.types import GebiedId

BerichtId = NewType("BerichtId", int)
ZoekopdrachtId = NewType("ZoekopdrachtId", int)

MEESTE_BUURTEN = 5
MEESTE_ZOEKOPDRACHTEN = 25


class Frequentie(StrEnum):
    """How often someone is mailed about something; `site` only shows it on the site."""

    DIRECT = "direct"
    DAG = "dag"
    WEEK = "week"
    SITE = "site"
    NOOIT = "nooit"


class Periode(StrEnum):
    """The time between two digests."""

    DAG = "dag"
    WEEK = "week"


class BerichtSoort(StrEnum):
    """What a bericht is about: the headings of a digest."""

    EIGEN = "eigen"
    INITIATIEF = "initiatief"
    PROJECT = "project"
    PROGRAMMA = "programma"
    GESPREK = "gesprek"
    AGENDA = "agenda"


@dataclass(frozen=True, kw_only=True)
class Vindplek:
    """What a saved search needs to know of something that was published."""

    soorten: frozenset[str]
    fase: str = ""
    domein: str = ""
    thema: str = ""
    organisatie: str = ""
    doel_id: int | None = None
    trekker: str = ""
    van: int
    tot: int | None
    gebied_ids: frozenset[GebiedId]
    geometrie: Geometry | None
    tekst: str


@dataclass(frozen=True, kw_only=True)
class Melding:
    """What an event means in words, and for whom.

    Who follows `volgers` or one of the `gebied_ids` (or a gebied above it) is told, and who saved
    a search that finds `nieuw`. `aan` is told in any case; what is `persoonlijk` is told to nobody
    else, and only on the site, because a letter about it was sent already. `niet_aan`
    is who heard of it in another way. With `zin_samen` someone has one bericht of this kind that
    leads here until he read it or it was mailed: the next only changes its sentence.
    """

    soort: BerichtSoort
    onderwerp: Onderwerp
    titel: str
    zin: str
    pad: str
    volgers: tuple[Onderwerp, ...] = ()
    gebied_ids: frozenset[GebiedId] = frozenset()
    aan: frozenset[GebruikerId] = frozenset()
    niet_aan: frozenset[GebruikerId] = frozenset()
    persoonlijk: bool = False
    nieuw: Vindplek | None = None
    zin_samen: str = ""


@dataclass(frozen=True)
class Ontvanger:
    """Someone who is told, how often he wants mail, and through which subscription."""

    gebruiker_id: GebruikerId
    via: str
    frequentie: Frequentie


@dataclass(frozen=True)
class Kort:
    """What everyone may know of something: what it is called and where it is."""

    titel: str
    pad: str


@dataclass(frozen=True, kw_only=True)
class Zoekvraag:
    """What a saved search asks. What is left empty does not limit."""

    tekst: str = ""
    gebied_id: GebiedId | None = None
    van: int | None = None
    tot: int | None = None
    soorten: frozenset[str] = frozenset()
    fasen: frozenset[str] = frozenset()
    domeinen: frozenset[str] = frozenset()
    themas: frozenset[str] = frozenset()
    organisatie: str = ""
    doel_id: int | None = None
    trekker: str = ""
    bbox: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, kw_only=True)
class Cirkel:
    """A neighbourhood: so many metres around a point."""

    lon: float
    lat: float
    straal_m: int
