"""Values of the geld room."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from participatie.gebieden.types import GebiedId
from participatie.opgaven.types import Domein
from participatie.organisaties.types import OrganisatieId
from participatie.programmas.types import Geldbron, ProjectId


class Verdeling(StrEnum):
    """By what the money is laid out: the rows of the table."""

    GEBIED = "gebied"
    DOMEIN = "domein"
    BRON = "bron"
    ORGANISATIE = "organisatie"


@dataclass(frozen=True, slots=True)
class Post:
    """Money of a project, in whole cents, for one gebied, year and source.

    A project in several gebieden has a post for its part in each; `organisatie_id` is empty for
    the gemeente itself.
    """

    project_id: ProjectId
    gebied_id: GebiedId
    jaar: int
    bron: Geldbron
    domein: Domein
    organisatie_id: OrganisatieId | None
    cents: int


@dataclass(frozen=True, kw_only=True)
class GeldFilter:
    """Which posten to count. What is left empty does not limit."""

    gebied_ids: frozenset[GebiedId] | None = None
    van: int | None = None
    tot: int | None = None
    domein: Domein | None = None
    bron: Geldbron | None = None
    organisatie: str = ""
    peildatum: date | None = None


@dataclass(frozen=True, kw_only=True)
class GeldRij:
    """The money of one row: an amount for each year, together, and of how many projects."""

    sleutel: str
    bedragen: tuple[int, ...]
    totaal: int
    aantal: int


@dataclass(frozen=True, kw_only=True)
class Overzicht:
    """Money laid out by one thing and by year; all sums agree to the cent."""

    jaren: tuple[int, ...]
    rijen: tuple[GeldRij, ...]
    totalen: tuple[int, ...]
    totaal: int
    aantal: int


@dataclass(frozen=True, kw_only=True)
class GeldRegel:
    """A row as it is shown: its name, and the address of what its amounts are made of.

    `params` limits the projects of the gebied with this `slug` to the row; `verder` tells that
    the row is a gebied with a page of its own.
    """

    naam: str
    slug: str
    params: dict[str, str]
    verder: bool
    rij: GeldRij


@dataclass(frozen=True, kw_only=True)
class ProjectDeel:
    """What of a project is counted here, what it costs as a whole, and where the rest goes."""

    project_id: ProjectId
    titel: str
    hier: int
    totaal: int
    gedeeld_met: tuple[str, ...] = field(default=())
