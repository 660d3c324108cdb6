"""Values of the kaart room: what is on the map and what someone asks to see of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from participatie.core.geometry import Bounds, Geometry
from participatie.gebieden.types import GebiedId
from participatie.opgaven.types import Domein
from participatie.programmas.types import Fase, ProjectSoort, Thema


class Bron(StrEnum):
    """Who made it: the gemeente and its partners, or residents."""

    PROJECTEN = "projecten"
    INITIATIEVEN = "initiatieven"


@dataclass(frozen=True, kw_only=True)
class KaartFilter:
    """What someone asks to see. What is left empty does not limit."""

    gebied: str = ""
    van: int | None = None
    tot: int | None = None
    domeinen: frozenset[Domein] = frozenset()
    themas: frozenset[Thema] = frozenset()
    fasen: frozenset[Fase] = frozenset()
    bronnen: frozenset[Bron] = frozenset()
    soorten: frozenset[ProjectSoort] = frozenset()
    tekst: str = ""
    bounds: Bounds | None = None
    peildatum: date | None = None
    organisatie: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KaartItem:
    """One public thing: a project, or a published initiatief (without soort and fase).

    `tot` is empty while nobody can say when it ends; `bounds` and `vorm` are empty when it is
    about its gebieden as a whole. `zoektekst` is folded, see `rules.fold`; `organisatie` is the
    slug and the name of the partner whose item it is.
    """

    bron: Bron
    id: int
    titel: str
    soort: ProjectSoort | None
    domein: Domein | None
    thema: Thema | None
    fase: Fase | None
    van: int
    tot: int | None
    gebied_ids: frozenset[GebiedId]
    bounds: Bounds | None
    vorm: Geometry | None
    zoektekst: str
    organisatie: tuple[str, str] | None = None

    @property
    def sleutel(self) -> str:
        """Return the short key that list and map share."""
        return f"{self.bron[0]}{self.id}"


@dataclass(frozen=True, kw_only=True)
class Binnen:
    """The gebieden a filter is about: `hier` holds the pins, `ook` the whole areas around."""

    hier: frozenset[GebiedId]
    ook: frozenset[GebiedId]


@dataclass(frozen=True, kw_only=True)
class Gevonden:
    """What a filter leaves: what lies here, and apart what is about a whole gebied.

    `wijk` holds what is about a whole wijk or buurt, `breed` about the stad or a stadsdeel.
    """

    hier: tuple[KaartItem, ...]
    wijk: tuple[KaartItem, ...]
    breed: tuple[KaartItem, ...]

    @property
    def alle(self) -> tuple[KaartItem, ...]:
        """Return everything that was found."""
        return (*self.hier, *self.wijk, *self.breed)


@dataclass(frozen=True, kw_only=True)
class JaarTelling:
    """How many are planned in a year, and the query of the same page for that year alone."""

    jaar: int
    aantal: int
    gekozen: bool
    query: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Pil:
    """One active filter: its words, and the query of the same page without it."""

    tekst: str
    zonder: tuple[tuple[str, str], ...]
