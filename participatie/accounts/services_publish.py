"""Telling what happened to an account."""

from typing import Any

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.events import Event, publish
from participatie.core.onderwerpen import Onderwerp


def publish_about(
    event_type: type[Event],
    gebruiker_id: GebruikerId,
    *,
    door_id: GebruikerId | None,
    **facts: Any,  # noqa: ANN401  # each event class has its own
) -> None:
    """Publish an event about a gebruiker, done by someone or (empty) by a command."""
    publish(
        event_type(
            occurred_at=clock.now(),
            actor_id=door_id,
            onderwerp=Onderwerp("gebruiker", gebruiker_id),
            **facts,
        )
    )
