"""Ids, enums and values of the organisaties room."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

OrganisatieId = NewType("OrganisatieId", int)


class OrganisatieSoort(StrEnum):
    """What kind of organisation it is."""

    CORPORATIE = "corporatie"
    WELZIJN = "welzijn"
    ZORG = "zorg"
    POLITIE = "politie"
    NUTSBEDRIJF = "nutsbedrijf"
    ONDERWIJS = "onderwijs"
    OVERIG = "overig"


@dataclass(frozen=True, kw_only=True)
class OrganisatieGegevens:
    """What an organisatie says of itself."""

    naam: str
    soort: OrganisatieSoort
    omschrijving: str
    website: str | None
