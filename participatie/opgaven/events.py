"""What can happen to gebiedsopgaven."""

from dataclasses import dataclass

from participatie.core.events import Event
from participatie.gebieden.types import GebiedId


@dataclass(frozen=True, kw_only=True)
class OpgaveEvent(Event):
    """Something happened to version `nummer` of an opgave."""

    gebied_id: GebiedId
    nummer: int


@dataclass(frozen=True, kw_only=True)
class OpgaveBegonnen(OpgaveEvent):
    """A first concept was begun."""


@dataclass(frozen=True, kw_only=True)
class ConceptGewijzigd(OpgaveEvent):
    """A concept was changed; `wat` names what, without the words."""

    wat: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class OpgaveHerijkt(OpgaveEvent):
    """A new concept was begun from the last vastgestelde version."""


@dataclass(frozen=True, kw_only=True)
class OpgaveVastgesteld(OpgaveEvent):
    """A version was adopted: from now on these are the goals."""

    openbaar = True


@dataclass(frozen=True, kw_only=True)
class ConceptWeggegooid(OpgaveEvent):
    """A concept was thrown away; what was vastgesteld before stays."""
