"""Ids, enums and values of the agenda."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from participatie.gebieden.types import GebiedId

BijeenkomstId = NewType("BijeenkomstId", int)
DeelnameId = NewType("DeelnameId", int)


class BijeenkomstSoort(StrEnum):
    """What kind of meeting it is."""

    WIJKBIJEENKOMST = "wijkbijeenkomst"
    INLOOP = "inloop"
    SCHOUW = "schouw"
    SPREEKUUR = "spreekuur"
    WERKSESSIE = "werksessie"
    ACTIVITEIT = "activiteit"


class BijeenkomstStatus(StrEnum):
    """Whether it takes place."""

    GEPLAND = "gepland"
    AFGELAST = "afgelast"


class DeelnameStatus(StrEnum):
    """Whether someone who registered has a place."""

    PLEK = "plek"
    WACHTLIJST = "wachtlijst"


class Veld(StrEnum):
    """What can be different about a meeting."""

    TITEL = "titel"
    SOORT = "soort"
    TIJD = "tijd"
    PLEK = "plek"
    LINK = "link"
    ORGANISATOR = "organisator"
    OMSCHRIJVING = "omschrijving"
    AANMELDEN = "aanmelden"


@dataclass(frozen=True, kw_only=True)
class BijeenkomstGegevens:
    """What is known of a meeting. `punt` is longitude and latitude."""

    gebied_id: GebiedId
    titel: str
    soort: BijeenkomstSoort
    begin: datetime
    eind: datetime
    plek_omschrijving: str
    punt: tuple[float, float] | None = None
    link: str | None = None
    organisator: str
    omschrijving: str = ""
    aanmelden: bool = False
    capaciteit: int | None = None


@dataclass(frozen=True)
class Telling:
    """How many have a place, and how many wait for one."""

    plekken: int = 0
    wachtlijst: int = 0
