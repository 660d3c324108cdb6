"""Ids, enums and values of the gebieden room."""

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, NewType

from participatie.core.geometry import Geometry

GebiedId = NewType("GebiedId", int)
BRON_MAX_LENGTH = 120


class Niveau(StrEnum):
    """How the city is divided, from large to small."""

    STAD = "stad"
    STADSDEEL = "stadsdeel"
    WIJK = "wijk"
    BUURT = "buurt"


NIVEAUS = tuple(Niveau)


@dataclass(frozen=True, kw_only=True)
class Gebiedsketen:
    """The gebied of each niveau at one point; outside the city all are empty."""

    stad: GebiedId | None = None
    stadsdeel: GebiedId | None = None
    wijk: GebiedId | None = None
    buurt: GebiedId | None = None

    @property
    def kleinste(self) -> GebiedId | None:
        """Return the smallest gebied at the point."""
        return self.buurt or self.wijk or self.stadsdeel or self.stad


@dataclass(frozen=True, kw_only=True)
class Omtrek:
    """What a map needs to draw a gebied. `geometry` is empty while no outline is known."""

    id: GebiedId
    slug: str
    code: str
    naam: str
    niveau: Niveau
    ouder_id: GebiedId | None
    geometry: Geometry | None


@dataclass(frozen=True, kw_only=True)
class Adres:
    """A street or address; `vorm` is the street as a line, or the point of an address."""

    naam: str
    soort: str
    vorm: Geometry


@dataclass(frozen=True, kw_only=True)
class Contactgegevens:
    """Who someone is and how to reach them; `email` or `telefoon` may be empty."""

    naam: str
    functie: str
    email: str
    telefoon: str


@dataclass(frozen=True)
class Bron:
    """Where data come from; `is_named` when a person said so, else it is the name of the file."""

    naam: str
    is_named: bool

    @classmethod
    def of(cls, named: str | None, bestand: str) -> "Bron":
        """Return the source that was named, or else the file."""
        return cls((named or bestand)[:BRON_MAX_LENGTH], is_named=bool(named))


@dataclass
class Verslag:
    """What an import did; the lists hold codes with names."""

    bestand: str
    wat: str
    nieuw: list[str] = field(default_factory=list)
    gewijzigd: list[str] = field(default_factory=list)
    ongewijzigd: int = 0
    waarschuwingen: list[str] = field(default_factory=list)
    gevolgen: list[str] = field(default_factory=list)

    @property
    def is_changed(self) -> bool:
        """Tell whether anything was changed."""
        return bool(self.nieuw or self.gewijzigd)

    def note(self, wie: str, *, is_new: bool, is_changed: bool) -> None:
        """Count one gebied."""
        if is_new:
            self.nieuw.append(wie)
        elif is_changed:
            self.gewijzigd.append(wie)
        else:
            self.ongewijzigd += 1

    def note_cijfers(self, wie: str) -> None:
        """Count a gebied whose figures changed, unless it was counted before."""
        if wie not in self.nieuw and wie not in self.gewijzigd:
            self.gewijzigd.append(wie)
            self.ongewijzigd -= 1

    def as_dict(self) -> dict[str, Any]:
        """Return the report for a program."""
        return asdict(self)
