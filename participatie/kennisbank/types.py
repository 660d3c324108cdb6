"""Ids, enums and values of the kennisbank."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from participatie.core.onderwerpen import Onderwerp

ArtikelId = NewType("ArtikelId", int)


class ArtikelSoort(StrEnum):
    """What an article is: something to read, or a list of things to see to."""

    ARTIKEL = "artikel"
    CHECKLIST = "checklist"


class ArtikelStatus(StrEnum):
    """Whether others can read it. A published article may have a newer version in the making."""

    CONCEPT = "concept"
    GEPUBLICEERD = "gepubliceerd"
    INGETROKKEN = "ingetrokken"


class Doelgroep(StrEnum):
    """For whom an article is."""

    BEWONER = "bewoner"
    INITIATIEFNEMER = "initiatiefnemer"
    WIJKRAAD = "wijkraad"
    AMBTENAAR = "ambtenaar"


class HulpFase(StrEnum):
    """How far someone is with what he wants to do."""

    IDEE = "idee"
    ZOEKEN = "zoeken"
    HAALBAARHEID = "haalbaarheid"
    UITVOERING = "uitvoering"
    AFRONDEN = "afronden"


class Keuze(StrEnum):
    """Lists of which higher rooms say what can be chosen."""

    THEMA = "thema"
    STAP = "stap"
    INITIATIEFSOORT = "initiatiefsoort"


@dataclass(frozen=True)
class Punt:
    """One thing to see to; `nummer` stays the same through all versions."""

    nummer: int
    tekst: str


@dataclass(frozen=True, kw_only=True)
class ArtikelGegevens:
    """What an article says. `thema`, `stappen` and `initiatiefsoort` are keys of other rooms."""

    titel: str
    samenvatting: str
    tekst: str
    doelgroepen: tuple[Doelgroep, ...]
    fasen: tuple[HulpFase, ...]
    thema: str | None = None
    stappen: tuple[str, ...] = ()
    initiatiefsoort: str | None = None
    punten: tuple[str, ...] = ()
    wijziging: str = ""


@dataclass(frozen=True, kw_only=True)
class ArtikelFilter:
    """Which articles to show; what is left empty does not limit."""

    doelgroep: Doelgroep | None = None
    fase: HulpFase | None = None
    thema: str | None = None
    soort: ArtikelSoort | None = None


@dataclass(frozen=True, kw_only=True)
class Hulpvraag:
    """What can be known of something for which help is asked: which fase, theme and kind."""

    onderwerp: Onderwerp
    pad: str
    fase: HulpFase
    thema: str | None
    initiatiefsoort: str


@dataclass(frozen=True)
class Afgevinkt:
    """A point of a checklist, and whether it is seen to."""

    punt: Punt
    gedaan: bool
