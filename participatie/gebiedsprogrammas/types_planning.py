"""Values of the P&C cycle and of the yearly roll-over."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from participatie.gebieden.types import Omtrek
from participatie.gebiedsprogrammas.types import Item


class PcSoort(StrEnum):
    """A moment in the year at which the council speaks about plans and money."""

    JAARVERSLAG = "jaarverslag"
    KADERNOTA = "kadernota"
    BEGROTING = "begroting"


class DoorrolKeuze(StrEnum):
    """What to do with an item that was not finished in its last year."""

    VERLENGEN = "verlengen"
    LATEN = "laten"
    STOPPEN = "stoppen"


class PcTaak(StrEnum):
    """What must be done for a gebied before a moment in the P&C cycle."""

    CONCEPT_MAKEN = "concept-maken"
    GELD_INVULLEN = "geld"
    DOEL_KIEZEN = "doel"
    VASTSTELLEN = "vaststellen"
    AFSLUITEN = "afsluiten"


class Termijn(StrEnum):
    """How much time is left for a moment."""

    KLAAR = "klaar"
    TE_LAAT = "te-laat"
    BINNENKORT = "binnenkort"
    LATER = "later"


@dataclass(frozen=True)
class Moment:
    """A moment in the P&C cycle of one year. Without a version it is the usual day."""

    soort: PcSoort
    jaar: int
    datum: date
    versie: int = 0


@dataclass(frozen=True)
class TeDoen:
    """What is to be done for one gebied: how many items, in which programme year."""

    gebied: Omtrek
    taak: PcTaak
    jaar: int
    aantal: int = 1


@dataclass(frozen=True)
class Planmoment:
    """A moment with everything that is still to be done for it."""

    moment: Moment
    termijn: Termijn
    dagen: int
    te_doen: tuple[TeDoen, ...]


@dataclass(frozen=True)
class Keuze:
    """What is chosen for one unfinished item, and why."""

    keuze: DoorrolKeuze
    reden: str = ""


@dataclass(frozen=True)
class Doorrolvoorstel:
    """What a roll-over would do: concepts to make, and unfinished items per gebied."""

    jaar: int
    nieuw: tuple[tuple[Omtrek, int], ...]
    items: tuple[tuple[Omtrek, tuple[Item, ...]], ...]
    gezien: str

    @property
    def aantal(self) -> int:
        """Return how many items are not finished."""
        return sum(len(items) for _, items in self.items)
