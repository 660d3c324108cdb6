"""Values of importing programme items."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

HELE_BESTAND = "bestand"
"""What a mistake is about when it is not about one field."""


class Veld(StrEnum):
    """What a column of a file can be."""

    SLEUTEL = "sleutel"
    TITEL = "titel"
    OMSCHRIJVING = "omschrijving"
    SOORT = "soort"
    DOMEIN = "domein"
    THEMA = "thema"
    FASE = "fase"
    START = "start"
    EIND = "eind"
    PLEK_OMSCHRIJVING = "plek_omschrijving"
    TREKKER = "trekker"
    CONTACT_NAAM = "contact_naam"
    CONTACT_EMAIL = "contact_email"
    PARTICIPATIENIVEAU = "participatieniveau"
    PARTICIPATIE_TOELICHTING = "participatie_toelichting"
    GEBIEDEN = "gebieden"
    GEOMETRIE = "geometrie"
    LON = "lon"
    LAT = "lat"


class Stelsel(StrEnum):
    """The coordinate system of a file."""

    WGS84 = "WGS84"
    RD = "RD"


class Uitkomst(StrEnum):
    """What an import does with a row."""

    NIEUW = "nieuw"
    GEWIJZIGD = "gewijzigd"
    ONGEWIJZIGD = "ongewijzigd"


@dataclass(frozen=True)
class RuweRij:
    """A row of a file as it stands there. `nummer` is what a spreadsheet shows beside it."""

    nummer: int
    waarden: Mapping[str, Any]
    geometrie: object | None = None


@dataclass(frozen=True)
class Bestand:
    """What was read from a file."""

    kolommen: Sequence[str]
    rijen: Sequence[RuweRij]
    stelsel: Stelsel = Stelsel.WGS84
    met_vormen: bool = False
    fouten: Sequence["RijFout"] = ()


@dataclass(frozen=True)
class RijFout:
    """What is wrong in one field of one row, and how to put it right. Row 0 is the file itself."""

    rij: int
    veld: str
    melding: str

    def __str__(self) -> str:
        """Return the line that is shown."""
        plek = f"rij {self.rij}" if self.rij else "bestand"
        veld = f", {self.veld}" if self.veld != HELE_BESTAND else ""
        return f"{plek}{veld}: {self.melding}"


@dataclass
class GelezenRij:
    """The values of a row, by field of `ProjectGegevens`, and what is wrong with it."""

    nummer: int
    sleutel: str = ""
    waarden: dict[str, Any] = field(default_factory=dict)
    fouten: list[RijFout] = field(default_factory=list)


@dataclass(frozen=True)
class RijVerslag:
    """What the import does, or would do, with a row."""

    rij: int
    sleutel: str
    titel: str
    uitkomst: Uitkomst
    velden: tuple[str, ...] = ()


@dataclass(frozen=True)
class ImportVerslag:
    """What an import did, or would do."""

    bronsysteem: str
    proef: bool
    rijen: Sequence[RijVerslag]

    def aantal(self, uitkomst: Uitkomst) -> int:
        """Return how many rows had this outcome."""
        return sum(rij.uitkomst is uitkomst for rij in self.rijen)

    def as_dict(self) -> dict[str, Any]:
        """Return the report as plain values."""
        return {
            "bronsysteem": self.bronsysteem,
            "proef": self.proef,
            **{uitkomst.value: self.aantal(uitkomst) for uitkomst in Uitkomst},
            "rijen": [
                {
                    "rij": rij.rij,
                    "sleutel": rij.sleutel,
                    "titel": rij.titel,
                    "uitkomst": rij.uitkomst.value,
                    "velden": list(rij.velden),
                }
                for rij in self.rijen
            ],
        }
