"""Values of importing and exporting programme items."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NewType

HELE_BESTAND = "bestand"
"""What a mistake is about when it is not about one field."""


ImportId = NewType("ImportId", int)


class ImportStatus(StrEnum):
    """How far an import is."""

    KOPPELEN = "koppelen"
    ONTVANGEN = "ontvangen"
    LEZEN = "lezen"
    KEUZE = "keuze"
    AKKOORD = "akkoord"
    BEZIG = "bezig"
    KLAAR = "klaar"
    GEWEIGERD = "geweigerd"
    AFGEBROKEN = "afgebroken"
    INGETROKKEN = "ingetrokken"


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
    IDEE_START = "idee_start"
    IDEE_EIND = "idee_eind"
    VOORBEREIDING_START = "voorbereiding_start"
    VOORBEREIDING_EIND = "voorbereiding_eind"
    UITVOERING_START = "uitvoering_start"
    UITVOERING_EIND = "uitvoering_eind"
    MIJLPALEN = "mijlpalen"
    VERWIJZINGEN = "verwijzingen"
    BEGROTINGSPROGRAMMA = "begrotingsprogramma"
    ORGANISATIE = "organisatie"
    DOEL = "doel"


class Stelsel(StrEnum):
    """The coordinate system of a file."""

    WGS84 = "WGS84"
    RD = "RD"


class Uitkomst(StrEnum):
    """What an import does with a row."""

    NIEUW = "nieuw"
    GEWIJZIGD = "gewijzigd"
    ONGEWIJZIGD = "ongewijzigd"
    CONFLICT = "conflict"
    WEG = "weg"
    OVERGESLAGEN = "overgeslagen"
    """The row is of another source, and nothing is done with it."""


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


@dataclass
class GelezenRij:
    """The values of a row, by field of `ProjectGegevens`, and what is wrong with it."""

    nummer: int
    sleutel: str = ""
    waarden: dict[str, Any] = field(default_factory=dict)
    fouten: list[RijFout] = field(default_factory=list)
    let_op: list[RijFout] = field(default_factory=list)
    """What was read in one way and may be meant in another."""
    bron: str = ""


class Verschilsoort(StrEnum):
    """What is the matter with a field in which the file and the register differ."""

    WIJZIGT = "wijzigt"
    """Only the file changed: the register follows."""
    BLIJFT = "blijft"
    """Only the register changed, since this source said the same before: it stays."""
    CONFLICT = "conflict"
    """Both changed, and differently: someone chooses."""


class Keuze(StrEnum):
    """Who wins a conflict."""

    BESTAND = "bestand"
    PLATFORM = "platform"


class WegKeuze(StrEnum):
    """What becomes of a project that is no longer in the file."""

    LAAT_STAAN = "laat-staan"
    GESTOPT = "gestopt"


@dataclass(frozen=True)
class Benoemd:
    """The ids of organisaties and goals, by what a file may call them."""

    organisaties: Mapping[str, AbstractSet[int]] = field(default_factory=dict)
    doelen: Mapping[str, AbstractSet[int]] = field(default_factory=dict)
