"""What can happen in the kennisbank. Ids and facts only."""

from dataclasses import dataclass

from participatie.core.events import Event


@dataclass(frozen=True, kw_only=True)
class ArtikelEvent(Event):
    """Something happened to version `nummer` of an article."""

    nummer: int


@dataclass(frozen=True, kw_only=True)
class ArtikelGeschreven(ArtikelEvent):
    """A new version was written; nobody but editors sees it yet."""


@dataclass(frozen=True, kw_only=True)
class ArtikelGepubliceerd(ArtikelEvent):
    """A version is on the site from now on."""


@dataclass(frozen=True, kw_only=True)
class ArtikelIngetrokken(ArtikelEvent):
    """The article is no longer on the site; its versions stay."""


@dataclass(frozen=True, kw_only=True)
class PuntAfgevinkt(Event):
    """A point of a checklist is seen to for an onderwerp."""

    artikel_id: int
    punt: int


@dataclass(frozen=True, kw_only=True)
class PuntTeruggezet(Event):
    """A point of a checklist is to be seen to again."""

    artikel_id: int
    punt: int
