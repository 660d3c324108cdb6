"""Ids, enums and values of the programmas room."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from participatie.core.geometry import Bounds, Geometry
from participatie.gebieden.types import GebiedId
from participatie.opgaven.types import DoelId, Domein
from participatie.organisaties.types import OrganisatieId

ProjectId = NewType("ProjectId", int)


class Thema(StrEnum):
    """What it is about, in the words of residents; each thema belongs to one domein."""

    GROEN = "groen"
    VERKEER = "verkeer"
    SPELEN = "spelen"
    WONEN = "wonen"
    SCHOON = "schoon"
    WATER = "water"
    ENERGIE = "energie"
    VEILIGHEID = "veiligheid"
    ONTMOETEN = "ontmoeten"
    CULTUUR = "cultuur"
    WERK = "werk"
    BESTUUR = "bestuur"


class ProjectSoort(StrEnum):
    """What kind of item of the programme it is."""

    WERK = "werk"
    ONDERHOUD = "onderhoud"
    PROJECT = "project"
    PROGRAMMA = "programma"
    PROCES = "proces"
    BELEIDSOPGAVE = "beleidsopgave"


class Fase(StrEnum):
    """How far it is."""

    IDEE = "idee"
    VOORBEREIDING = "voorbereiding"
    UITVOERING = "uitvoering"
    AFGEROND = "afgerond"
    GESTOPT = "gestopt"


class Participatieniveau(StrEnum):
    """How far residents can influence it, from little to much."""

    INFORMEREN = "informeren"
    RAADPLEGEN = "raadplegen"
    ADVISEREN = "adviseren"
    COPRODUCEREN = "coproduceren"
    MEEBESLISSEN = "meebeslissen"


class Geldbron(StrEnum):
    """Where the money comes from."""

    EXPLOITATIE = "exploitatie"
    INVESTERINGSPLAN = "investeringsplan"
    SUBSIDIE = "subsidie"
    DERDEN = "derden"


class DocumentSoort(StrEnum):
    """What kind of file a document is."""

    PDF = "pdf"
    ODT = "odt"
    DOCX = "docx"
    AFBEELDING = "afbeelding"


@dataclass(frozen=True)
class Fasering:
    """When a phase is planned, or was."""

    fase: Fase
    start: date
    eind: date


@dataclass(frozen=True)
class Mijlpaal:
    """A moment in a project that people wait for."""

    titel: str
    datum: date
    gehaald: bool = False


@dataclass(frozen=True)
class Verwijzing:
    """A page elsewhere about a project."""

    titel: str
    url: str


@dataclass(frozen=True, kw_only=True)
class ProjectFilter:
    """Which projects to show. What is left empty does not limit.

    `gebied_ids` are matched as they are: the caller adds the gebieden below or above.
    """

    gebied_ids: frozenset[GebiedId] | None = None
    jaren: frozenset[int] = frozenset()
    domeinen: frozenset[Domein] = frozenset()
    fasen: frozenset[Fase] = frozenset()
    soorten: frozenset[ProjectSoort] = frozenset()
    themas: frozenset[Thema] = frozenset()
    tekst: str = ""
    bounds: Bounds | None = None
    doel_id: DoelId | None = None
    organisatie_id: OrganisatieId | None = None
    trekker: str = ""
    peildatum: date | None = None
    """Show the register as it was at the end of this day."""


@dataclass(frozen=True, kw_only=True)
class ProjectRij:
    """What a list shows of a project."""

    id: ProjectId
    titel: str
    soort: ProjectSoort
    domein: Domein
    thema: Thema | None
    fase: Fase
    start: date
    eind: date
    participatieniveau: Participatieniveau
    plek_omschrijving: str
    trekker: str
    heel_gebied: bool
    organisatie: str | None = None
    """The partner whose item it is."""
    gebieden: tuple[str, ...] = ()


@dataclass(frozen=True)
class Invloed:
    """What residents can still influence, in words."""

    kop: str
    uitleg: str
    mogelijk: bool
    contact: bool = False


@dataclass(frozen=True)
class Jaarplan:
    """One year: how many projects the list has for it, and the first that begin at a place."""

    jaar: int
    aantal: int
    eerste: tuple[ProjectRij, ...]


@dataclass(frozen=True)
class Gebiedsplan:
    """What is planned in a gebied: by year where it has a place, and for whole gebieden apart."""

    jaren: tuple[Jaarplan, ...]
    heel: tuple[ProjectRij, ...]
    aantal_heel: int


@dataclass(frozen=True, kw_only=True)
class Raakvlak:
    """A planned project that touches a place. `afstand_m` is empty for a whole-area project."""

    project_id: ProjectId
    titel: str
    thema: Thema | None
    fase: Fase
    start: date
    eind: date
    participatieniveau: Participatieniveau
    afstand_m: float | None
    heel_gebied: str | None
    zelfde_thema: bool
    zin: str


Bedragen = Mapping[tuple[int, Geldbron], int]
"""Whole euro cents by year and source."""


@dataclass(frozen=True, kw_only=True)
class ProjectGegevens:
    """Everything an editor or a file says about a project. No geometry: its whole gebieden."""

    titel: str
    omschrijving: str
    soort: ProjectSoort
    domein: Domein
    thema: Thema | None
    fase: Fase
    start: date
    eind: date
    plek_omschrijving: str
    trekker: str
    contact_naam: str
    contact_email: str | None
    participatieniveau: Participatieniveau
    participatie_toelichting: str
    geometrie: Geometry | None
    gebied_ids: frozenset[GebiedId]
    bedragen: Bedragen
    fasering: tuple[Fasering, ...] = ()
    mijlpalen: tuple[Mijlpaal, ...] = ()
    verwijzingen: tuple[Verwijzing, ...] = ()
    doel_id: DoelId | None = None
    begrotingsprogramma: str = ""
    organisatie_id: OrganisatieId | None = None
