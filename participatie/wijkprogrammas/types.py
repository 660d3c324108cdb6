"""Values of the wijkprogrammas room."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from participatie.gebieden.types import GebiedId, Omtrek
from participatie.opgaven.types import Domein
from participatie.programmas.types import (
    Fase,
    Mijlpaal,
    Participatieniveau,
    ProjectId,
    ProjectSoort,
)


class Reikwijdte(StrEnum):
    """How far an item reaches: a place in the wijk, all of it, or more than it."""

    PLEK = "plek"
    WIJK = "wijk"
    BREDER = "breder"


@dataclass(frozen=True, kw_only=True)
class WijkItem:
    """What is planned in a wijk; without `organisatie` only `trekker` says who does it."""

    id: ProjectId
    titel: str
    omschrijving: str
    soort: ProjectSoort
    domein: Domein
    fase: Fase
    start: date
    eind: date
    participatieniveau: Participatieniveau
    plek_omschrijving: str
    trekker: str
    organisatie: str | None
    mijlpalen: tuple[Mijlpaal, ...]
    heel_gebied: bool
    versie: int
    gewijzigd_op: datetime
    gebied_ids: frozenset[GebiedId] = frozenset()

    @property
    def wie(self) -> str:
        """Return who does it, as it is written in the register."""
        return self.organisatie or self.trekker


@dataclass(frozen=True)
class Groep:
    """Items that are done by the same organisation or department."""

    wie: str
    items: tuple[WijkItem, ...]


@dataclass(frozen=True)
class Deel:
    """What begins in a quarter of the year; 0 is what was going on already."""

    kwartaal: int
    groepen: tuple[Groep, ...]

    @property
    def aantal(self) -> int:
        """Return how many items there are."""
        return sum(len(groep.items) for groep in self.groepen)


@dataclass(frozen=True)
class Moment:
    """A milestone of an item in this year."""

    item: WijkItem
    mijlpaal: Mijlpaal


@dataclass(frozen=True, kw_only=True)
class Wijkprogramma:
    """Everything planned in a wijk in one year. Higher rooms hang what they know beside it.

    What was stopped stands apart in `gestopt`: it is no plan any more.
    """

    wijk: Omtrek
    jaar: int
    delen: tuple[Deel, ...]
    heel: tuple[Groep, ...]
    breder: tuple[Groep, ...]
    momenten: tuple[Moment, ...]
    gestopt: tuple[WijkItem, ...]

    @property
    def items(self) -> tuple[WijkItem, ...]:
        """Return all items in the order in which they are shown."""
        groepen = (*(groep for deel in self.delen for groep in deel.groepen), *self.heel)
        return tuple(item for groep in (*groepen, *self.breder) for item in groep.items)

    @property
    def genummerd(self) -> tuple[WijkItem, ...]:
        """Return the items with a place of their own, in the order of their numbers."""
        return tuple(item for item in self.items if not item.heel_gebied)

    @property
    def per_wie(self) -> tuple[tuple[str, int], ...]:
        """Return who does something, each with how many items, by name."""
        counts = Counter(item.wie for item in self.items)
        return tuple(sorted(counts.items(), key=lambda one: one[0].casefold()))
