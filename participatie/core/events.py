"""Rooms publish what happened; other rooms may listen."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, TypeVar

from participatie.core.onderwerpen import Onderwerp


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened. Named in the past tense; holds ids and facts, no personal data."""

    occurred_at: datetime
    actor_id: int | None
    onderwerp: Onderwerp

    openbaar: ClassVar[bool] = False
    """Whether open pages are told that it happened: only what is public on its own page."""

    def gevolg(self) -> str | None:
        """Return in words what this meant for others, for whoever caused it; most say nothing."""
        return None


E = TypeVar("E", bound=Event)
_listeners: dict[type[Event], list[Callable[[Event], None]]] = defaultdict(list)


def subscribe(event_type: type[E], listener: Callable[[E], None]) -> None:
    """Call `listener` for every published event of this type or a subtype."""
    if listener not in _listeners[event_type]:
        _listeners[event_type].append(listener)  # type: ignore[arg-type]


@contextmanager
def gevolgen() -> Iterator[list[str]]:
    """Gather what events published meanwhile meant for others, also those of higher rooms."""
    told: list[str] = []

    def listen(event: Event) -> None:
        told.extend(filter(None, [event.gevolg()]))

    _listeners[Event].append(listen)
    try:
        yield told
    finally:
        _listeners[Event].remove(listen)


def publish(event: Event) -> None:
    """Tell every listener, inside the current transaction."""
    for event_type in type(event).__mro__:
        for listener in _listeners.get(event_type, ()):
            listener(event)
