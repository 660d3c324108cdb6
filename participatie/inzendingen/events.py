"""What can happen to an inzending."""

from dataclasses import dataclass

from participatie.core.events import Event


@dataclass(frozen=True, kw_only=True)
class InzendingStatusGewijzigd(Event):
    """An inzending moved in its transition table. `van` is empty for a new concept."""

    van: str | None
    naar: str
    gebied_id: int | None


@dataclass(frozen=True, kw_only=True)
class ConceptBegonnen(Event):
    """Someone began to write an inzending."""


@dataclass(frozen=True, kw_only=True)
class InzendingBewerkt(Event):
    """The indiener changed an inzending that was not sent, or that came back."""

    onderdeel: str


@dataclass(frozen=True, kw_only=True)
class ConceptVerwijderd(Event):
    """Someone threw away an inzending before it was sent."""


@dataclass(frozen=True, kw_only=True)
class InzendingenHerverdeeld(Event):
    """New outlines put this many inzendingen in another gebied."""

    aantal: int

    def gevolg(self) -> str:
        """Tell who loaded the outlines."""
        if self.aantal == 1:
            return "1 inzending hoort nu bij een ander gebied. De plek op de kaart is dezelfde."
        return (
            f"{self.aantal} inzendingen horen nu bij een ander gebied. "
            "De plek op de kaart is dezelfde."
        )


@dataclass(frozen=True, kw_only=True)
class ReactietermijnGewijzigd(Event):
    """Beheer said within how many days a kind of inzending is answered."""

    soort: str
    dagen: int


@dataclass(frozen=True, kw_only=True)
class PubliekGewijzigd(Event):
    """What everyone can read of an inzending changed: it came, went, or was linked.

    Only for one that is published, or was until now; of all others nothing is told.
    """

    openbaar = True
    gebied_ids: tuple[int, ...]
    project_ids: tuple[int, ...]
