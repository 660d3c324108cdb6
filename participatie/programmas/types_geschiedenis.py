"""Values of the history of a project: what changed, in a form that a page can write in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from participatie.accounts.types import Rol
from participatie.gebieden.types import GebiedId
from participatie.opgaven.types import DoelId
from participatie.organisaties.types import OrganisatieId


class Vorm(StrEnum):
    """How a value is written."""

    TEKST = "tekst"
    LANG = "lang"
    KEUZE = "keuze"
    DAG = "dag"
    BEDRAG = "bedrag"
    PERIODE = "periode"
    MIJLPAAL = "mijlpaal"
    LINK = "link"
    PLEK = "plek"


class StukSoort(StrEnum):
    """What became of a piece of a text. A gat stands for sentences that stayed as they were."""

    GELIJK = "gelijk"
    WEG = "weg"
    ERBIJ = "erbij"
    GAT = "gat"


class Verplaatsing(StrEnum):
    """What became of the place of a project."""

    VERPLAATST = "verplaatst"
    OP_DE_KAART = "op-de-kaart"
    GETEKEND = "getekend"
    HEEL_GEBIED = "heel-gebied"


@dataclass(frozen=True)
class Stuk:
    """A piece of a text that was changed."""

    soort: StukSoort
    tekst: str = ""


@dataclass(frozen=True)
class Plekwijziging:
    """How the place changed; `meter` when it was moved."""

    soort: Verplaatsing
    meter: int | None = None


@dataclass(frozen=True)
class Regel:
    """One value before and after; `wat` says which of several, such as a year and a source."""

    vorm: Vorm
    oud: Any = None
    nieuw: Any = None
    wat: Any = None
    stukken: tuple[Stuk, ...] = ()


@dataclass(frozen=True)
class Wijziging:
    """A field of a project that changed."""

    veld: str
    regels: tuple[Regel, ...]


@dataclass(frozen=True)
class Namen:
    """What is called how, for what a project points to."""

    gebieden: Mapping[GebiedId, str] = field(default_factory=dict)
    doelen: Mapping[DoelId, str] = field(default_factory=dict)
    organisaties: Mapping[OrganisatieId, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Schrijver:
    """Who changed something: everybody sees the organisation or the role, staff the name."""

    naam: str = ""
    rol: Rol | None = None
    organisatie: str = ""


@dataclass(frozen=True)
class Slot:
    """How a project came to its end: why, and on which day; no day when it came in like that."""

    reden: str
    dag: date | None


@dataclass(frozen=True, kw_only=True)
class Verandering:
    """One line of the history: who, when, why and what. `dag` shows the project as it was then."""

    versie: int
    moment: datetime
    schrijver: Schrijver | None
    bron: str | None
    reden: str
    wijzigingen: tuple[Wijziging, ...]
    is_eerste: bool
    dag: date | None
