"""What can happen to organisaties. Ids and facts only."""

from dataclasses import dataclass

from participatie.core.events import Event


@dataclass(frozen=True, kw_only=True)
class OrganisatieToegevoegd(Event):
    """An organisatie has a page."""

    openbaar = True


@dataclass(frozen=True, kw_only=True)
class OrganisatieGewijzigd(Event):
    """An organisatie says something else of itself."""

    openbaar = True


@dataclass(frozen=True, kw_only=True)
class LidToegevoegd(Event):
    """Someone keeps the items of an organisatie from now on."""

    gebruiker_id: int


@dataclass(frozen=True, kw_only=True)
class LidVerwijderd(Event):
    """Someone no longer keeps the items of an organisatie."""

    gebruiker_id: int
