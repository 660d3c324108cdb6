"""Ids, enums and values of the opgaven room."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from participatie.gebieden.types import GebiedId

OpgaveId = NewType("OpgaveId", int)
OpgaveVersieId = NewType("OpgaveVersieId", int)
DoelId = NewType("DoelId", int)


class Domein(StrEnum):
    """The field of policy."""

    FYSIEK = "fysiek"
    SOCIAAL = "sociaal"
    ECONOMISCH = "economisch"
    BESTUUR = "bestuur"


class OpgaveStatus(StrEnum):
    """How far a version of a gebiedsopgave is."""

    CONCEPT = "concept"
    VASTGESTELD = "vastgesteld"


class Prioriteit(StrEnum):
    """How much a goal matters beside the others."""

    HOOG = "hoog"
    MIDDEN = "midden"
    LAAG = "laag"


class Richting(StrEnum):
    """Where a goal goes among those that matter as much."""

    OMHOOG = "omhoog"
    OMLAAG = "omlaag"


class Oordeel(StrEnum):
    """How an indicator does by its newest figure."""

    GEHAALD = "gehaald"
    OP_SCHEMA = "op schema"
    ACHTER = "achter"
    GELIJK = "gelijk"
    TERUG = "terug"
    ONBEKEND = "onbekend"


class Veld(StrEnum):
    """What can differ between two versions."""

    PERIODE = "periode"
    INLEIDING = "inleiding"
    TITEL = "titel"
    RESULTAAT = "resultaat"
    PRIORITEIT = "prioriteit"
    DOMEIN = "domein"
    PARTNERS = "partners"
    KENGETAL = "kengetal"
    EENHEID = "eenheid"
    BRON = "bron"
    NULMETING = "nulmeting"
    NULMETING_JAAR = "nulmeting_jaar"
    STREEFWAARDE = "streefwaarde"
    STREEFJAAR = "streefjaar"


@dataclass(frozen=True, kw_only=True)
class IndicatorGegevens:
    """A figure by which a goal is measured; `kengetal` is its key in the gebiedsanalyse."""

    kengetal: str | None
    naam: str
    eenheid: str
    bron: str
    nulmeting: float
    nulmeting_jaar: int
    streefwaarde: float
    streefjaar: int


@dataclass(frozen=True, kw_only=True)
class DoelGegevens:
    """What a goal says in one version."""

    titel: str
    resultaat: str
    prioriteit: Prioriteit
    domein: Domein
    partners: tuple[str, ...] = ()
    indicatoren: tuple[IndicatorGegevens, ...] = ()


@dataclass(frozen=True, kw_only=True)
class VersieGegevens:
    """What a version says apart from its goals."""

    van_jaar: int
    tot_jaar: int
    inleiding: str = ""
    reden: str = ""


@dataclass(frozen=True, kw_only=True)
class Besluit:
    """The decision by which a version was adopted."""

    nummer: str
    datum: date


@dataclass(frozen=True, kw_only=True)
class DoelRij:
    """A goal that holds, as lists and forms of other rooms show it."""

    doel_id: DoelId
    opgave_id: OpgaveId
    gebied_id: GebiedId
    gebied_naam: str
    van_jaar: int
    tot_jaar: int
    titel: str
    domein: Domein
    prioriteit: Prioriteit


@dataclass(frozen=True)
class Meting:
    """What was measured in a year."""

    jaar: int
    waarde: float


@dataclass(frozen=True)
class Voortgang:
    """How far an indicator is: `aandeel` 0 is its baseline, 1 its target."""

    oordeel: Oordeel
    aandeel: float
    meting: Meting | None


@dataclass(frozen=True)
class Wijziging:
    """One thing that a version says otherwise than the one before."""

    veld: Veld
    oud: object
    nieuw: object


@dataclass(frozen=True)
class IndicatorVerschil:
    """A figure that came (`oud` is None), went (`nieuw` is None) or changed."""

    naam: str
    oud: IndicatorGegevens | None
    nieuw: IndicatorGegevens | None
    wijzigingen: tuple[Wijziging, ...]


@dataclass(frozen=True, kw_only=True)
class DoelVerschil:
    """What a goal says otherwise."""

    doel_id: DoelId
    titel: str
    wijzigingen: tuple[Wijziging, ...]
    indicatoren: tuple[IndicatorVerschil, ...]


@dataclass(frozen=True, kw_only=True)
class Verschil:
    """All that differs between two versions."""

    algemeen: tuple[Wijziging, ...]
    nieuw: tuple[DoelGegevens, ...]
    vervallen: tuple[DoelGegevens, ...]
    gewijzigd: tuple[DoelVerschil, ...]
    andere_volgorde: bool

    @property
    def is_leeg(self) -> bool:
        """Tell whether nothing differs."""
        changed = (self.algemeen, self.nieuw, self.vervallen, self.gewijzigd)
        return not self.andere_volgorde and not any(changed)
