"""Enums and values of the vraagaanbod room."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from participatie.gebieden.types import GebiedId
from participatie.initiatieven.types import Behoefte
from participatie.organisaties.types import OrganisatieId
from participatie.programmas.types import Thema

OproepId = NewType("OproepId", int)
AanbodId = NewType("AanbodId", int)
AanmeldingId = NewType("AanmeldingId", int)


class OproepStatus(StrEnum):
    """Whether an initiatief still seeks this."""

    OPEN = "open"
    VERVULD = "vervuld"
    GESLOTEN = "gesloten"


class AanbodStatus(StrEnum):
    """Whether everyone can read an offer."""

    WACHT = "wacht"
    ZICHTBAAR = "zichtbaar"
    VERBORGEN = "verborgen"
    GESLOTEN = "gesloten"


class AanmeldingStatus(StrEnum):
    """What became of a message to help; one that was taken back is gone."""

    GESTUURD = "gestuurd"
    AANGENOMEN = "aangenomen"
    AFGEWEZEN = "afgewezen"
    BEDANKT = "bedankt"


@dataclass(frozen=True, kw_only=True)
class NieuweOproep:
    """What an initiatief seeks; `sleutel` is of the form: sent twice is once."""

    sleutel: str
    soort: Behoefte
    wat: str
    hoeveel: str = ""
    wanneer: str = ""


@dataclass(frozen=True, kw_only=True)
class NieuwAanbod:
    """What someone offers, where, and until when; `sleutel` is of the form."""

    sleutel: str
    soort: Behoefte
    wat: str
    toelichting: str
    gebied_id: GebiedId
    thema: Thema | None
    tot: date
    organisatie_id: OrganisatieId | None = None


@dataclass(frozen=True, kw_only=True)
class Bericht:
    """What someone writes to whom he wants to help or ask; the phone number may stay empty."""

    tekst: str
    telefoon: str = ""
    organisatie_id: OrganisatieId | None = None


@dataclass(frozen=True, kw_only=True)
class Zoekvraag:
    """Which needs and offers to list; what is left out does not restrict.

    `gebied_ids` is the chosen gebied with everything below it and all it lies in.
    """

    gebied_ids: frozenset[GebiedId] | None = None
    soort: Behoefte | None = None
    thema: Thema | None = None
