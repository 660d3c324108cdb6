"""Ids, enums and values of the gebiedsprogrammas room."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from participatie.gebieden.types import GebiedId, Omtrek
from participatie.opgaven.types import DoelId, Domein
from participatie.organisaties.types import OrganisatieId
from participatie.programmas.types import (
    Bedragen,
    Fase,
    Geldbron,
    Participatieniveau,
    ProjectId,
    ProjectSoort,
    Thema,
)

ProgrammaId = NewType("ProgrammaId", int)


class ProgrammaStatus(StrEnum):
    """How far the programme of one gebied and year is."""

    CONCEPT = "concept"
    VASTGESTELD = "vastgesteld"
    AFGESLOTEN = "afgesloten"


class Stap(StrEnum):
    """What is decided about a programme."""

    VASTSTELLEN = "vaststellen"
    INTREKKEN = "intrekken"
    AFSLUITEN = "afsluiten"
    HEROPENEN = "heropenen"


class Vastheid(StrEnum):
    """How sure a year of a programme is, as everyone is told."""

    AFGESLOTEN = "afgesloten"
    VASTGESTELD = "vastgesteld"
    CONCEPT = "concept"
    INDICATIEF = "indicatief"
    VOORBIJ = "voorbij"


class Resultaat(StrEnum):
    """What came of an item in the year it was adopted for."""

    GEREALISEERD = "gerealiseerd"
    DEELS = "deels"
    DOORGESCHOVEN = "doorgeschoven"
    VERVALLEN = "vervallen"


class Afwijking(StrEnum):
    """How an item of today differs from what was adopted."""

    GEWIJZIGD = "gewijzigd"
    GESTOPT = "gestopt"
    ANDER_JAAR = "ander_jaar"
    ANDER_GEBIED = "ander_gebied"
    LATER_ERBIJ = "later_erbij"
    ZONDER_GELD = "zonder_geld"


@dataclass(frozen=True)
class GezetteStap:
    """A step that was taken, as far as it decides what a programme is at some moment."""

    id: int
    stap: Stap
    op: datetime
    besluitnummer: str | None = None
    besloten_op: date | None = None


@dataclass(frozen=True)
class Besluitstand:
    """What the steps so far make of a programme. `vaststelling_id` holds its snapshot."""

    status: ProgrammaStatus
    vaststelling_id: int | None = None
    besluitnummer: str | None = None
    besloten_op: date | None = None
    vastgelegd_op: datetime | None = None
    afgesloten_op: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Item:
    """One stand of a project, as an item of a programme. `stand_id` never says anything else."""

    project_id: ProjectId
    stand_id: int
    van: datetime
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
    doel_id: DoelId | None
    organisatie_id: OrganisatieId | None
    bedragen: Bedragen
    gebied_ids: frozenset[GebiedId]
    reden: str = ""
    """Why the project became what this stand says."""
    voor_heel: tuple[str, ...] = ()
    """Names of the wijken and buurten that it is for as a whole."""
    gedeeld_met: tuple[str, ...] = ()
    """Names of the other programmes that this item is part of too."""

    def bedrag(self, jaar: int) -> int:
        """Return the money of one year in cents, of all sources together."""
        return sum(cents for (found, _), cents in self.bedragen.items() if found == jaar)


@dataclass(frozen=True)
class Uitslag:
    """What came of an adopted item, as written down so far."""

    resultaat: Resultaat | None
    naar_jaar: int | None = None
    toelichting: str = ""


@dataclass(frozen=True)
class Regel:
    """An item on the page of a year, with its money and what became of it."""

    item: Item
    bedrag: int
    uitslag: Uitslag | None = None
    afwijking: Afwijking | None = None
    anders: tuple[str, ...] = ()
    """What was changed since it was adopted, in words."""
    reden: str = ""
    """Why it stopped, or left the programme."""


@dataclass(frozen=True)
class Doelgroep:
    """Items that serve one goal; without a title, those that serve none."""

    titel: str | None
    regels: tuple[Regel, ...]


@dataclass(frozen=True)
class Domeingroep:
    """Items of one domein, by goal."""

    domein: Domein
    doelen: tuple[Doelgroep, ...]
    aantal: int
    bedrag: int


@dataclass(frozen=True, kw_only=True)
class Jaarprogramma:
    """The programme of one gebied and year: adopted, or as it looks now.

    `regels` is everything in it, `groepen` and `heel` the same apart: with a place of its own, and
    for whole gebieden. `buiten` is what is planned now and was not adopted.
    """

    gebied: Omtrek
    jaar: int
    programma_id: ProgrammaId | None
    versie: int
    vastheid: Vastheid
    stand: Besluitstand
    toelichting: str
    regels: tuple[Regel, ...]
    groepen: tuple[Domeingroep, ...]
    heel: tuple[Domeingroep, ...]
    buiten: tuple[Regel, ...]
    per_bron: Mapping[Geldbron, int]
    totaal: int
    gedeeld: int
    """Money of the items that are in another programme as well."""

    @property
    def is_vast(self) -> bool:
        """Tell whether the items are those that were adopted."""
        return self.stand.vaststelling_id is not None


@dataclass(frozen=True)
class Mjgp:
    """The programme of a gebied for four years."""

    gebied: Omtrek
    peildatum: date | None
    jaren: tuple[Jaarprogramma, ...]
    per_jaar: Mapping[tuple[int, Geldbron], int]
    totaal: int


@dataclass(frozen=True)
class Verschil:
    """One item at two moments, with what differs in words."""

    oud: Regel
    nieuw: Regel
    velden: tuple[str, ...]


@dataclass(frozen=True)
class Vergelijking:
    """What differs between two moments of one programme."""

    oud: Jaarprogramma
    nieuw: Jaarprogramma
    erbij: tuple[Regel, ...]
    eraf: tuple[Regel, ...]
    gewijzigd: tuple[Verschil, ...]
    afgeweken: tuple[Regel, ...]
    """Adopted on both days; the project itself is no longer as it was adopted."""
    gelijk: int


@dataclass(frozen=True)
class Vak:
    """One gebied and year in the overview."""

    jaar: int
    vastheid: Vastheid
    aantal: int
    bedrag: int | None
    """What was adopted; without a decision there is no amount yet."""


@dataclass(frozen=True)
class Overzicht:
    """All programmes by gebied and year, with what was adopted in each year for the whole city."""

    jaren: tuple[int, ...]
    rijen: tuple[tuple[Omtrek, tuple[Vak, ...]], ...]
    vastgesteld: Mapping[int, int]
