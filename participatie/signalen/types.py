"""Values of the signalen room."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from participatie.gebieden.types import GebiedId

SignaalId = NewType("SignaalId", int)


class SignaalSoort(StrEnum):
    """What was counted."""

    REACTIES = "reacties"
    STEUN = "steun"
    INZENDINGEN = "inzendingen"
    ZOEKEN = "zoeken"


class SignaalStatus(StrEnum):
    """What the gemeente did with a signal."""

    NIEUW = "nieuw"
    GEZIEN = "gezien"
    OPGEPAKT = "opgepakt"


@dataclass(frozen=True)
class Geluid:
    """Something public that was said or sent on a day, without who."""

    soort: SignaalSoort
    gebied_id: GebiedId
    thema: str
    dag: date
    aantal: int = 1


@dataclass(frozen=True, order=True)
class Sleutel:
    """What is counted apart. An empty `thema` is of none."""

    gebied_id: GebiedId
    thema: str
    soort: SignaalSoort


@dataclass(frozen=True)
class Bereik:
    """How many there usually are in a week."""

    laag: int
    hoog: int


@dataclass(frozen=True)
class Stijging:
    """More than usual."""

    aantal: int
    normaal: Bereik


Tellingen = Mapping[Sleutel, Mapping[date, int]]


@dataclass(frozen=True, kw_only=True)
class Stil:
    """A wijk from which nobody was heard."""

    naam: str
    slug: str
    stadsdeel: str
    inwoners: int | None
