"""What can happen in the agenda. Ids and facts only; never who comes."""

from dataclasses import dataclass

from participatie.core.events import Event
from participatie.gebieden.types import GebiedId


@dataclass(frozen=True, kw_only=True)
class BijeenkomstEvent(Event):
    """Something happened to a meeting in a gebied."""

    gebied_id: GebiedId


@dataclass(frozen=True, kw_only=True)
class BijeenkomstGeplaatst(BijeenkomstEvent):
    """A meeting was announced."""

    openbaar = True


@dataclass(frozen=True, kw_only=True)
class BijeenkomstGewijzigd(BijeenkomstEvent):
    """Something about a meeting is different; `velden` names what."""

    openbaar = True
    velden: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class BijeenkomstAfgelast(BijeenkomstEvent):
    """A meeting does not take place."""

    openbaar = True


@dataclass(frozen=True, kw_only=True)
class VerslagGeplaatst(BijeenkomstEvent):
    """What was said at a meeting can be read, or reads otherwise."""

    openbaar = True


@dataclass(frozen=True, kw_only=True)
class DeelnameGewijzigd(BijeenkomstEvent):
    """The number of people who come is different."""

    openbaar = True


@dataclass(frozen=True, kw_only=True)
class PlekVrijgekomen(BijeenkomstEvent):
    """Someone who waited has a place; which registration, not who."""

    deelname_id: int
