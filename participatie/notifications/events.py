"""What can happen to what someone wants to be told. Ids and facts only."""

from dataclasses import dataclass

from participatie.core.events import Event


@dataclass(frozen=True, kw_only=True)
class BerichtvoorkeurGewijzigd(Event):
    """Someone wants to hear of something more often, less often, or not at all."""

    via: str
    frequentie: str


@dataclass(frozen=True, kw_only=True)
class ZoekopdrachtBewaard(Event):
    """Someone saved a search or a neighbourhood."""

    zoekopdracht_id: int


@dataclass(frozen=True, kw_only=True)
class ZoekopdrachtVerwijderd(Event):
    """Someone removed a saved search or a neighbourhood."""

    zoekopdracht_id: int


@dataclass(frozen=True, kw_only=True)
class BerichtenAfgemeld(Event):
    """Someone stopped the mails of one subscription, from the mail itself."""

    via: str
