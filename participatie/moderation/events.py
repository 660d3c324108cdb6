"""What can happen at the desk. Ids and facts only; the words stand in the tables."""

from dataclasses import dataclass

from participatie.core.events import Event


@dataclass(frozen=True, kw_only=True)
class BesluitGenomen(Event):
    """A gebiedsverbinder decided about an inzending."""

    besluit_id: int
    uitkomst: str
    grond: str
    gebied_id: int


@dataclass(frozen=True, kw_only=True)
class BesluitTeruggedraaid(Event):
    """A decision was undone; the inzending is in the queue again."""

    besluit_id: int
    uitkomst: str
    gebied_id: int


@dataclass(frozen=True, kw_only=True)
class InzendingGekoppeld(Event):
    """An inzending was linked to a project."""

    koppeling_id: int
    project_id: int
    koppeling_soort: str


@dataclass(frozen=True, kw_only=True)
class InzendingOntkoppeld(Event):
    """The link between an inzending and a project was removed."""

    ontkoppeling_id: int
    project_id: int
    koppeling_soort: str


@dataclass(frozen=True, kw_only=True)
class NotitieGeschreven(Event):
    """A colleague wrote an internal note."""

    notitie_id: int


@dataclass(frozen=True, kw_only=True)
class NotitieVerwijderd(Event):
    """An internal note was removed by who wrote it."""

    notitie_id: int


@dataclass(frozen=True, kw_only=True)
class AfwegingskaderGewijzigd(Event):
    """A ground or point got a new version, or was retired."""

    sleutel: str
    versie: int
    geldt: bool


@dataclass(frozen=True, kw_only=True)
class StandaardtekstGewijzigd(Event):
    """A text to start a reason with was written, changed or removed."""


@dataclass(frozen=True, kw_only=True)
class InzendingAfgewogen(Event):
    """Someone ticked which points of the afwegingskader were looked at."""


@dataclass(frozen=True, kw_only=True)
class InzendingToegewezen(Event):
    """An inzending got someone to handle it; without an actor a rule said so."""

    toewijzing_id: int
    afdeling_id: int | None


@dataclass(frozen=True, kw_only=True)
class ToewijzingBeeindigd(Event):
    """Nobody in particular handles the inzending any more, or who did before."""

    toewijzing_id: int


@dataclass(frozen=True, kw_only=True)
class VerdelingGewijzigd(Event):
    """Beheer changed a department or a rule that says who gets what."""


@dataclass(frozen=True, kw_only=True)
class TermijnVerlengd(Event):
    """The sender gets the answer later, once."""

    verlenging_id: int


@dataclass(frozen=True, kw_only=True)
class VerlengingIngetrokken(Event):
    """The term is again what it was before it was extended."""

    verlenging_id: int


@dataclass(frozen=True, kw_only=True)
class ModeratievormGewijzigd(Event):
    """Beheer said whether the gemeente looks before or after something is public in a gebied."""

    gebied_id: int
    achteraf: bool


@dataclass(frozen=True, kw_only=True)
class BulkactieUitgevoerd(Event):
    """The same was done to many inzendingen at once."""

    soort: str
    gelukt: int
    niet_gelukt: int


@dataclass(frozen=True, kw_only=True)
class BulkactieTeruggedraaid(Event):
    """What was done to many at once was undone where it still could be."""

    teruggedraaid: int
    niet_teruggedraaid: int
