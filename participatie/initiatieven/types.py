"""Enums and values of the initiatieven room."""

from dataclasses import dataclass
from enum import StrEnum

from participatie.gebieden.types import GebiedId
from participatie.inzendingen.types import InzendingId
from participatie.programmas.types import ProjectId, Thema


class Behoefte(StrEnum):
    """What an initiative needs (vraag) or offers (aanbod)."""

    HANDEN = "handen"
    GELD = "geld"
    TOESTEMMING = "toestemming"
    PLEK = "plek"
    KENNIS = "kennis"


class Stap(StrEnum):
    """The steps of the form, in order."""

    WAT = "wat"
    WAAR = "waar"
    BEKEND = "bekend"
    CONTROLE = "controle"


@dataclass(frozen=True, kw_only=True)
class Wat:
    """What the first step asks."""

    titel: str
    thema: Thema | None
    toelichting: str
    waarom: str
    wie_doet_mee: str
    vraag: tuple[Behoefte, ...]
    vraag_toelichting: str
    aanbod: tuple[Behoefte, ...]
    aanbod_toelichting: str
    kosten_cent: int | None
    gevonden_cent: int | None


@dataclass(frozen=True, kw_only=True)
class Plek:
    """What the second step asks: a point (lon, lat), or a gebied as a whole."""

    omschrijving: str
    punt: tuple[float, float] | None = None
    gebied_id: GebiedId | None = None


@dataclass(frozen=True, kw_only=True)
class BekendItem:
    """Something already planned or proposed: a project, or another inzending."""

    titel: str
    zin: str
    project_id: ProjectId | None = None
    andere_id: InzendingId | None = None

    @property
    def sleutel(self) -> str:
        """Return the name of the field about this item."""
        if self.project_id is not None:
            return f"project_{self.project_id}"
        return f"inzending_{self.andere_id}"
