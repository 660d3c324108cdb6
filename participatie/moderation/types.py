"""Ids, enums and small values of the moderation room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from participatie.core.schets import Schets
from participatie.gebieden.types import GebiedId
from participatie.inzendingen.types import InzendingId, InzendingSoort
from participatie.programmas.types import ProjectId, Thema

BesluitId = NewType("BesluitId", int)
NotitieId = NewType("NotitieId", int)


class Uitkomst(StrEnum):
    """What a gebiedsverbinder decides about an inzending."""

    PUBLICEREN = "publiceren"
    AANPASSEN = "aanpassen"
    AFWIJZEN = "afwijzen"


class Grond(StrEnum):
    """The grounds a new site starts with. Those that count stand in the table `gronden`."""

    PAST_IN_GEBIED = "past-in-gebied"
    SLUIT_AAN_BIJ_PLAN = "sluit-aan-bij-plan"
    ONDUIDELIJK = "onduidelijk"
    PLEK_ONTBREEKT = "plek-ontbreekt"
    PERSOONSGEGEVENS = "persoonsgegevens"
    NIET_BEVOEGD = "niet-bevoegd"
    STRIJDIG_MET_REGELS = "strijdig-met-regels"
    AL_GEPLAND = "al-gepland"
    MELDING = "melding"
    ONGEPAST = "ongepast"
    RECLAME = "reclame"


class Bak(StrEnum):
    """The trays of the desk."""

    NIEUW = "nieuw"
    BIJNA = "bijna"
    TE_LAAT = "te-laat"
    WACHT = "wacht"
    AFGEHANDELD = "afgehandeld"


class Zijbak(StrEnum):
    """Trays of what is no inzending itself: reported comments, and doubts that work is done."""

    GEMELD = "gemeld"
    BETWIJFELD = "betwijfeld"


class BulkSoort(StrEnum):
    """What can be done to many inzendingen at once."""

    PUBLICEREN = "publiceren"
    DOORZETTEN = "doorzetten"
    VERLENGEN = "verlengen"
    AAN_MIJ = "aan-mij"


class Urgentie(StrEnum):
    """How much time is left before the sender must have an answer."""

    OP_TIJD = "op-tijd"
    BIJNA = "bijna"
    TE_LAAT = "te-laat"


@dataclass(frozen=True)
class Grondwoorden:
    """A ground as it reads in one version."""

    sleutel: str
    versie: int
    naam: str
    uitleg: str


@dataclass(frozen=True)
class Kader:
    """The grounds that count now, by outcome, and the text each starts a reason with."""

    gronden: Mapping[Uitkomst, Sequence[Grondwoorden]]
    teksten: Mapping[tuple[Uitkomst, str], str]

    def find(self, uitkomst: Uitkomst, sleutel: str) -> Grondwoorden | None:
        """Return the ground when it can be given with this outcome."""
        return next((one for one in self.gronden[uitkomst] if one.sleutel == sleutel), None)

    def text(self, uitkomst: Uitkomst, sleutel: str) -> str:
        """Return the text to start with; empty where there is none."""
        return self.teksten.get((uitkomst, sleutel), "")


@dataclass(frozen=True)
class Keuze:
    """A row that was ticked, in the version that was seen."""

    inzending_id: InzendingId
    versie: int


@dataclass(frozen=True)
class Meerderheid:
    """How most comparable decisions went: `aantal` of `totaal`."""

    uitkomst: Uitkomst
    aantal: int
    totaal: int


@dataclass(frozen=True)
class Vraag:
    """What a gebiedsverbinder asked to change."""

    grond: str
    reden: str
    op: datetime


@dataclass(frozen=True)
class Opnieuw:
    """When the sender sent it again, and what he was asked before."""

    op: datetime
    vraag: Vraag | None


@dataclass(frozen=True, kw_only=True)
class Rij:
    """One line of the queue, with its time already in words."""

    id: InzendingId
    kenmerk: str
    titel: str
    soort: InzendingSoort
    thema: Thema
    status: str
    gebied: str
    leeftijd: str
    reactie_voor: date | None
    termijn: str
    urgentie: Urgentie
    opnieuw: bool
    versie: int
    onbekeken: bool
    behandelaar: str
    getoetst: int
    punten: int


@dataclass(frozen=True, kw_only=True)
class Zijrij:
    """One line of a tray that holds no inzendingen."""

    titel: str
    pad: str
    gebied: str
    tekst: str
    waarom: str
    op: datetime


@dataclass(frozen=True)
class Telling:
    """How many inzendingen wait in one gebied, and in each tray."""

    slug: str
    naam: str
    aantallen: Mapping[Bak, int]


@dataclass(frozen=True)
class Bureau:
    """What the desk shows above its rows: where someone works and how much waits there."""

    gebied_ids: frozenset[GebiedId]
    keuze: Telling
    kaarten: Sequence[Telling]
    boven: Sequence[Telling]


@dataclass(frozen=True)
class Volgende:
    """What waits next."""

    id: InzendingId
    titel: str


@dataclass(frozen=True)
class Buur:
    """Another inzending close by. `is_own` says whether it may be opened at this desk."""

    id: InzendingId
    titel: str
    status: str
    plek: str
    is_own: bool


@dataclass(frozen=True)
class Gepland:
    """A project that touches the place, with when and where in words."""

    project_id: ProjectId
    titel: str
    zin: str


@dataclass(frozen=True)
class Omgeving:
    """What lies around an inzending; `schets` numbers the projects, then the inzendingen."""

    schets: Schets | None
    projecten: Sequence[Gepland]
    inzendingen: Sequence[Buur]
    gelijkend: Sequence[Buur]
    """Public ones elsewhere in the stadsdeel that say the same in other words."""


@dataclass(frozen=True)
class Regel:
    """One line of what happened to an inzending."""

    op: datetime
    wie: str
    wat: str
    toelichting: str = ""


@dataclass(frozen=True)
class Voorstel:
    """A decision that is not taken yet, to show the mail it would send."""

    inzending_id: InzendingId
    uitkomst: Uitkomst
    grond: Grondwoorden
    reden: str
